import type Sigma from 'sigma'
import type { Point } from './curve.ts'
import type { GraphEvents } from './graph-port.ts'

/** What a click can mean, as the view knows it. */
interface Hits {
  readonly labelAt: (point: Point) => string | null
  /** The line nearest to a point of the view, if it is near enough to be meant. */
  readonly lineAt: (point: Point) => string | null
  readonly moveTo: (key: string, place: Point) => void
}

/** Turns sigma's events into the reader's: a label counts as its mark, the nearest line as meant, dragging pins. */
export function listenPointer(sigma: Sigma, host: HTMLElement, events: GraphEvents, hits: Hits): void {
  sigma.on('clickNode', ({ node, event }) => events.onMark(node, adds(event.original)))
  sigma.on('doubleClickNode', ({ node, event }) => {
    event.preventSigmaDefault()
    events.onOpen(node)
  })
  sigma.on('clickStage', ({ event }) => {
    const label = hits.labelAt(event)
    const line = label ? null : hits.lineAt(event)
    if (label) events.onMark(label, adds(event.original))
    else if (line) events.onLine(line)
    else events.onPaper()
  })
  const over = (node: string | null) => {
    host.classList.toggle('over-mark', node !== null)
    events.onHover(node)
  }
  sigma.on('enterNode', ({ node }) => over(node))
  sigma.on('leaveNode', () => over(null))
  listenDrag(sigma, events, hits)
  host.addEventListener('contextmenu', event => event.preventDefault())
}

function listenDrag(sigma: Sigma, events: GraphEvents, hits: Hits): void {
  let dragged: string | null = null
  let at: Point | null = null
  sigma.on('downNode', ({ node }) => {
    dragged = node
    at = null
  })
  sigma.on('moveBody', ({ event }) => {
    if (dragged === null) return
    at = sigma.viewportToGraph(event)
    hits.moveTo(dragged, at)
    event.preventSigmaDefault()
  })
  const drop = () => {
    if (dragged !== null && at) events.onDrag(dragged, at.x, at.y)
    dragged = null
  }
  sigma.on('upNode', drop)
  sigma.on('upStage', drop)
}

function adds(event: MouseEvent | TouchEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey
}
