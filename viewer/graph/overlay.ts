import { fitText, type LabelWish, placeLabels } from './labels.ts'
import type { Focus, Line, Mark, Picture, PlacedLabel, Shape } from './picture.ts'

/** Where a mark stands on the screen right now. */
export interface OnScreen {
  readonly x: number
  readonly y: number
  readonly radius: number
}

export interface Scene {
  readonly picture: Picture
  readonly focus: Focus
  readonly hovered: string | null
  readonly width: number
  readonly height: number
  readonly mark: (key: string) => Mark | undefined
  readonly line: (key: string) => Line | undefined
  readonly locate: (mark: Mark) => OnScreen
}

const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif'
const PLAIN = `12px ${FONT}`
const STRONG = `600 13px ${FONT}`
const LONGEST = 168
/** One label on so many square pixels at most: more than that reads as texture. */
const ROOM = 6200
const MOST = 320
const MOST_OBSTACLES = 80

/** Draws labels and whatever stands out, over the WebGL picture. It owns a canvas and a cache of text widths. */
export class Overlay {
  private readonly context: CanvasRenderingContext2D
  private readonly canvas: HTMLCanvasElement
  private readonly widths = new Map<string, { text: string; width: number }>()
  labels: readonly PlacedLabel[] = []

  constructor(host: HTMLElement) {
    this.canvas = document.createElement('canvas')
    this.canvas.className = 'graph-overlay'
    host.append(this.canvas)
    const context = this.canvas.getContext('2d')
    if (!context) throw new Error('no 2d canvas')
    this.context = context
  }

  draw(scene: Scene): void {
    const ratio = Math.min(devicePixelRatio || 1, 2)
    const { canvas, context } = this
    if (canvas.width !== Math.round(scene.width * ratio) || canvas.height !== Math.round(scene.height * ratio)) {
      canvas.width = Math.round(scene.width * ratio)
      canvas.height = Math.round(scene.height * ratio)
      canvas.style.width = `${scene.width}px`
      canvas.style.height = `${scene.height}px`
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, scene.width, scene.height)
    for (const key of scene.focus.lines) this.drawLine(scene, key)
    const standing = new Set([...scene.focus.around, ...scene.focus.marks, ...(scene.hovered ? [scene.hovered] : [])])
    for (const key of standing) this.drawMark(scene, key)
    this.drawLabels(scene, standing)
  }

