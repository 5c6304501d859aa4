import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { agrees } from '../../scripts/tck/vector.ts'
import { type Json, loadTemporal, openGraph, run, toJson } from '../../src/cypher/index.ts'

/** Rows, or null where the query is refused. */
type Answer = { readonly query: string; readonly rows: readonly (readonly Json[])[] | null }

const answers = readFileSync(new URL('../cases/cypher/values.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Answer)
const graph = openGraph({ nodes: [], relationships: [] })

beforeAll(loadTemporal)

/** Queries that need no graph, each put to Neo4j 5.26: functions, operators, patterns of text, dates and times, orders, groups. */
describe('the answers of Neo4j without a graph', () => {
  it('are many, and many are refusals', () => {
    expect(answers.length).toBeGreaterThan(1000)
    expect(answers.filter(({ rows }) => rows === null).length).toBeGreaterThan(200)
  })

  it.each(answers)('$query', ({ query, rows }) => {
    if (rows === null) {
      expect(() => run(graph, query)).toThrow()
      return
    }
    const { columns, rows: found } = run(graph, query)
    const json = found.map(row => row.map(toJson))
    expect(agrees({ columns: null, rows, ordered: true, listsUnordered: false }, columns, json)).toBe(true)
  })
})
