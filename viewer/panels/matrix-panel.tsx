import { type Signal, useComputed, useSignal } from '@preact/signals'
import { ENTITY_TYPES } from '../../src/schema/ontology.ts'
import { type Axis, type Matrix, makeMatrix } from '../data/matrix.ts'
import { number, t, term } from '../i18n.ts'
import { openEdges, openNode } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { NothingShown } from './nothing-shown.tsx'
import { tableData } from './table-panel.tsx'

const AXES: readonly Axis[] = ['district', ...ENTITY_TYPES.map(row => row.type)]

const axisName = (axis: Axis) => (axis === 'district' ? t('facet.place') : term(axis))

/** Who does what at a glance: rows and columns ordered by likeness, a cell counts facts and opens them. */
export function MatrixPanel({ app }: { app: App }) {
  const rows = useSignal<Axis>('district')
  const columns = useSignal<Axis>('Programme')
  /** As chosen; null fits the width. */
  const chosenSize = useSignal<number | null>(null)
  const matrix = useComputed(() =>
    makeMatrix(
      app.model,
      app.derived,
      tableData(app).edges.flatMap(edge => edge.facts),
      rows.value,
      columns.value,
    ),
  )
  const { allRows, allColumns } = matrix.value
  const shownRows = matrix.value.rows.length
  const shownColumns = matrix.value.columns.length
  const size = chosenSize.value ?? fittingSize(shownColumns)
  return (
    <section class="matrix-panel" aria-label={t('matrix')}>
      <div class="view-bar">
        <AxisChoice label={t('matrixRows')} axis={rows} />
        <button
          type="button"
          class="button icon"
          aria-label={t('matrixSwap')}
          title={t('matrixSwap')}
          onClick={() => {
            const old = rows.value
            rows.value = columns.value
            columns.value = old
          }}
        >
          ⇄
        </button>
        <AxisChoice label={t('matrixColumns')} axis={columns} />
        <label class="select">
          <span>{t('cellSize')}</span>
          <input
            type="range"
            min={SMALLEST}
            max={LARGEST}
            value={size}
            onInput={event => {
              chosenSize.value = Number(event.currentTarget.value)
            }}
          />
        </label>
        <p class="view-note" role="status">
          {t('matrixSize', { rows: number(shownRows), columns: number(shownColumns) })}
          {allRows > shownRows &&
            ` · ${axisName(rows.value)}：${t('matrixCapped', { shown: shownRows, all: number(allRows) })}`}
          {allColumns > shownColumns &&
            ` · ${axisName(columns.value)}：${t('matrixCapped', { shown: shownColumns, all: number(allColumns) })}`}
        </p>
      </div>
      {shownRows > 0 && <Grid app={app} matrix={matrix.value} size={size} />}
      {shownRows === 0 &&
        (app.state.value.filters.length ? <NothingShown app={app} /> : <p class="hint">{t('matrixEmpty')}</p>)}
    </section>
  )
}

const SMALLEST = 14
const LARGEST = 44
/** What the names of the rows take beside the cells, in pixels. */
const NAMES = 140

/** The largest cell with which all columns stand in the view, if there is one. */
function fittingSize(columns: number): number {
  const width = document.getElementById('main')?.clientWidth ?? 0
  return Math.max(20, Math.min(LARGEST, Math.floor((width - NAMES) / Math.max(1, columns)) - 1))
}

function AxisChoice({ label, axis }: { label: string; axis: Signal<Axis> }) {
  return (
    <label class="select">
      <span>{label}</span>
      <select
        aria-label={label}
        value={axis.value}
        onChange={event => {
          axis.value = event.currentTarget.value as Axis
        }}
      >
        {AXES.map(name => (
          <option key={name} value={name}>
            {axisName(name)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Grid({ app, matrix, size }: { app: App; matrix: Matrix; size: number }) {
  const name = (key: string) => app.model.node.get(key)?.name ?? key
  const most = matrix.cells.reduce((big, cell) => Math.max(big, cell.facts.length), 1)
  const at = new Map(matrix.cells.map(cell => [`${cell.row} ${cell.column}`, cell]))
  const selected = new Set(app.state.value.selected)
  return (
    <div class="matrix-box" tabIndex={0} role="group" aria-label={`${matrix.rows.length} × ${matrix.columns.length}`}>
      <table class="matrix" style={{ '--cell': `${size}px` }}>
        <thead>
          <tr>
            <td />
            {matrix.columns.map(key => (
              <th key={key} scope="col" class={selected.has(key) ? 'on' : ''}>
                <button type="button" title={name(key)} onClick={() => openNode(app, key)}>
                  {name(key)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row, i) => (
            <tr key={row}>
              <th scope="row" class={selected.has(row) ? 'on' : ''}>
                <button type="button" title={name(row)} onClick={() => openNode(app, row)}>
                  {name(row)}
                </button>
              </th>
              {matrix.columns.map((column, j) => {
                const cell = at.get(`${i} ${j}`)
                if (!cell) return <td key={column} />
                const label = t('matrixCell', { row: name(row), column: name(column), count: cell.facts.length })
                const strength = Math.round(30 + 70 * Math.sqrt(cell.facts.length / most))
                return (
                  <td key={column}>
                    <button
                      type="button"
                      class="cell"
                      title={label}
                      aria-label={label}
                      style={{ '--strength': `${strength}%` }}
                      onClick={() =>
                        openEdges(
                          app,
                          cell.facts.map(fact => fact.key),
                        )
                      }
                    >
                      {size >= 20 && cell.facts.length > 1 ? cell.facts.length : ''}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