  /** The node whose label lies under a point of the view. */
  labelAt(x: number, y: number): string | null {
    const hit = this.labels.find(box => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
    return hit?.key ?? null
  }

  remove(): void {
    this.canvas.remove()
  }

  private drawLine(scene: Scene, key: string): void {
    const line = scene.line(key)
    const source = line && scene.mark(line.source)
    const target = line && scene.mark(line.target)
    if (!line || !source || !target) return
    const from = scene.locate(source)
    const to = scene.locate(target)
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const control = { x: (from.x + to.x) / 2 + dy * line.bend, y: (from.y + to.y) / 2 - dx * line.bend }
    const { context } = this
    context.strokeStyle = line.strongColour
    context.fillStyle = line.strongColour
    context.lineWidth = line.size + (scene.focus.lines.size > 12 ? 0.2 : 0.8)
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.quadraticCurveTo(control.x, control.y, to.x, to.y)
    context.stroke()
    this.drawArrow(control, to)
  }

  /** A small head short of the target's mark, along the curve's end. */
  private drawArrow(control: { x: number; y: number }, to: OnScreen): void {
    const length = Math.hypot(to.x - control.x, to.y - control.y)
    if (length < to.radius + 12) return
    const [ux, uy] = [(to.x - control.x) / length, (to.y - control.y) / length]
    const tip = { x: to.x - ux * (to.radius + 2), y: to.y - uy * (to.radius + 2) }
    const { context } = this
    context.beginPath()
    context.moveTo(tip.x, tip.y)
    context.lineTo(tip.x - ux * 9 - uy * 4, tip.y - uy * 9 + ux * 4)
    context.lineTo(tip.x - ux * 9 + uy * 4, tip.y - uy * 9 - ux * 4)
    context.fill()
  }

  private drawMark(scene: Scene, key: string): void {
    const mark = scene.mark(key)
    if (!mark) return
    const { x, y, radius } = scene.locate(mark)
    const { context } = this
    const ringed = scene.focus.marks.has(key) || key === scene.hovered
    context.beginPath()
    tracePath(context, mark.shape, x, y, radius)
    context.lineWidth = ringed ? 6 : 3
    context.strokeStyle = scene.picture.paper
    context.stroke()
    context.fillStyle = mark.colour
    context.fill()
    if (!ringed) return
    context.beginPath()
    tracePath(context, mark.shape, x, y, radius + 4)
    context.lineWidth = 2
    context.strokeStyle = mark.colour
    context.stroke()
  }

  private drawLabels(scene: Scene, standing: ReadonlySet<string>): void {
    const { context } = this
    const most = Math.min(MOST, Math.floor((scene.width * scene.height) / ROOM))
    const obstacles = [...standing].slice(0, MOST_OBSTACLES).flatMap(key => this.boxOf(scene, key) ?? [])
    this.labels = placeLabels(this.wishes(scene, standing), scene, Math.max(most, standing.size ? 40 : 12), obstacles)
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

  private boxOf(scene: Scene, key: string): PlacedLabel | null {
    const mark = scene.mark(key)
    if (!mark) return null
    const { x, y, radius } = scene.locate(mark)
    return { key, text: '', x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 }
  }

  /** Focus first, then the picture's own order of importance; what is out of the view makes no wish. */
  private *wishes(scene: Scene, standing: ReadonlySet<string>): Generator<LabelWish> {
    for (const key of standing) {
      const mark = scene.mark(key)
      if (mark) yield this.wish(scene, mark, true)
    }
    for (const mark of scene.picture.marks) {
      if (standing.has(mark.key)) continue
      const { x, y } = scene.locate(mark)
      if (x < 0 || y < 0 || x > scene.width || y > scene.height) continue
      yield this.wish(scene, mark, mark.strong)
    }
  }

  private wish(scene: Scene, mark: Mark, strong: boolean): LabelWish {
    const { text, width } = this.measured(mark.label, strong)
    const height = strong ? 18 : 16
    return { key: mark.key, text, ...scene.locate(mark), side: mark.side, width, height }
  }

  private measured(label: string, strong: boolean): { text: string; width: number } {
    const id = `${strong ? 'b' : 'p'}${label}`
    const known = this.widths.get(id)
    if (known) return known
    this.context.font = strong ? STRONG : PLAIN
    const measure = (text: string) => this.context.measureText(text).width
    const text = fitText(label, strong ? LONGEST * 1.6 : LONGEST, measure)
    const made = { text, width: Math.ceil(measure(text)) + 2 }
    this.widths.set(id, made)
    return made
  }
}

function tracePath(context: CanvasRenderingContext2D, shape: Shape, x: number, y: number, radius: number): void {
  if (shape === 'circle') {
    context.arc(x, y, radius, 0, Math.PI * 2)
    return
  }
  const [corners, turn, reach] = POLYGONS[shape]
  for (let corner = 0; corner < corners; corner += 1) {
    const angle = turn + (corner * 2 * Math.PI) / corners
    const point = [x + Math.cos(angle) * radius * reach, y + Math.sin(angle) * radius * reach] as const
    if (corner === 0) context.moveTo(...point)
    else context.lineTo(...point)
  }
  context.closePath()
}

/** Corners, turn of the first one, distance of corners as a multiple of the radius: matches the shader's fields. */
const POLYGONS: Readonly<Record<Exclude<Shape, 'circle'>, readonly [number, number, number]>> = {
  square: [4, Math.PI / 4, 1.244],
  diamond: [4, 0, 1.244],
  triangle: [3, -Math.PI / 2, 1.24],
  hexagon: [6, 0, 1.06],
}
