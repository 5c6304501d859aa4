import type { Spot } from './spot.ts'
import { type TaggedSpan, UNTOLD } from './survey.ts'

const CLOSING = '”’》'
const JOINING = '、和与及其“‘《'
/** As many signs part two names of a list at most: ”、“. */
const MOST_JOINING = 2

type ByEnd = ReadonlyMap<number, readonly TaggedSpan[]>

/**
 * The best probability of a name that stands beside a span, parted by 、 or 和 or a quotation mark: 县人社局、[县妇联].
 * @param byStart tagged spans by their start
 * @param byEnd tagged spans by their end
 */
export function besidesOf(
  text: string,
  { start, end, type }: Spot,
  byStart: ByEnd,
  byEnd: ByEnd,
): [same: number, other: number] {
  const found: [number, number] = [UNTOLD, UNTOLD]
  const take = (beside: readonly TaggedSpan[] | undefined): void => {
    if (!beside) return
    for (const one of beside) {
      const side = one.type === type ? 0 : 1
      if (one.probability > found[side]) found[side] = one.probability
    }
  }
  let at = end
  if (CLOSING.includes(text.charAt(at) || ' ')) take(byStart.get(++at))
  for (let n = 0; n < MOST_JOINING && JOINING.includes(text.charAt(at) || ' '); n++) take(byStart.get(++at))
  at = start
  for (let n = 0; n < MOST_JOINING && at > 0 && JOINING.includes(text.charAt(at - 1)); n++) take(byEnd.get(--at))
  if (at > 0 && CLOSING.includes(text.charAt(at - 1))) take(byEnd.get(--at))
  return found
}
