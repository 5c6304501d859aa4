import type { Entity } from '../../model/facts.ts'
import { numeralAt } from '../../text/numerals.ts'
import { type FeatureList, feature } from './feature-list.ts'
import type { Pair } from './pairs.ts'
import type { Spot } from './spots.ts'
import type { Survey } from './survey.ts'

const LIST = ['two', 'three', 'four', 'more'].map(count => feature(`${count} of its type where from is named`))
const NUMBERED = feature('to: named by a number')
const AS_MANY = feature('to: named by the number of those beside from')
const AS_MANY_BUT = feature('to: named by one more or less than those beside from')
const HOLDS_NAME = feature("to's name holds from's")
const SHARED = ['one unit', 'two units', 'three units or more'].map(units => feature(`names share ${units}`))
const PREFIX = ['one unit', 'two or three units', 'four units or more'].map(units =>
  feature(`names begin alike: ${units}`),
)
const EARLIER = feature('to is named first of all')
const SIGN = feature("the unit behind to's number is in from's name")

/** Whether names and numbers make the one a part of the other: “三长三会三账”机制 of “三长”, 四色管家 of 红色管家. */
export function addParts({ entities, spots }: Survey, { from, to, nearest }: Pair, out: FeatureList): void {
  const part = bareOf((entities[from] as Entity).name)
  const whole = bareOf((entities[to] as Entity).name)
  const beside = besideOf(entities, spots.bySentence[nearest?.from.sentence ?? -1] ?? [], from, to)
  if (beside > 1) out.add(LIST[Math.min(beside, 5) - 2] as number)
  const { count, sign } = numberIn(whole)
  if (count) {
    out.add(NUMBERED)
    if (count === beside) out.add(AS_MANY)
    else if (Math.abs(count - beside) === 1) out.add(AS_MANY_BUT)
    if (sign && part.includes(sign)) out.add(SIGN)
  }
  if (whole.includes(part)) out.add(HOLDS_NAME)
  let shared = 0
  for (const unit of part) if (whole.includes(unit)) shared++
  if (shared) out.add(SHARED[Math.min(shared, 3) - 1] as number)
  let alike = 0
  while (alike < part.length && part.charAt(alike) === whole.charAt(alike)) alike++
  if (alike) out.add(PREFIX[alike > 3 ? 2 : alike > 1 ? 1 : 0] as number)
  if ((spots.byEntity[to]?.[0]?.start ?? 0) < (spots.byEntity[from]?.[0]?.start ?? 0)) out.add(EARLIER)
}

const bareOf = (name: string) => name.replace(/[“”‘’《》「」]/gu, '')

/** How many of the part's type a sentence names, the whole apart. */
function besideOf(entities: readonly Entity[], here: readonly Spot[], from: number, to: number): number {
  const type = entities[from]?.type
  const named = new Set<number>()
  for (const { entity, depth } of here)
    if (depth === 0 && entity !== to && entities[entity]?.type === type) named.add(entity)
  return named.size
}

/** 四色管家: four, and 色. */
function numberIn(name: string): { readonly count: number; readonly sign: string } {
  for (let i = 0; i < name.length; i++) {
    const numeral = '两二三四五六七八九十2345678'.includes(name.charAt(i)) ? numeralAt(name, i) : null
    if (!numeral) continue
    return {
      count: numeral.value,
      sign: name.charAt(name.charAt(numeral.end) === '个' ? numeral.end + 1 : numeral.end),
    }
  }
  return { count: 0, sign: '' }
}
