import { offer } from '../candidate.ts'
import type { Proposer } from '../proposer.ts'
import { W } from '../weights.ts'

const CORPS = '兵团'
const NUMERAL = '[一二三四五六七八九十〇零百]'
/** [新疆生产建设兵团][第十师][187团], [四师][六十三团]. */
const UNITS = new RegExp(
  `(?:新疆生产建设)?兵团|第?(?<![0-9一二三四五六七八九十])(?:[0-9]{1,2}|${NUMERAL}{1,3})师(?![生傅范长级])|(?<![0-9〇零一二三四五六七八九十百第])(?:[0-9]{1,3}|${NUMERAL}{2,5})团(?![队体结圆员委])`,
  'gu',
)

/** Units of the Xinjiang Corps, which bear numbers: only where the text speaks of the Corps. */
export const proposeCorps: Proposer = ({ reading }, propose) => {
  const { text } = reading
  if (!text.includes(CORPS)) return
  for (const { index, 0: unit } of text.matchAll(UNITS))
    offer(propose, {
      start: index,
      end: index + unit.length,
      type: 'Organisation',
      kind: 'government',
      rule: 'corps',
      reasons: [{ question: 'a unit of the Corps', weight: W.corps }],
      ...(unit === CORPS ? { name: `新疆生产建设${CORPS}` } : {}),
    })
}
