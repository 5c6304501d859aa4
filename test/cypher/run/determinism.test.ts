import { beforeAll, describe, expect, it } from 'vitest'
import { randomGraph } from '../../../scripts/fuzz/graph.ts'
import { randomQuery, textOf } from '../../../scripts/fuzz/query.ts'
import { Choices } from '../../../scripts/fuzz/random.ts'
import { agrees } from '../../../scripts/tck/vector.ts'
import type { GraphInput, Json } from '../../../src/cypher/index.ts'
import { loadTemporal, openGraph, prepare, run, toJson } from '../../../src/cypher/index.ts'

beforeAll(loadTemporal)

const LIMITS = { steps: 2_000_000 }

function answer(graph: GraphInput, query: string): Json[][] | null {
  try {
    return run(openGraph(graph), query, { limits: LIMITS }).rows.map(row => row.map(toJson))
  } catch {
    return null
  }
}

/** The same graph with its nodes and relationships given in another order, so that other plans are chosen. */
function shuffled(graph: GraphInput, choices: Choices): GraphInput {
  const mix = <T>(items: readonly T[]) =>
    items
      .map(item => ({ item, at: choices.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  return { nodes: mix(graph.nodes), relationships: mix(graph.relationships) }
}

/** Labels and types nobody has: the same answers, other statistics. */
function padded(graph: GraphInput): GraphInput {
  const extra = Array.from({ length: 40 }, (_, i) => ({ id: `pad${i}`, labels: ['Pad'], properties: {} }))
  return { ...graph, nodes: [...graph.nodes, ...extra] }
}

describe('random queries', () => {
  const cases = Array.from({ length: 600 }, (_, seed) => {
    const choices = new Choices(seed + 77_000)
    const graph = randomGraph(choices)
    return { choices, graph, query: randomQuery(choices) }
  })

  it('give the same rows in the same order each time', () => {
    for (const { graph, query } of cases.slice(0, 200)) {
      const text = textOf(query)
      expect(answer(graph, text)).toEqual(answer(graph, text))
    }
  })

  it('give the same rows whatever order the graph was given in', () => {
    let answered = 0
    for (const { choices, graph, query } of cases) {
      const text = textOf(query)
      const [mine, other] = [answer(graph, text), answer(shuffled(graph, choices), text)]
      expect([text, other === null]).toEqual([text, mine === null])
      if (mine === null || other === null) continue
      answered++
      expect([text, agrees({ columns: null, rows: mine, ordered: false, listsUnordered: true }, [], other)]).toEqual([
        text,
        true,
      ])
    }
    expect(answered).toBeGreaterThan(500)
  })
})

describe('a prepared query', () => {
  it('runs on several graphs and with several parameters', () => {
    const prepared = prepare('MATCH (n) WHERE n.id >= $least RETURN n.id AS id ORDER BY id')
    const small = openGraph({ nodes: [1, 2].map(id => ({ id, labels: [], properties: { id } })), relationships: [] })
    const large = openGraph(
      padded({ nodes: [1, 2, 3].map(id => ({ id, labels: ['N'], properties: { id } })), relationships: [] }),
    )
    const ids = (graph: typeof small, least: number) => run(graph, prepared, { params: { least } }).rows.flat()
    expect([ids(small, 1), ids(large, 2), ids(small, 2), ids(large, 9)]).toEqual([[1, 2], [2, 3], [2], []])
  })

  it('keeps only the rows that are wanted, and counts the rest', () => {
    const graph = openGraph({ nodes: [], relationships: [] })
    const result = run(graph, 'UNWIND range(1, 1000) AS x RETURN x', { keep: 3 })
    expect([result.rows, result.total]).toEqual([[[1], [2], [3]], 1000])
  })

  it('says whether dates are needed', () => {
    expect([prepare("RETURN date('2024-01-01') AS d").temporal, prepare('RETURN 1 AS date').temporal]).toEqual([
      true,
      false,
    ])
  })
})
