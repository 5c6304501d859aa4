import { fitText, type LabelWish, placeLabels } from './labels.ts'
import type { Scene } from './overlay.ts'
import type { Mark, PlacedLabel } from './picture.ts'

const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif'
const PLAIN = `12px ${FONT}`
const STRONG = `600 13px ${FONT}`
const LONGEST = 168
/** One label on so many square pixels at most: more than that reads as texture. */
const ROOM = 6200
const MOST = 320
const MOST_OBSTACLES = 80
/** Labels keep off marks where there are so few; among more there would be no room at all. */
const FEW_MARKS = 1200
/** The most linked marks are named even where a name must cover another mark. */
const INSISTING = 12
/** What a ring adds to the radius of a mark. */
const RING = 5
/** Between a mark and the edge of the view, beside the label. */
const MARGIN = 8

/** Chooses, measures and draws labels; no two of them overlap. Keeps the widths that it has measured. */
export class LabelLayer {
  labels: readonly PlacedLabel[] = []
  private readonly context: CanvasRenderingContext2D
  private readonly widths = new Map<string, { text: string; width: number }>()

  constructor(context: CanvasRenderingContext2D) {
    this.context = context
  }

  /** @param standing what is in focus or under the pointer: labelled first, in bold, uncovered */
  draw(scene: Scene, standing: ReadonlySet<string>): void {
    const { context } = this
    const most = Math.min(MOST, Math.floor((scene.width * scene.height) / ROOM))
    const few = scene.picture.marks.length <= FEW_MARKS
    const inView = few ? [...marksInView(scene, standing)] : marksInView(scene, standing)
    this.labels = placeLabels(this.wishes(scene, standing, inView), scene, Math.max(most, standing.size ? 40 : 12), {
      never: [...standing].slice(0, MOST_OBSTACLES).flatMap(key => boxOf(scene, scene.mark(key)) ?? []),
      rather: Array.isArray(inView) ? inView.flatMap(mark => boxOf(scene, mark) ?? []) : [],
    })
    context.lineJoin = 'round'
    context.textBaseline = 'middle'
    const dim = scene.focus.marks.size + scene.focus.lines.size > 0
    for (const box of this.labels) {
      const mark = scene.mark(box.key)
      context.font = mark?.strong || standing.has(box.key) ? STRONG : PLAIN
      context.globalAlpha = dim && !standing.has(box.key) ? 0.35 : 1
      context.lineWidth = 3.5
      context.strokeStyle = scene.picture.paper
      context.strokeText(box.text, box.x, box.y + box.height / 2)
      context.fillStyle = scene.picture.ink
      context.fillText(box.text, box.x, box.y + box.height / 2)
    }
    context.globalAlpha = 1
  }

  /** Focus first, then the picture's own order of importance; what is out of the view makes no wish. */
  private *wishes(scene: Scene, standing: ReadonlySet<string>, inView: Iterable<Mark>): Generator<LabelWish> {
    for (const key of standing) {
      const mark = scene.mark(key)
      if (mark) yield this.wish(scene, mark, true, scene.focus.marks.has(key) || key === scene.hovered ? RING : 0)
    }
    let insisting = INSISTING
    for (const mark of inView) {
      const wish = this.wish(scene, mark, mark.strong)
      yield insisting-- > 0 ? { ...wish, insists: true } : wish
    }
  }

  private wish(scene: Scene, mark: Mark, strong: boolean, ring = 0): LabelWish {
    const { x, y, radius } = scene.locate(mark)
    const at = { x, y, radius: radius + ring }
    const room = mark.side === 'left' ? at.x : scene.width - at.x
    const most = mark.sideOnly ? Math.max(40, Math.floor(room - at.radius - MARGIN)) : LONGEST
    const { text, width } = this.measured(mark.label, strong, strong && !mark.sideOnly ? LONGEST * 1.6 : most)
    return {
      key: mark.key,
      text,
      ...at,
      side: mark.side,
      sideOnly: mark.sideOnly,
      insists: strong,
      width,
      height: strong ? 18 : 16,
    }
  }

  private measured(label: string, strong: boolean, most: number): { text: string; width: number } {
    const id = `${strong ? 'b' : 'p'}${most} ${label}`
    const known = this.widths.get(id)
    if (known) return known
    if (this.widths.size > 60_000) this.widths.clear()
    this.context.font = strong ? STRONG : PLAIN
    const measure = (text: string) => this.context.measureText(text).width
    const text = fitText(label, most, measure)
    const made = { text, width: Math.ceil(measure(text)) + 2 }
    this.widths.set(id, made)
    return made
  }
}

/** In the picture's own order; where there are many, only as many are looked at as find a label. */
function* marksInView(scene: Scene, standing: ReadonlySet<string>): Generator<Mark> {
  for (const mark of scene.picture.marks) {
    if (standing.has(mark.key)) continue
    const { x, y } = scene.locate(mark)
    if (x >= 0 && y >= 0 && x <= scene.width && y <= scene.height) yield mark
  }
}

function boxOf(scene: Scene, mark: Mark | undefined): PlacedLabel | null {
  if (!mark) return null
  const { x, y, radius } = scene.locate(mark)
  return { key: mark.key, text: '', x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 }
}
