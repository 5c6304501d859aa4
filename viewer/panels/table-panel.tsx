import { useComputed, useSignal } from '@preact/signals'
import { RELATIONS } from '../../src/schema/ontology.ts'
import type { EdgeItem, NodeItem } from '../data/model.ts'
import { number, t, term } from '../i18n.ts'
import { sourceCount } from '../state/filters.ts'
import { showState } from '../state/shown.ts'
import { openEdges, openNode } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { TypeMark } from './type-mark.tsx'
import { type Column, sortRows, VirtualRows } from './virtual-rows.tsx'

/** What the table lists: the picture's nodes and edges, but everything where the picture is only the overview. */
export function tableData(app: App) {
  const state = app.state.value
  return state.scope === 'overview' ? showState(app.model, app.derived, { ...state, scope: 'all' }) : app.shown.value
}

/** Nodes and edges as tables: the route by keyboard and screen reader to everything that the picture shows. */
export function TablePanel({ app }: { app: App }) {
  const mode = useSignal<'nodes' | 'edges'>('nodes')
  const data = useComputed(() => tableData(app))
  const { nodes, edges } = data.value
  return (
    <section class="table-panel" aria-label={t('table')}>
      <div class="view-bar">
        <div class="segmented">
          {(['nodes', 'edges'] as const).map(name => (
            <button
              key={name}
              type="button"
              class="button"
              aria-pressed={mode.value === name}
              onClick={() => {
                mode.value = name
              }}
            >
              {t(name)} {number(name === 'nodes' ? nodes.length : edges.length)}
            </button>
          ))}
        </div>
      </div>
      {mode.value === 'nodes' ? (
        <NodeTable app={app} rows={nodes} />
      ) : (
        <EdgeTable app={app} rows={edges.flatMap(edge => edge.facts)} />
      )}
    </section>
  )
}

function useSorting(key: string) {
  const sorted = useSignal({ key, down: true })
  const onSort = (next: string) => {
    sorted.value = { key: next, down: sorted.value.key === next ? !sorted.value.down : false }
  }
  return { sorted: sorted.value, onSort }
}

function NodeTable({ app, rows }: { app: App; rows: readonly NodeItem[] }) {
  const { sorted, onSort } = useSorting('degree')
  const district = (node: NodeItem) => app.model.node.get(app.derived.district(node.key) ?? '')?.name ?? ''
  const columns: readonly Column<NodeItem>[] = [
    {
      key: 'name',
      head: t('name'),
      sort: node => node.name,
      cell: node => (
        <button type="button" class="cell-link" onClick={() => openNode(app, node.key)}>
          <TypeMark type={node.type} />
          {node.name}
        </button>
      ),
    },
    { key: 'type', head: t('type'), sort: node => term(node.type), cell: node => term(node.type) },
    {
      key: 'kind',
      head: t('kind'),
      sort: node => term(node.kind ?? ''),
      cell: node => (node.kind ? term(node.kind) : ''),
    },
    { key: 'district', head: t('district'), sort: district, cell: district },
    { key: 'degree', head: t('degree'), sort: node => node.degree, cell: node => number(node.degree), numeric: true },
    {
      key: 'articles',
      head: t('articles'),
      sort: node => node.articles,
      cell: node => number(node.articles),
      numeric: true,
    },
  ]
  const column = columns.find(one => one.key === sorted.key)
  return (
    <VirtualRows
      label={t('nodes')}
      rows={sortRows(rows, column, sorted.down)}
      columns={columns}
      keyOf={node => node.key}
      isOn={node => app.state.value.selected.includes(node.key)}
      sorted={sorted}
      onSort={onSort}
    />
  )
}

function EdgeTable({ app, rows }: { app: App; rows: readonly EdgeItem[] }) {
  const { sorted, onSort } = useSorting('sources')
  const name = (key: string) => app.model.node.get(key)?.name ?? key
  const end = (key: string) => (
    <button type="button" class="cell-link" title={name(key)} onClick={() => openNode(app, key)}>
      {name(key)}
    </button>
  )
  const verb = (edge: EdgeItem) => RELATIONS.findIndex(row => row.type === edge.type)
  const columns: readonly Column<EdgeItem>[] = [
    { key: 'source', head: t('source'), sort: edge => name(edge.source), cell: edge => end(edge.source) },
    {
      key: 'type',
      head: t('relations'),
      sort: verb,
      cell: edge => (
        <button type="button" class="cell-link" onClick={() => openEdges(app, [edge.key])}>
          {term(edge.type)}
        </button>
      ),
    },
    { key: 'target', head: t('target'), sort: edge => name(edge.target), cell: edge => end(edge.target) },
    { key: 'quote', head: t('quote'), cell: edge => <q class="cell-quote">{edge.evidence[0]?.quote}</q> },
    { key: 'date', head: t('date'), sort: edge => edge.date ?? '', cell: edge => edge.date ?? '' },
    {
      key: 'sources',
      head: t('sourceCount'),
      sort: sourceCount,
      cell: edge => number(sourceCount(edge)),
      numeric: true,
    },
    {
      key: 'confidence',
      head: t('confidence'),
      sort: edge => edge.confidence,
      cell: edge => `${Math.round(edge.confidence * 100)}%`,
      numeric: true,
    },
  ]
  const column = columns.find(one => one.key === sorted.key)
  return (
    <VirtualRows
      label={t('edges')}
      rows={sortRows(rows, column, sorted.down)}
      columns={columns}
      keyOf={edge => edge.key}
      isOn={edge => app.state.value.edges.includes(edge.key)}
      sorted={sorted}
      onSort={onSort}
    />
  )
}
