import { effect, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { listenBox } from '../graph/box-select.ts'
import { compose } from '../graph/compose.ts'
import { focusOf } from '../graph/focus.ts'
import type { GraphPort } from '../graph/graph-port.ts'
import { GraphView, hasWebGL } from '../graph/graph-view.ts'
import { arrange } from '../graph/layouts.ts'
import { palette } from '../graph/palette.ts'
import { t } from '../i18n.ts'
import { exposeCounters } from '../state/debug.ts'
import { dark } from '../state/preferences.ts'
import { expandNode, openEdges, openNode } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import type { LayoutName, ViewState } from '../state/view-state.ts'
import { EgoView } from './ego-view.tsx'
import { GraphTools } from './graph-tools.tsx'

/** The overview stands in columns unless the reader chose otherwise. */
function layoutOf(state: ViewState): LayoutName {
  return state.scope === 'overview' && state.layout === 'stored' ? 'columns' : state.layout
}

/** The picture, its tools, and what stands in where the browser cannot draw it. */
export function GraphPanel({ app }: { app: App }) {
  const host = useRef<HTMLDivElement>(null)
  const port = useSignal<GraphPort | null>(null)
  const drawable = useSignal(true)
  useEffect(() => {
    if (!host.current || !hasWebGL()) {
      drawable.value = false
      return
    }
    return mount(app, host.current, port, drawable)
  }, [app])
  return (
    <section class="graph" aria-label={t('graph')}>
      {drawable.value ? (
        <div
          class="graph-host"
          ref={host}
          role="application"
          aria-label={t('graphLabel')}
          tabIndex={0}
          onKeyDown={event => port.value && onKey(event, port.value)}
        />
      ) : (
        <EgoView app={app} />
      )}
      <GraphTools app={app} port={port} />
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

function onKey(event: KeyboardEvent, port: GraphPort): void {
  const moves: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => port.pan(-STEP, 0),
    ArrowRight: () => port.pan(STEP, 0),
    ArrowUp: () => port.pan(0, -STEP),
    ArrowDown: () => port.pan(0, STEP),
    '+': () => port.zoom(0.7),
    '=': () => port.zoom(0.7),
    '-': () => port.zoom(1.4),
    '0': () => port.fit(),
  }
  const move = moves[event.key]
  if (!move || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  move()
}

/** Ties a view to the app's signals. A lost context is rebuilt once; a second loss shows the stand-in. */
function mount(
  app: App,
  host: HTMLElement,
  port: { value: GraphPort | null },
  drawable: { value: boolean },
): () => void {
  let losses = 0
  let stop = () => {}
  const start = () => {
    const view = new GraphView(host, {
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
      onLost: () => {
        losses += 1
        stop()
        if (losses > 1) drawable.value = false
        else {
          start()
          app.notice.value = t('lost')
        }
      },
    })
    const ends = tie(app, view, host)
    exposeCounters(app, view)
    port.value = view
    stop = () => {
      for (const end of ends) end()
      port.value = null
      view.destroy()
    }
  }
  start()
  return () => stop()
}

function factsOf(app: App, key: string): readonly string[] {
  return app.shown.value.edges.find(edge => edge.key === key)?.facts.map(fact => fact.key) ?? []
}

function tie(app: App, view: GraphView, host: HTMLElement): (() => void)[] {
  let last = { shown: app.shown.peek(), layout: '' }
  const draw = effect(() => {
    const shown = app.shown.value
    const colours = palette(dark.value)
    const { pins, selected } = app.state.value
    const layout = layoutOf(app.state.value)
    const id = `${layout} ${dark.value} ${layout === 'radial' ? shown.nodes.length : ''} ${JSON.stringify(pins)}`
    if (shown === last.shown && id === last.layout) return
    const aspect = host.clientWidth / Math.max(1, host.clientHeight - 60)
    const sameNodes = shown.nodes.length === last.shown.nodes.length && last.layout.startsWith(`${layout} `)
    view.show(compose(shown, arrange(layout, shown, { centre: selected, aspect, pins }), colours), sameNodes)
    last = { shown, layout: id }
  })
  const focus = effect(() => view.focus(focusOf(app.shown.value, app.state.value)))
  const hover = effect(() => view.hover(app.hovered.value))
  const box = listenBox(host, rect => {
    const selected = view.inBox(rect)
    if (selected.length) app.act({ selected, edges: [], path: [], article: null })
  })
  return [draw, focus, hover, box]
}
