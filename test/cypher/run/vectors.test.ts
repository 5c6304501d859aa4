import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { runVectors } from '../../../scripts/tck/run-vectors.ts'
import type { Floor } from '../../../scripts/tck/table.ts'
import { rates } from '../../../scripts/tck/table.ts'
import type { Vector } from '../../../scripts/tck/vector.ts'
import { agrees } from '../../../scripts/tck/vector.ts'
import { loadTemporal } from '../../../src/cypher/index.ts'

const folder = new URL('../../../../shared/tck/', import.meta.url)
const floors = JSON.parse(readFileSync(new URL('../tck-floor.json', import.meta.url), 'utf8')) as Record<string, Floor>

beforeAll(loadTemporal)

describe.skipIf(!existsSync(folder))('the vectors of ../shared/tck (skipped where that folder is absent)', () => {
  it.each(['tck.jsonl', 'random.jsonl'])('%s stays above its floor', name => {
    const vectors = readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Vector)
    const found = rates(runVectors(vectors))
    const floor = floors[name] as Floor
    expect(found.valid).toBeGreaterThanOrEqual(floor.valid)
    expect(found.invalid).toBeGreaterThanOrEqual(floor.invalid)
    expect(found.temporal).toBeGreaterThanOrEqual(floor.temporal)
    expect(found.wrong).toBeLessThanOrEqual(floor.wrong)
  })
})

describe('the judge of vectors', () => {
  const base = { columns: ['x'], ordered: true, listsUnordered: false }
  it('sees a wrong row, order, column or type', () => {
    expect(agrees({ ...base, rows: [[1], [2]] }, ['x'], [[1], [2]])).toBe(true)
    expect(agrees({ ...base, rows: [[1], [2]] }, ['x'], [[2], [1]])).toBe(false)
    expect(agrees({ ...base, ordered: false, rows: [[1], [2]] }, ['x'], [[2], [1]])).toBe(true)
    expect(agrees({ ...base, rows: [[1]] }, ['y'], [[1]])).toBe(false)
    expect(agrees({ ...base, rows: [[1]] }, ['x'], [[{ $float: '1.0' }]])).toBe(false)
    expect(agrees({ ...base, rows: [[[1, 2]]] }, ['x'], [[[2, 1]]])).toBe(false)
    expect(agrees({ ...base, listsUnordered: true, rows: [[[1, 2]]] }, ['x'], [[[2, 1]]])).toBe(true)
  })

  it('reports each status', () => {
    const graph = { nodes: [], relationships: [] }
    const ask = (id: string, query: string, expected: Vector['expect']): Vector => ({
      id,
      group: 'g',
      graph,
      query,
      expect: expected,
    })
    const outcomes = runVectors([
      ask('a', 'RETURN 1 AS x', { ...base, rows: [[1]] }),
      ask('b', 'RETURN 2 AS x', { ...base, rows: [[1]] }),
      ask('c', 'RETURN 1 / 0 AS x', { ...base, rows: [[1]] }),
      ask('d', 'RETURN 1 AS x', { error: 'SyntaxError' }),
      ask('e', 'RETURN', { error: 'SyntaxError' }),
      { ...ask('f', 'RETURN 1 AS x', { ...base, rows: [[1]] }), graph: { sameAs: 'a' } },
    ])
    expect(outcomes.map(outcome => outcome.status)).toEqual(['pass', 'wrong', 'error', 'accepted', 'pass', 'pass'])
  })
})
