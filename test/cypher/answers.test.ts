import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { agrees, type Expected } from '../../scripts/tck/vector.ts'
import { type GraphInput, openGraph, run, toJson } from '../../src/cypher/index.ts'

type Answer = { readonly query: string } & (Expected | { readonly error: true })

const [head = '', ...lines] = readFileSync(new URL('../cases/cypher/answers.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const { graph } = JSON.parse(head) as { graph: GraphInput }
const answers = lines.map(line => JSON.parse(line) as Answer)
const opened = openGraph(graph)

/** Queries over one small graph, each put to Neo4j 5.26 and found to be answered, or refused, there as here. */
describe('the answers of Neo4j', () => {
  it('are many', () => expect(answers.length).toBeGreaterThan(200))

  it.each(answers)('$query', answer => {
    if ('error' in answer) {
      expect(() => run(opened, answer.query)).toThrow()
      return
    }
    const { columns, rows } = run(opened, answer.query)
    const found = rows.map(row => row.map(toJson))
    expect(agrees({ ...answer, listsUnordered: true }, columns, found), JSON.stringify(found)).toBe(true)
  })
})
