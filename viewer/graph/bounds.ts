import type { Point } from './curve.ts'

/** The extent of places, widened on both sides by a share of its width; a single place gets an extent of its own. */
export function bounds(places: readonly Point[], margin: number): { x: [number, number]; y: [number, number] } {
  return {
    x: span(
      places.map(place => place.x),
      margin,
    ),
    y: span(
      places.map(place => place.y),
      0,
    ),
  }
}

function span(values: readonly number[], margin: number): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (!(low < high)) return [(Number.isFinite(low) ? low : 0) - 1, (Number.isFinite(high) ? high : 0) + 1]
  const extra = (high - low) * margin
  return [low - extra, high + extra]
}
