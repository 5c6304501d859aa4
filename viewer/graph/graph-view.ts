import { createEdgeCurveProgram } from '@sigma/edge-curve'
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeRectangleProgram } from 'sigma/rendering'
import { bounds } from './bounds.ts'
import type { Point } from './curve.ts'
import { Flow } from './flow.ts'
import { type Camera, type Counters, type GraphEvents, type GraphPort, NO_FOCUS } from './graph-port.ts'
import { Lens } from './lens.ts'
import { listenPointer } from './listen-pointer.ts'
import { nearestLine } from './nearest-line.ts'
import { type OnScreen, Overlay } from './overlay.ts'
import { Pace } from './pace.ts'
import type { Focus, Line, Mark, Picture } from './picture.ts'
import { ShapeProgram } from './shape-program.ts'

const EMPTY: Picture = { marks: [], lines: [], margins: [0, 0], ink: '#000', paper: '#fff' }
/** So many lines of a hovered mark are drawn at most: more are a blot. */
const MOST_HOVERED = 60
/** Among more lines than this each is drawn as thin as it can be. */
const HAZE = 3000
/** A mark nearer to the edge than this is as good as out of view, in pixels. */
const EDGE = 24
/** A view as wide as a phone has no room to give away, in pixels. */
const NARROW = 500
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Draws a picture with sigma; owns the WebGL contexts and the canvases over and under them. Throws where the browser gives no WebGL. */
export class GraphView implements GraphPort {
  private readonly sigma: Sigma
  private readonly overlay: Overlay
  private readonly flow: Flow
  private readonly lens: Lens
  private readonly pace = new Pace()
  private picture: Picture = EMPTY
  private flowing: readonly Line[] = []
  private marks = new Map<string, Mark>()
  private lines = new Map<string, Line>()
  /** Places that differ from the picture's, by dragging or by a running layout. */
  private moved = new Map<string, Point>()
  private focusNow: Focus = NO_FOCUS
  private hovered: string | null = null
  private hoverLines: readonly Line[] = []
  /** Ending a view loses its contexts too; that is no accident. */
  private ended = false

  constructor(host: HTMLElement, events: GraphEvents) {
    this.sigma = new Sigma(new MultiDirectedGraph(), host, {
      allowInvalidContainer: true,
      renderLabels: false,
      defaultNodeType: 'shape',
      defaultEdgeType: 'line',
      nodeProgramClasses: { shape: ShapeProgram as never },
      nodeHoverProgramClasses: {},
      edgeProgramClasses: { line: EdgeRectangleProgram, curve: createEdgeCurveProgram({ curvatureAttribute: 'bend' }) },
      defaultDrawNodeHover: () => undefined,
      stagePadding: host.clientWidth < NARROW ? 24 : 44,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zoomDuration: still() ? 0 : 200,
      inertiaDuration: still() ? 0 : 200,
    })
    this.flow = new Flow(host)
    this.overlay = new Overlay(host)
    this.lens = new Lens(this.sigma, camera => events.onCamera(camera))
    this.listen(host, events)
  }

  show(picture: Picture): void {
    this.picture = picture
    this.flowing = picture.lines.filter(line => line.flows).sort((a, b) => a.size - b.size)
    this.marks = new Map(picture.marks.map(mark => [mark.key, mark]))
    this.lines = new Map(picture.lines.map(line => [line.key, line]))
    this.moved.clear()
    const graph = new MultiDirectedGraph()
    for (const { key, x, y, size, colour, shape } of picture.marks) {
      graph.addNode(key, { x, y, size, color: colour, shape, rim: picture.paper })
    }
    for (const { key, source, target, colour, size, bend, flows } of picture.lines) {
      if (flows) continue
      graph.addEdgeWithKey(key, source, target, { color: colour, size, bend, type: bend === 0 ? 'line' : 'curve' })
    }
    this.sigma.setSetting('hideEdgesOnMove', this.pace.hidesEdges(picture.lines.length))
    this.sigma.setSetting('minEdgeThickness', picture.lines.length > HAZE ? 0.9 : 1.7)
    this.sigma.setCustomBBox(bounds(picture.marks, picture.margins))
    this.sigma.setGraph(graph)
  }

