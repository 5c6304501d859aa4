import { readSeed } from '../text/seeds.ts'

const GROUPS = ['division', 'street', 'body', 'team'] as const
type EndingGroup = (typeof GROUPS)[number]

/** The longest first. */
const ENDINGS = readSeed('link/endings.csv', ['group', 'ending', 'other'], ([group, ending, other]) => {
  if (!GROUPS.some(one => one === group)) return `There is no group "${group}".`
  return ending && other ? null : 'An ending is empty.'
})
  .map(([group = '', ending = '', other = '']) => ({ group, ending, other }))
  .sort((a, b) => b.ending.length - a.ending.length || (a.ending < b.ending ? -1 : 1))

/** 方城行政村 → 方城村, 水果湖街 → 水果湖街道; null where the name ends with none of the group. */
export function otherEnding(name: string, group: EndingGroup): string | null {
  const row = ENDINGS.find(one => one.group === group && name.endsWith(one.ending))
  return row ? name.slice(0, -row.ending.length) + row.other : null
}
