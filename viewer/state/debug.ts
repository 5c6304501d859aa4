import type { Counters } from '../graph/graph-port.ts'
import type { App } from './store.ts'

/** With `?debug=1` the page tells its own measures, read-only, as `window.mailuo`. */
export function exposeCounters(app: App, view: { readonly counters: () => Counters }): void {
  if (new URLSearchParams(location.search).get('debug') !== '1') return
  const counters = {
    get shownNodes() {
      return app.shown.peek().nodes.length
    },
    get shownEdges() {
      return app.shown.peek().edges.length
    },
    get labels() {
      return view.counters().labels.map(({ text, x, y, width, height }) => ({ text, x, y, width, height }))
    },
    get firstFrameMs() {
      return view.counters().firstFrameMs
    },
    get lastFrameMs() {
      return view.counters().lastFrameMs
    },
  }
  Object.defineProperty(window, 'mailuo', { value: Object.freeze(counters), configurable: true })
}
