import type { EntityType } from '../../src/schema/types.ts'
import type { Derived } from '../state/shown.ts'
import type { EdgeItem, Model } from './model.ts'

/** What stands on one side of a matrix: districts with everything in them folded up, or one type of entity. */
export type Axis = 'district' | EntityType

export interface MatrixCell {
  readonly row: number
  readonly column: number
  readonly facts: readonly EdgeItem[]
}

export interface Matrix {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly MatrixCell[]
  /** How many there are before the caps. */
  readonly allRows: number
  readonly allColumns: number
}

export const MOST_ROWS = 60
export const MOST_COLUMNS = 80

/**
 * Counts facts between two kinds of node, both sides ordered so that what is alike stands together.
 * @param edges facts that pass the filters
 */
export function makeMatrix(
  model: Model,
  derived: Derived,
  edges: readonly EdgeItem[],
  rows: Axis,
  columns: Axis,
): Matrix {
  const side = (axis: Axis, key: string) =>
    axis === 'district' ? derived.district(key) : model.node.get(key)?.type === axis ? key : null
  const groups = new Map<string, { row: string; column: string; facts: EdgeItem[] }>()
  for (const edge of edges) {
    for (const [one, two] of [
      [edge.source, edge.target],
      [edge.target, edge.source],
    ] as const) {
      const row = side(rows, one)
      const column = side(columns, two)
      if (!row || !column || row === column) continue
      const id = `${row}\u0000${column}`
      const group = groups.get(id)
      if (!group) groups.set(id, { row, column, facts: [edge] })
      else if (group.facts.at(-1) !== edge) group.facts.push(edge)
    }
  }
  return order([...groups.values()])
}

function top(keys: readonly string[], most: number): { kept: readonly string[]; all: number } {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key)
  return { kept: ranked.slice(0, most), all: ranked.length }
}

function order(groups: readonly { row: string; column: string; facts: readonly EdgeItem[] }[]): Matrix {
  const rows = top(
    groups.map(group => group.row),
    MOST_ROWS,
  )
  const columns = top(
    groups.map(group => group.column),
    MOST_COLUMNS,
  )
  const rowAt = new Map(rows.kept.map((key, at) => [key, at]))
  const columnAt = new Map(columns.kept.map((key, at) => [key, at]))
  const cells = groups.flatMap(({ row, column, facts }) => {
    const [i, j] = [rowAt.get(row), columnAt.get(column)]
    return i === undefined || j === undefined ? [] : [{ row: i, column: j, facts }]
  })
  const { rowScore, columnScore } = reciprocalAverages(cells, rows.kept.length, columns.kept.length)
  const rowOrder = byScore(rowScore)
  const columnOrder = byScore(columnScore)
  const rowPlace = new Map(rowOrder.map((old, at) => [old, at]))
  const columnPlace = new Map(columnOrder.map((old, at) => [old, at]))
  return {
    rows: rowOrder.map(old => rows.kept[old] ?? ''),
    columns: columnOrder.map(old => columns.kept[old] ?? ''),
    cells: cells.map(cell => ({
      row: rowPlace.get(cell.row) ?? 0,
      column: columnPlace.get(cell.column) ?? 0,
      facts: cell.facts,
    })),
    allRows: rows.all,
    allColumns: columns.all,
  }
}

const byScore = (scores: readonly number[]): number[] =>
  scores.map((_, index) => index).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b)

/**
 * First axis of correspondence analysis by reciprocal averaging (Hill 1973): a row's score is the mean of its columns' and
 * the other way round, with the constant solution taken out each time. Presence counts, not the number of facts.
 */
function reciprocalAverages(cells: readonly MatrixCell[], rows: number, columns: number) {
  const rowSum = new Array<number>(rows).fill(0)
  const columnSum = new Array<number>(columns).fill(0)
  for (const { row, column } of cells) {
    rowSum[row] = (rowSum[row] ?? 0) + 1
    columnSum[column] = (columnSum[column] ?? 0) + 1
  }
  let columnScore = columnSum.map((_, index) => Math.sin(index + 1))
  let rowScore = rowSum.map(() => 0)
  for (let round = 0; round < 40; round += 1) {
    rowScore = averages(
      cells.map(cell => [cell.row, columnScore[cell.column] ?? 0]),
      rowSum,
    )
    const centred = centre(
      averages(
        cells.map(cell => [cell.column, rowScore[cell.row] ?? 0]),
        columnSum,
      ),
      columnSum,
    )
    columnScore = centred
  }
  return { rowScore, columnScore }
}

function averages(pairs: readonly (readonly [number, number])[], sums: readonly number[]): number[] {
  const totals = sums.map(() => 0)
  for (const [at, value] of pairs) totals[at] = (totals[at] ?? 0) + value
  return totals.map((total, at) => total / Math.max(1, sums[at] ?? 1))
}

/** Weighted mean out, largest absolute value to one. */
function centre(scores: readonly number[], weights: readonly number[]): number[] {
  const weight = weights.reduce((sum, value) => sum + value, 0) || 1
  const mean = scores.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0) / weight
  const most = scores.reduce((big, value) => Math.max(big, Math.abs(value - mean)), 0) || 1
  return scores.map(value => (value - mean) / most)
}
