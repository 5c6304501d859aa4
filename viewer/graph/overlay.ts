import { controls } from './curve.ts'
import { fitCanvas } from './flow.ts'
import { LabelLayer } from './label-layer.ts'
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
  /** Lines of the hovered mark. */
  readonly hoverLines: readonly Line[]
  readonly width: number
  readonly height: number
  readonly mark: (key: string) => Mark | undefined
  readonly line: (key: string) => Line | undefined
  readonly locate: (mark: Mark) => OnScreen
}

/** Draws labels and whatever stands out, over the WebGL picture. */
export class Overlay {
  private readonly context: CanvasRenderingContext2D
  private readonly canvas: HTMLCanvasElement
  private readonly layer: LabelLayer

  constructor(host: HTMLElement) {
    this.canvas = document.createElement('canvas')
    this.canvas.className = 'graph-overlay'
    host.append(this.canvas)
    const context = this.canvas.getContext('2d')
    if (!context) throw new Error('no 2d canvas')
    this.context = context
    this.layer = new LabelLayer(context)
  }

  get labels(): readonly PlacedLabel[] {
    return this.layer.labels
  }

  draw(scene: Scene): void {
    fitCanvas(this.canvas, this.context, scene)
    const lines = [...scene.focus.lines].flatMap(key => scene.line(key) ?? [])
    for (const line of [...lines, ...scene.hoverLines]) this.drawLine(scene, line)
    const standing = new Set([...scene.focus.around, ...scene.focus.marks])
    if (scene.hovered) standing.add(scene.hovered)
    for (const line of scene.hoverLines) standing.add(line.source).add(line.target)
    for (const key of standing) this.drawMark(scene, key)
    this.layer.draw(scene, standing)
  }

  /** The node whose label lies under a point of the view. */
  labelAt(x: number, y: number): string | null {
    const hit = this.labels.find(box => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
    return hit?.key ?? null
  }

  remove(): void {
    this.canvas.remove()
  }

  private drawLine(scene: Scene, line: Line): void {
    const source = scene.mark(line.source)
    const target = scene.mark(line.target)
    if (!source || !target) return
    const from = scene.locate(source)
    const to = scene.locate(target)
    const [one, two] = controls(line, from, to)
    const { context } = this
    context.strokeStyle = line.strongColour
    context.fillStyle = line.strongColour
    context.lineWidth = line.size + (scene.focus.lines.size > 12 ? 0.2 : 0.8)
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.bezierCurveTo(one.x, one.y, two.x, two.y, to.x, to.y)
    context.stroke()
    this.drawArrow(line.bend === 0 && !line.flows ? from : two, to)
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
