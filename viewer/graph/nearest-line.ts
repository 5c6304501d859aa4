import { along, controls, type Point } from './curve.ts'
import type { Line } from './picture.ts'

/** A click so many pixels beside a line still means it: most lines are thinner than a pointer is steady. */
const NEAR = 6
const PIECES = 12

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
    const distance = line.bend === 0 && !line.flows ? toSegment(point, from, to) : toCurve(point, from, to, line)
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

function toCurve(point: Point, from: Point, to: Point, line: Line): number {
  const bow = controls(line, from, to)
  const pieces = Array.from({ length: PIECES }, (_, piece) =>
    toSegment(point, along(from, bow, to, piece / PIECES), along(from, bow, to, (piece + 1) / PIECES)),
  )
  return Math.min(...pieces)
}
