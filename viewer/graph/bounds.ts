import type { Point } from './curve.ts'
import type { Margins } from './picture.ts'

/** The extent of places, widened by its margins; a single place gets an extent of its own. */
export function bounds(places: readonly Point[], margins: Margins): { x: [number, number]; y: [number, number] } {
  return {
    x: span(
      places.map(place => place.x),
      margins,
    ),
    y: span(
      places.map(place => place.y),
      [0, 0],
    ),
  }
}

function span(values: readonly number[], [before, after]: Margins): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (!(low < high)) return [(Number.isFinite(low) ? low : 0) - 1, (Number.isFinite(high) ? high : 0) + 1]
  return [low - (high - low) * before, high + (high - low) * after]
}
