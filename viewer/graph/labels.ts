import type { PlacedLabel, Side } from './picture.ts'

/** A label that would like to be shown at a mark. */
export interface LabelWish {
  readonly key: string
  readonly text: string
  /** Centre of the mark in the view. */
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly side: Side
  /** On that side or nowhere. */
  readonly sideOnly?: boolean
  /** Rather covers a mark than stays away. */
  readonly insists?: boolean
  readonly width: number
  readonly height: number
}

/** Boxes that labels keep off. */
interface Obstacles {
  /** Such as marks in focus. */
  readonly never: readonly PlacedLabel[]
  /** Covered only by a label that insists and has no other place. */
  readonly rather: readonly PlacedLabel[]
}

interface Frame {
  readonly width: number
  readonly height: number
}

const GAP = 4
const CELL = 48
const SIDES: readonly Side[] = ['right', 'left', 'below', 'above']

/** Boxes by the cells of a coarse grid that they touch, so that a new box meets only its neighbours. */
class BoxGrid {
  private readonly cells = new Map<number, PlacedLabel[]>()

  isFree(box: PlacedLabel): boolean {
    return this.cellsOf(box).every(cell => (this.cells.get(cell) ?? []).every(other => !overlap(box, other)))
  }

  add(box: PlacedLabel): void {
    for (const cell of this.cellsOf(box)) {
      const list = this.cells.get(cell)
      if (list) list.push(box)
      else this.cells.set(cell, [box])
    }
  }

  private cellsOf(box: PlacedLabel): number[] {
    const out: number[] = []
    for (let column = Math.floor(box.x / CELL); column * CELL < box.x + box.width; column += 1) {
      for (let row = Math.floor(box.y / CELL); row * CELL < box.y + box.height; row += 1)
        out.push(column * 10_000 + row)
    }
    return out
  }
}

/** @returns whether two boxes share an area. */
export function overlap(a: PlacedLabel, b: PlacedLabel): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function boxAt(wish: LabelWish, side: Side): PlacedLabel {
  const { key, text, width, height, radius } = wish
  const box = { key, text, width, height }
  switch (side) {
    case 'right':
      return { ...box, x: wish.x + radius + GAP, y: wish.y - height / 2 }
    case 'left':
      return { ...box, x: wish.x - radius - GAP - width, y: wish.y - height / 2 }
    case 'below':
      return { ...box, x: wish.x - width / 2, y: wish.y + radius + 2 }
    case 'above':
      return { ...box, x: wish.x - width / 2, y: wish.y - radius - 2 - height }
  }
}

const inside = (box: PlacedLabel, frame: Frame) =>
  box.x >= 0 && box.y >= 0 && box.x + box.width <= frame.width && box.y + box.height <= frame.height

/**
 * Places labels in the order of the wishes, each on the first free side of its mark; no two shown labels overlap.
 * What finds no room is left out; so the caller puts what matters first.
 */
export function placeLabels(
  wishes: Iterable<LabelWish>,
  frame: Frame,
  most: number,
  obstacles: Obstacles = { never: [], rather: [] },
): readonly PlacedLabel[] {
  const grid = gridOf(obstacles.never)
  const marks = gridOf(obstacles.rather)
  const placed: PlacedLabel[] = []
  for (const wish of wishes) {
    if (placed.length >= most) break
    const sides = wish.sideOnly ? [wish.side] : [wish.side, ...SIDES.filter(side => side !== wish.side)]
    const free = sides.map(side => boxAt(wish, side)).filter(one => inside(one, frame) && grid.isFree(one))
    const box = free.find(one => marks.isFree(one)) ?? (wish.insists ? free[0] : undefined)
    if (!box) continue
    grid.add(box)
    placed.push(box)
  }
  return placed
}

function gridOf(boxes: readonly PlacedLabel[]): BoxGrid {
  const grid = new BoxGrid()
  for (const box of boxes) grid.add(box)
  return grid
}

/** Cuts a text to a width by measure, with an ellipsis: 和林格尔县盛乐… */
export function fitText(text: string, most: number, measure: (text: string) => number): string {
  if (measure(text) <= most) return text
  const chars = [...text]
  let low = 1
  let high = chars.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(`${chars.slice(0, middle).join('')}…`) <= most) low = middle
    else high = middle - 1
  }
  return `${chars.slice(0, low).join('')}…`
}
