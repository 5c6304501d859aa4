import type { Counters } from '../graph/graph-port.ts'
import type { App } from './store.ts'

interface Counted {
  readonly counters: () => Counters
}

let view: Counted | null = null
/** What the last view counted: a picture that was drawn stays drawn when another view is opened. */
let last: Counters = { labels: [], firstFrameMs: 0, lastFrameMs: 0 }

/** Tells whose labels and frames the counters give; null where no picture is drawn. */
export function count(next: Counted | null): void {
  if (view && !next) last = { ...view.counters(), labels: [] }
  view = next
}

/** With `?debug=1` the page tells its own measures, read-only, as `window.mailuo`, whatever is shown. */
export function exposeCounters(app: App): void {
  if (new URLSearchParams(location.search).get('debug') !== '1') return
  const now = () => view?.counters() ?? last
  const counters = {
    get shownNodes() {
      return app.shown.peek().nodes.length
    },
    get shownEdges() {
      return app.shown.peek().edges.length
    },
    get labels() {
      return now().labels.map(({ text, x, y, width, height }) => {
        const box = { x, y, width, height }
        return { text, ...box, box }
      })
    },
    get firstFrameMs() {
      return now().firstFrameMs
    },
    get lastFrameMs() {
      return now().lastFrameMs
    },
  }
  Object.defineProperty(window, 'mailuo', { value: Object.freeze(counters) })
}
