import { createEdgeCurveProgram } from '@sigma/edge-curve'
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeRectangleProgram } from 'sigma/rendering'
import { type Counters, type GraphEvents, type GraphPort, NO_FOCUS } from './graph-port.ts'
import { nearestLine, type Point } from './nearest-line.ts'
import { type OnScreen, Overlay } from './overlay.ts'
import { Pace } from './pace.ts'
import type { Focus, Line, Mark, Picture } from './picture.ts'
import { ShapeProgram } from './shape-program.ts'

const EMPTY: Picture = { marks: [], lines: [], margin: 0, ink: '#000', paper: '#fff' }
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Draws a picture with sigma; owns the WebGL contexts and the overlay. Throws where the browser gives no WebGL. */
export class GraphView implements GraphPort {
  private readonly sigma: Sigma
  private readonly overlay: Overlay
  private readonly events: GraphEvents
  private readonly pace = new Pace()
  private picture: Picture = EMPTY
  private marks = new Map<string, Mark>()
  private lines = new Map<string, Line>()
  private moved = new Map<string, { x: number; y: number }>()
  private focusNow: Focus = NO_FOCUS
  private hovered: string | null = null
  private dragged: string | null = null
  /** Ending a view loses its contexts too; that is no accident. */
  private ended = false

  constructor(host: HTMLElement, events: GraphEvents) {
    this.events = events
    this.sigma = new Sigma(new MultiDirectedGraph(), host, {
      allowInvalidContainer: true,
      renderLabels: false,
      defaultNodeType: 'shape',
      defaultEdgeType: 'line',
      nodeProgramClasses: { shape: ShapeProgram as never },
      nodeHoverProgramClasses: {},
      edgeProgramClasses: { line: EdgeRectangleProgram, curve: createEdgeCurveProgram({ curvatureAttribute: 'bend' }) },
      defaultDrawNodeHover: () => undefined,
      stagePadding: 44,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zoomDuration: still() ? 0 : 200,
      inertiaDuration: still() ? 0 : 200,
    })
    this.overlay = new Overlay(host)
    this.listen(host)
  }