  move(at: ReadonlyMap<string, Point>): void {
    const graph = this.sigma.getGraph()
    for (const [key, place] of at) if (graph.hasNode(key)) this.moved.set(key, place)
    graph.updateEachNodeAttributes((key, attributes) => ({ ...attributes, ...this.moved.get(key) }), {
      attributes: ['x', 'y'],
    })
    this.sigma.setCustomBBox(
      bounds(
        this.picture.marks.map(mark => this.moved.get(mark.key) ?? mark),
        this.picture.margins,
      ),
    )
    this.sigma.refresh()
  }

  focus(focus: Focus): void {
    this.focusNow = focus
    const { edges, nodes } = this.sigma.getCanvases()
    if (edges) edges.style.opacity = this.isDimmed ? '0.25' : '1'
    if (nodes) nodes.style.opacity = this.isDimmed ? '0.3' : '1'
    this.drawOver()
  }

  hover(key: string | null): void {
    if (this.hovered === key) return
    this.hovered = key
    const lines = key === null ? [] : this.picture.lines.filter(line => line.source === key || line.target === key)
    this.hoverLines = lines.length > MOST_HOVERED ? [] : lines
    this.drawOver()
  }

  look(camera: Camera | null): void {
    this.lens.look(camera)
  }

  fit(): void {
    this.lens.fit()
  }

  zoom(factor: number): void {
    this.lens.zoom(factor)
  }

  pan(dx: number, dy: number): void {
    this.lens.pan(dx, dy)
  }

  reveal(key: string, covered: number): void {
    const at = this.locateKey(key)
    if (!at) return
    const { width, height } = this.sigma.getDimensions()
    const inView = at.x > EDGE && at.x < width - EDGE && at.y > EDGE && at.y < height - covered - EDGE
    if (!inView) this.lens.pan(at.x - width / 2, at.y - (height - covered) / 2)
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
    this.lens.end()
    this.overlay.remove()
    this.flow.remove()
    this.sigma.kill()
  }

  private get isDimmed(): boolean {
    return this.focusNow.marks.size + this.focusNow.lines.size > 0
  }

  private locate(mark: Mark): OnScreen {
    const at = this.sigma.graphToViewport(this.moved.get(mark.key) ?? mark)
    return { x: at.x, y: at.y, radius: this.sigma.scaleSize(mark.size) }
  }

  private locateKey(key: string): OnScreen | undefined {
    const mark = this.marks.get(key)
    return mark && this.locate(mark)
  }

  /** What sigma does not draw itself: flowing lines beneath, labels and focus above. */
  private drawOver(): void {
    const size = this.sigma.getDimensions()
    this.flow.draw(this.flowing, this.isDimmed, size, key => this.locateKey(key))
    this.overlay.draw({
      picture: this.picture,
      focus: this.focusNow,
      hovered: this.hovered,
      hoverLines: this.hoverLines,
      ...size,
      mark: key => this.marks.get(key),
      line: key => this.lines.get(key),
      locate: mark => this.locate(mark),
    })
  }

  private listen(host: HTMLElement, events: GraphEvents): void {
    const { sigma } = this
    sigma.on('beforeRender', () => this.pace.begin())
    sigma.on('afterRender', () => {
      this.drawOver()
      if (this.pace.end(this.picture.marks.length)) sigma.setSetting('hideEdgesOnMove', true)
    })
    listenPointer(sigma, host, events, {
      labelAt: point => this.overlay.labelAt(point.x, point.y),
      lineAt: point => nearestLine(point, this.picture.lines, key => this.locateKey(key)),
      moveTo: (key, place) => {
        this.moved.set(key, place)
        sigma.getGraph().mergeNodeAttributes(key, place)
      },
    })
    for (const canvas of Object.values(sigma.getCanvases())) {
      canvas.addEventListener('webglcontextlost', event => {
        event.preventDefault()
        if (!this.ended) events.onLost()
      })
    }
  }
}
