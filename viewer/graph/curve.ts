import type { Line } from './picture.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Control points of a line as a cubic Bézier curve, whatever its kind: screen, picking and export draw the same. */
export function controls(
  line: Pick<Line, 'bend' | 'flows'>,
  from: Point,
  to: Point,
): readonly [one: Point, two: Point] {
  if (line.flows) {
    const half = (from.x + to.x) / 2
    return [
      { x: half, y: from.y },
      { x: half, y: to.y },
    ]
  }
  const top = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * line.bend,
    y: (from.y + to.y) / 2 - (to.x - from.x) * line.bend,
  }
  return [towards(from, top), towards(to, top)]
}

/** Two thirds of the way: a quadratic curve's control point as a cubic one's. */
function towards(from: Point, to: Point): Point {
  return { x: from.x + ((to.x - from.x) * 2) / 3, y: from.y + ((to.y - from.y) * 2) / 3 }
}

/** The point at a share of the way along a curve. */
export function along(from: Point, [one, two]: readonly [Point, Point], to: Point, share: number): Point {
  const rest = 1 - share
  const [a, b, c, d] = [rest ** 3, 3 * rest * rest * share, 3 * rest * share * share, share ** 3]
  return {
    x: a * from.x + b * one.x + c * two.x + d * to.x,
    y: a * from.y + b * one.y + c * two.y + d * to.y,
  }
}
