/** A text that wants a place beside its mark, in pixels. */
export interface Label {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Radius of the mark. */
  readonly size: number
  /** On which side it is tried first; right where nothing is said. */
  readonly side?: 'right' | 'left' | 'above' | 'below'
}

export interface PlacedLabel {
  readonly text: string
  /** Left end of the base line. */
  readonly x: number
  readonly y: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const FONT = 13
const CELL = 80

/** Width by the kind of character: hanzi and other wide ones an em, the rest a little over half. An estimate that errs to the wide side. */
export function textWidth(text: string, font = FONT): number {
  let ems = 0
  for (const char of text) ems += (char.codePointAt(0) ?? 0) > 0x2e7f ? 1.02 : 0.62
  return ems * font
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Boxes by the cells of a grid that they touch, so that a new one is compared with its neighbours alone. */
class Grid {
  private readonly cells = new Map<string, Box[]>()

  private *keys({ left, top, right, bottom }: Box): Generator<string> {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield `${x} ${y}`
  }

  isFree(box: Box): boolean {
    for (const key of this.keys(box)) if (this.cells.get(key)?.some(other => overlap(other, box))) return false
    return true
  }

  add(box: Box): void {
    for (const key of this.keys(box)) this.cells.set(key, [...(this.cells.get(key) ?? []), box])
  }
}

/** Right, left, above, below: where the eye looks first, unless the mark stands at the edge of something. */
function candidates({ text, x, y, size, side = 'right' }: Label): readonly Box[] {
  const [width, half] = [textWidth(text), FONT * 0.62]
  const box = (left: number, middle: number): Box => ({
    left,
    top: middle - half,
    right: left + width,
    bottom: middle + half,
  })
  const gap = size + 4
  const boxes = {
    right: box(x + gap, y),
    left: box(x - gap - width, y),
    above: box(x - width / 2, y - gap - half),
    below: box(x - width / 2, y + gap + half),
  }
  return [boxes[side], ...Object.values(boxes)]
}

/**
 * Places labels so that no two overlap and none covers a mark; the first in the list come first, what finds no place is
 * left out.
 * @param frame what no label may leave
 */
export function placeLabels(labels: readonly Label[], frame: Box): PlacedLabel[] {
  const grid = new Grid()
  for (const { x, y, size } of labels) grid.add({ left: x - size, top: y - size, right: x + size, bottom: y + size })
  const inside = (box: Box) =>
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  return labels.flatMap(label => {
    const box = candidates(label).find(one => inside(one) && grid.isFree(one))
    if (!box) return []
    grid.add(box)
    return [{ text: label.text, x: box.left, y: (box.top + box.bottom) / 2 + FONT * 0.36 }]
  })
}
