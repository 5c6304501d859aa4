import type { Signal } from '@preact/signals'
import type { GraphPort } from '../graph/graph-port.ts'
import { number, t } from '../i18n.ts'
import { pathAsked } from '../state/path-ask.ts'
import { sheet } from '../state/preferences.ts'
import type { App } from '../state/store.ts'
import { LAYOUTS, type LayoutName, START } from '../state/view-state.ts'
import { boxing, layoutOf } from './tie-graph.ts'

/** Scope, layout, zoom, path, and how much of the graph is shown. */
export function GraphTools({ app, port }: { app: App; port: Signal<GraphPort | null> }) {
  const { scope } = app.state.value
  const { nodes, edges, outOf } = app.shown.value
  const { model } = app
  return (
    <>
      <div class="graph-bar" role="toolbar" aria-label={t('toolbar')}>
        <div class="segmented">
          <button
            type="button"
            aria-pressed={scope === 'overview'}
            onClick={() => app.act({ scope: 'overview', layout: START.layout, selected: [], edges: [], path: [] })}
          >
            {t('overview')}
          </button>
          <button
            type="button"
            aria-pressed={scope === 'all'}
            onClick={() => app.act({ scope: 'all', layout: START.layout })}
          >
            {t('wholeGraph')}
          </button>
        </div>
        <label class="select">
          <span>{t('layout')}</span>
          <select
            aria-label={t('layout')}
            value={layoutOf(app.state.value)}
            onChange={event => app.act({ layout: event.currentTarget.value as LayoutName, pins: {} })}
          >
            {LAYOUTS.filter(name => scope !== 'overview' || name !== START.layout).map(name => (
              <option key={name} value={name}>
                {t(`layout.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          aria-pressed={pathAsked.value}
          onClick={() => {
            pathAsked.value = true
            sheet.value = 'right'
          }}
        >
          {t('path')}
        </button>
        <button
          type="button"
          aria-pressed={boxing.value}
          title={t('boxHint')}
          onClick={() => {
            boxing.value = !boxing.value
          }}
        >
          {t('selectBox')}
        </button>
        <button type="button" onClick={() => port.value?.fit()}>
          {t('fit')}
        </button>
        <button type="button" class="icon" aria-label={t('zoomIn')} onClick={() => port.value?.zoom(0.7)}>
          ＋
        </button>
        <button type="button" class="icon" aria-label={t('zoomOut')} onClick={() => port.value?.zoom(1.4)}>
          －
        </button>
      </div>
      <p class="graph-status" role="status">
        {t('showing', { nodes: number(nodes.length), edges: number(edges.length) })}
        {scope !== 'all' &&
          `${t('comma')}${t('ofAll', { nodes: number(model.nodes.length), edges: number(model.edges.length) })}`}
        {outOf !== null &&
          ` · ${t('sharedCap', { shown: nodes.filter(node => node.type === 'Programme').length, all: number(outOf) })}`}
        {app.notice.value && ` · ${app.notice.value}`}
      </p>
    </>
  )
}
