import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { GraphPort } from '../graph/graph-port.ts'
import { GraphView } from '../graph/graph-view.ts'
import { t } from '../i18n.ts'
import { count } from '../state/debug.ts'
import { expandNode, openEdges, openNode } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { EgoView } from './ego-view.tsx'
import { GraphTools } from './graph-tools.tsx'
import { walkMarks } from './keys.ts'
import { NothingShown } from './nothing-shown.tsx'
import { boxing, tieGraph } from './tie-graph.ts'

/** The picture, its tools, and what stands in where the browser cannot draw it. */
export function GraphPanel({ app }: { app: App }) {
  const host = useRef<HTMLDivElement>(null)
  const port = useSignal<GraphPort | null>(null)
  const drawable = useSignal(true)
  useLayoutEffect(() => (host.current ? mount(app, host.current, port, drawable) : undefined), [app])
  return (
    <section class="graph" aria-label={t('graph')}>
      {drawable.value ? (
        <div
          class={boxing.value ? 'graph-host boxing' : 'graph-host'}
          ref={host}
          data-tour="graph"
          role="application"
          aria-label={t('graphLabel')}
          tabIndex={0}
          onKeyDown={event => port.value && onKey(app, event, port.value)}
        />
      ) : (
        <EgoView app={app} />
      )}
      <GraphTools app={app} port={port} />
      {app.shown.value.nodes.length === 0 && <NothingShown app={app} />}
      <NotShown app={app} />
    </section>
  )
}

/** What was chosen in another view may not be in the picture; one click brings it there. */
function NotShown({ app }: { app: App }) {
  const key = app.state.value.selected[0]
  if (!key || app.shown.value.nodes.some(node => node.key === key)) return null
  return (
    <p class="not-shown" role="status">
      {t('notShown')}{' '}
      <button type="button" class="link" onClick={() => openNode(app, key)}>
        {t('show')}
      </button>
    </p>
  )
}

const STEP = 60

function onKey(app: App, event: KeyboardEvent, port: GraphPort): void {
  const moves: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => port.pan(-STEP, 0),
    ArrowRight: () => port.pan(STEP, 0),
    ArrowUp: () => port.pan(0, -STEP),
    ArrowDown: () => port.pan(0, STEP),
    '+': () => port.zoom(0.7),
    '=': () => port.zoom(0.7),
    '-': () => port.zoom(1.4),
    '0': () => port.fit(),
    n: () => walkMarks(app, 1),
    N: () => walkMarks(app, -1),
    Enter: () => {
      const key = app.hovered.value
      app.hovered.value = null
      if (key) openNode(app, key)
    },
  }
  const move = moves[event.key]
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  event.stopPropagation()
  move()
}

/** Ties a view to the app's signals. A lost context is rebuilt once; a second loss, or no context at all, shows the stand-in. */
function mount(
  app: App,
  host: HTMLElement,
  port: { value: GraphPort | null },
  drawable: { value: boolean },
): () => void {
  let losses = 0
  let stop = () => {}
  const start = () => {
    const view = makeView(app, host, () => {
      losses += 1
      stop()
      if (losses > 1) drawable.value = false
      else {
        start()
        app.notice.value = t('lost')
      }
    })
    if (!view) {
      drawable.value = false
      return
    }
    const ends = tieGraph(app, view, host)
    count(view)
    port.value = view
    stop = () => {
      for (const end of ends) end()
      count(null)
      port.value = null
      view.destroy()
      stop = () => {}
    }
  }
  start()
  return () => stop()
}

/** A view, or null where the browser gives no WebGL: the renderer itself is asked, since a trial canvas costs a context. */
function makeView(app: App, host: HTMLElement, onLost: () => void): GraphView | null {
  try {
    return new GraphView(host, {
      onMark: (key, adding) => openNode(app, key, adding),
      onOpen: key => expandNode(app, key),
      onLine: key => openEdges(app, factsOf(app, key)),
      onPaper: () => {
        const { selected, edges, path } = app.state.value
        if (selected.length + edges.length + path.length) app.act({ selected: [], edges: [], path: [], article: null })
      },
      onHover: key => {
        app.hovered.value = key
      },
      onDrag: (key, x, y) => app.act({ pins: { ...app.state.value.pins, [key]: [x, y] } }),
      onCamera: camera => app.settle({ camera }),
      onLost,
    })
  } catch {
    host.textContent = ''
    return null
  }
}

function factsOf(app: App, key: string): readonly string[] {
  return app.shown.value.edges.find(edge => edge.key === key)?.facts.map(fact => fact.key) ?? []
}
