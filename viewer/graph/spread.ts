/** Among more marks than this nobody would see that two of them touch. */
const MOST = 900
const TURNS = 40
/** Space between two marks, in pixels. */
const GAP = 7

interface Placed {
  readonly key: string
  readonly x: number
  readonly y: number
}

/**
 * Moves marks apart that would cover one another, and nothing else: a few turns in which each pair that is too near steps back
 * by half of what it lacks. Works in the units of the places, so that the result does not hang on the window; sorted by place in
 * the list, so that it is the same each time.
 * @param radius of a mark, in pixels
 * @param long side of the whole picture, in pixels
 */
export function spread(
  places: readonly Placed[],
  radius: (key: string) => number,
  long: number,
): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const at = places.map(({ x, y }) => ({ x, y }))
  const pixel = extent(places) / long
  if (places.length <= MOST && pixel > 0) {
    const reach = places.map(place => (radius(place.key) + GAP / 2) * pixel)
    for (let turn = 0; turn < TURNS && step(at, reach); turn += 1);
  }
  return new Map(places.map(({ key }, index) => [key, at[index] ?? { x: 0, y: 0 }]))
}

function extent(places: readonly Placed[]): number {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of places) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return Math.max(right - left, bottom - top)
}

interface Point {
  x: number
  y: number
}

/** @returns whether anything still moved. Sweeps along x, so that far pairs are never looked at. */
function step(at: Point[], reach: readonly number[]): boolean {
  const widest = Math.max(...reach)
  const order = at.map((_, index) => index).sort((a, b) => (at[a]?.x ?? 0) - (at[b]?.x ?? 0) || a - b)
  let moved = false
  for (let first = 0; first < order.length; first += 1) {
    const a = order[first] ?? 0
    const one = at[a] as Point
    const near = (reach[a] ?? 0) + widest
    for (let next = first + 1; next < order.length; next += 1) {
      const b = order[next] ?? 0
      const two = at[b] as Point
      if (two.x - one.x > near) break
      if (push(one, two, (reach[a] ?? 0) + (reach[b] ?? 0), a)) moved = true
    }
  }
  return moved
}

function push(one: Point, two: Point, wanted: number, turn: number): boolean {
  let [dx, dy] = [two.x - one.x, two.y - one.y]
  const distance = Math.hypot(dx, dy)
  if (distance >= wanted) return false
  if (distance === 0) [dx, dy] = [Math.cos(turn), Math.sin(turn)]
  const by = (wanted - distance) / 2 / (distance || 1)
  one.x -= dx * by
  one.y -= dy * by
  two.x += dx * by
  two.y += dy * by
  return true
}
