import { describe, expect, it } from 'vitest'
import { Choices } from '../../../scripts/fuzz/random.ts'
import type { Value } from '../../../src/cypher/index.ts'
import { Float, openGraph, run } from '../../../src/cypher/index.ts'
import { order } from '../../../src/cypher/values/order.ts'

const graph = openGraph({ nodes: [], relationships: [] })

/** Rows of four values around their number, each value one of so many. */
function someRows(choices: Choices, rows: number, different: number): Value[][] {
  const value = (): Value => {
    const n = choices.int(1, different)
    return choices.pick<() => Value>([() => n, () => new Float(n / 2), () => `v${n}`, () => [n, null], () => null])()
  }
  return Array.from({ length: rows }, (_, at) => [value(), value(), value(), at, value()])
}

function sorted(rows: readonly Value[][]): Value[] {
  const by = (a: Value[], b: Value[]) =>
    order(a[0] as Value, b[0] as Value) ||
    -order(a[1] as Value, b[1] as Value) ||
    order(a[2] as Value, b[2] as Value) ||
    order(a[4] as Value, b[4] as Value)
  return rows.toSorted(by).map(row => row[3] as Value)
}

const ask = (rows: readonly Value[][], end: string): Value[] =>
  run(graph, `UNWIND $rows AS r WITH r ORDER BY r[0], r[1] DESC, r[2], r[4] ${end} RETURN r[3] AS at`, {
    params: { rows },
  }).rows.flat()

describe('ORDER BY', () => {
  it.each([
    ['few different values', 2000, 3],
    ['so many that their ranks do not fit into one number', 6000, 1_000_000],
  ])('orders as the values do, equal rows as they came: %s', (_what, count, different) => {
    const rows = someRows(new Choices(count), count, different)
    const expected = sorted(rows)
    expect(ask(rows, '')).toEqual(expected)
    expect(ask(rows, 'SKIP 7 LIMIT 40')).toEqual(expected.slice(7, 47))
    expect(ask(rows, 'SKIP 1500')).toEqual(expected.slice(1500))
    expect(ask(rows, 'LIMIT 1300')).toEqual(expected.slice(0, 1300))
  })

  it('starts afresh for each run of a subquery', () => {
    const query =
      'UNWIND [3, 1, 2] AS x CALL (x) { UNWIND range(1, x) AS y RETURN y ORDER BY y DESC LIMIT 2 } RETURN x, y'
    expect(run(graph, query).rows).toEqual([
      [3, 3],
      [3, 2],
      [1, 1],
      [2, 2],
      [2, 1],
    ])
  })

  it('takes no rows and no columns to heart', () => {
    expect(run(graph, 'UNWIND [] AS x RETURN x ORDER BY x').rows).toEqual([])
    expect(run(graph, 'UNWIND [2, 1] AS x RETURN x ORDER BY x LIMIT 0').rows).toEqual([])
  })
})
