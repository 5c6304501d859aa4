import { TAG, TAG_COUNT } from './alphabet.ts'
import { SURELY } from './chain.ts'
import { MARGIN } from './groups.ts'
import { WEIGHT_SCALE } from './model.ts'
import { highOf, lowOf, PACKED } from './packed.ts'

const LEAST_SUM = -SURELY * WEIGHT_SCALE

/** exp(-n / WEIGHT_SCALE) for the numbers that nearly all are. */
const POWERS = Float64Array.from({ length: 1024 }, (_, n) => Math.exp(-n / WEIGHT_SCALE))
const power = (sum: number): number => (sum > -POWERS.length ? POWERS[-sum]! : Math.exp(sum / WEIGHT_SCALE))

/** Where the sums of a token for a type stand. */
const pairsAt = (token: number, type: number): number => (token + MARGIN) * PACKED + 2 * type

/** Whether the token may be anything but outside of the names of a type. */
export function mayBeNamed(sums: Int32Array, token: number, type: number): boolean {
  const at = pairsAt(token, type)
  const ends = sums[at + 1]!
  const end = lowOf(ends)
  if (end >= LEAST_SUM || highOf(ends, end) >= LEAST_SUM) return true
  const opens = sums[at]!
  const begin = lowOf(opens)
  return begin >= LEAST_SUM || highOf(opens, begin) >= LEAST_SUM
}

/** Sets exp(score) of every tag of a token, divided by the greatest. */
export function setPotential(
  sums: Int32Array,
  token: number,
  type: number,
  potentials: Float64Array,
  to: number,
): void {
  const at = pairsAt(token, type)
  const begin = lowOf(sums[at]!)
  const inside = highOf(sums[at]!, begin)
  const end = lowOf(sums[at + 1]!)
  const single = highOf(sums[at + 1]!, end)
  const most = Math.max(0, begin, inside, end, single)
  potentials[to + TAG.outside] = power(-most)
  potentials[to + TAG.begin] = power(begin - most)
  potentials[to + TAG.inside] = power(inside - most)
  potentials[to + TAG.end] = power(end - most)
  potentials[to + TAG.single] = power(single - most)
}

/** Sets the potentials of a token that is outside for certain. */
export function setOutside(potentials: Float64Array, to: number): void {
  potentials.fill(0, to, to + TAG_COUNT)
  potentials[to + TAG.outside] = 1
}