  show(picture: Picture, keepCamera: boolean): void {
    this.picture = picture
    this.marks = new Map(picture.marks.map(mark => [mark.key, mark]))
    this.lines = new Map(picture.lines.map(line => [line.key, line]))
    this.moved.clear()
    const graph = new MultiDirectedGraph()
    for (const { key, x, y, size, colour, shape } of picture.marks) {
      graph.addNode(key, { x, y, size, color: colour, shape, rim: picture.paper })
    }
    for (const { key, source, target, colour, size, bend } of picture.lines) {
      graph.addEdgeWithKey(key, source, target, { color: colour, size, bend, type: bend === 0 ? 'line' : 'curve' })
    }
    this.sigma.setSetting('hideEdgesOnMove', this.pace.hidesEdges(picture.lines.length))
    this.sigma.setCustomBBox(bounds(picture))
    this.sigma.setGraph(graph)
    if (!keepCamera) this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 })
  }

  focus(focus: Focus): void {
    this.focusNow = focus
    const dimmed = focus.marks.size + focus.lines.size > 0
    const { edges, nodes } = this.sigma.getCanvases()
    if (edges) edges.style.opacity = dimmed ? '0.25' : '1'
    if (nodes) nodes.style.opacity = dimmed ? '0.3' : '1'
    this.drawOverlay()
  }

  hover(key: string | null): void {
    if (this.hovered === key) return
    this.hovered = key
    this.drawOverlay()
  }

  fit(): void {
    void this.sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: still() ? 1 : 300 })
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera()
    const ratio = camera.getBoundedRatio(camera.ratio * factor)
    void camera.animate({ ratio }, { duration: still() ? 1 : 200 })
  }

  pan(dx: number, dy: number): void {
    const camera = this.sigma.getCamera()
    const { width } = this.sigma.getDimensions()
    camera.setState({ x: camera.x + (dx / width) * camera.ratio, y: camera.y - (dy / width) * camera.ratio })
  }

  centre(key: string): void {
    const at = this.sigma.getNodeDisplayData(key)
    if (!at) return
    const camera = this.sigma.getCamera()
    void camera.animate({ x: at.x, y: at.y, ratio: Math.min(camera.ratio, 0.6) }, { duration: still() ? 1 : 400 })
  }

  inBox(box: DOMRect): readonly string[] {
    return this.picture.marks
      .filter(mark => {
        const { x, y } = this.locate(mark)
        return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
      })
      .map(mark => mark.key)
  }

  counters(): Counters {
    return { labels: this.overlay.labels, firstFrameMs: this.pace.firstFrameMs, lastFrameMs: this.pace.lastFrameMs }
  }

  destroy(): void {
    this.ended = true
    this.overlay.remove()
    this.sigma.kill()
  }

  private locate(mark: Mark): OnScreen {
    const at = this.sigma.graphToViewport(this.moved.get(mark.key) ?? mark)
    return { x: at.x, y: at.y, radius: this.sigma.scaleSize(mark.size) }
  }

  /** The line nearest to a point of the view, if it is near enough to be meant. */
  private lineAt(point: Point): string | null {
    return nearestLine(point, this.picture.lines, key => {
      const mark = this.marks.get(key)
      return mark && this.locate(mark)
    })
  }

  private drawOverlay(): void {
    const { width, height } = this.sigma.getDimensions()
    this.overlay.draw({
      picture: this.picture,
      focus: this.focusNow,
      hovered: this.hovered,
      width,
      height,
      mark: key => this.marks.get(key),
      line: key => this.lines.get(key),
      locate: mark => this.locate(mark),
    })
  }

  private listen(host: HTMLElement): void {
    const { sigma, events } = this
    sigma.on('beforeRender', () => this.pace.begin())
    sigma.on('afterRender', () => {
      this.drawOverlay()
      if (this.pace.end(this.picture.marks.length)) sigma.setSetting('hideEdgesOnMove', true)
    })
    sigma.on('clickNode', ({ node, event }) => events.onMark(node, adds(event.original)))
    sigma.on('doubleClickNode', ({ node, event }) => {
      event.preventSigmaDefault()
      events.onOpen(node)
    })
    sigma.on('clickStage', ({ event }) => {
      const label = this.overlay.labelAt(event.x, event.y)
      const line = label ? null : this.lineAt(event)
      if (label) events.onMark(label, adds(event.original))
      else if (line) events.onLine(line)
      else events.onPaper()
    })
    sigma.on('enterNode', ({ node }) => events.onHover(node))
    sigma.on('leaveNode', () => events.onHover(null))
    this.listenDrag()
    for (const canvas of Object.values(sigma.getCanvases())) {
      canvas.addEventListener('webglcontextlost', event => {
        event.preventDefault()
        if (!this.ended) events.onLost()
      })
    }
    host.addEventListener('contextmenu', event => event.preventDefault())
  }

  private listenDrag(): void {
    const { sigma, events } = this
    sigma.on('downNode', ({ node }) => {
      this.dragged = node
    })
    sigma.on('moveBody', ({ event }) => {
      if (!this.dragged) return
      const at = sigma.viewportToGraph(event)
      this.moved.set(this.dragged, at)
      sigma.getGraph().mergeNodeAttributes(this.dragged, at)
      event.preventSigmaDefault()
    })
    const drop = () => {
      const at = this.dragged ? this.moved.get(this.dragged) : undefined
      if (this.dragged && at) events.onDrag(this.dragged, at.x, at.y)
      this.dragged = null
    }
    sigma.on('upNode', drop)
    sigma.on('upStage', drop)
  }
}

function adds(event: MouseEvent | TouchEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey
}

/** The extent of the marks, widened by the picture's margin; a single mark gets an extent of its own. */
function bounds(picture: Picture): { x: [number, number]; y: [number, number] } {
  const span = (values: readonly number[], margin: number): [number, number] => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const value of values) {
      if (value < low) low = value
      if (value > high) high = value
    }
    if (!(low < high)) return [(Number.isFinite(low) ? low : 0) - 1, (Number.isFinite(high) ? high : 0) + 1]
    const extra = (high - low) * margin
    return [low - extra, high + extra]
  }
  return {
    x: span(
      picture.marks.map(mark => mark.x),
      picture.margin,
    ),
    y: span(
      picture.marks.map(mark => mark.y),
      0,
    ),
  }
}

/** Whether this browser can draw at all, tried on a canvas of its own. */
export function hasWebGL(): boolean {
  try {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
    context?.getExtension('WEBGL_lose_context')?.loseContext()
    return context !== null
  } catch {
    return false
  }
}
