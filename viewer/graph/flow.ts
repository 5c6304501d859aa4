import { controls } from './curve.ts'
import type { OnScreen } from './overlay.ts'
import type { Line } from './picture.ts'

/** Draws lines that flow from column to column, on a canvas of its own beneath the marks: few and broad, so 2D is fast enough. */
export class Flow {
  private readonly canvas: HTMLCanvasElement
  private readonly context: CanvasRenderingContext2D

  constructor(host: HTMLElement) {
    this.canvas = document.createElement('canvas')
    this.canvas.className = 'graph-flow'
    host.prepend(this.canvas)
    const context = this.canvas.getContext('2d')
    if (!context) throw new Error('no 2d canvas')
    this.context = context
  }

  draw(
    lines: readonly Line[],
    dimmed: boolean,
    size: { readonly width: number; readonly height: number },
    locate: (key: string) => OnScreen | undefined,
  ): void {
    const { canvas, context } = this
    fitCanvas(canvas, context, size)
    canvas.style.opacity = dimmed ? '0.25' : '1'
    for (const line of lines) {
      const [from, to] = [locate(line.source), locate(line.target)]
      if (!from || !to) continue
      const [one, two] = controls(line, from, to)
      context.strokeStyle = line.colour
      context.lineWidth = line.size
      context.beginPath()
      context.moveTo(from.x, from.y)
      context.bezierCurveTo(one.x, one.y, two.x, two.y, to.x, to.y)
      context.stroke()
    }
  }

  remove(): void {
    this.canvas.remove()
  }
}

/** Fits a canvas to the view in device pixels, scales its context to CSS pixels and clears it. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const ratio = Math.min(devicePixelRatio || 1, 2)
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
}
