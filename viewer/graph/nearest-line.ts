import type { Line } from './picture.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A click so many pixels beside a line still means it: most lines are thinner than a pointer is steady. */
const NEAR = 6
const PIECES = 8

/**
 * Picks by geometry instead of by colour of a hidden rendering: it needs no second WebGL pass over all edges on each frame,
 * and a thin line gets a hand's width.
 */
export function nearestLine(
  point: Point,
  lines: readonly Line[],
  locate: (key: string) => Point | undefined,
): string | null {
  let best: string | null = null
  let least = NEAR
  for (const line of lines) {
    const [from, to] = [locate(line.source), locate(line.target)]
    if (!from || !to) continue
    const slack = NEAR + Math.abs(line.bend) * Math.hypot(to.x - from.x, to.y - from.y)
    if (point.x < Math.min(from.x, to.x) - slack || point.x > Math.max(from.x, to.x) + slack) continue
    if (point.y < Math.min(from.y, to.y) - slack || point.y > Math.max(from.y, to.y) + slack) continue
    const distance = line.bend === 0 ? toSegment(point, from, to) : toCurve(point, from, to, line.bend)
    if (distance >= least) continue
    least = distance
    best = line.key
  }
  return best
}

function toSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length
  const share = Math.max(0, Math.min(1, along))
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy)
}

function toCurve(point: Point, from: Point, to: Point, bend: number): number {
  const control = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 - (to.x - from.x) * bend,
  }
  const at = (share: number): Point => {
    const rest = 1 - share
    return {
      x: rest * rest * from.x + 2 * rest * share * control.x + share * share * to.x,
      y: rest * rest * from.y + 2 * rest * share * control.y + share * share * to.y,
    }
  }
  const pieces = Array.from({ length: PIECES }, (_, piece) =>
    toSegment(point, at(piece / PIECES), at((piece + 1) / PIECES)),
  )
  return Math.min(...pieces)
}
