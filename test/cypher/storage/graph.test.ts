import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import { describe, expect, it } from 'vitest'
import type { GraphInput } from '../../../src/cypher/index.ts'
import { fromGraphology, openGraph, run, toJson } from '../../../src/cypher/index.ts'
import type { Adjacency } from '../../../src/cypher/storage/adjacency.ts'

const inputs: fc.Arbitrary<GraphInput> = fc.integer({ min: 1, max: 8 }).chain(size =>
  fc.record({
    nodes: fc
      .array(
        fc.record({
          labels: fc.uniqueArray(fc.constantFrom('A', 'B', 'C')),
          x: fc.option(fc.integer({ min: 0, max: 3 })),
        }),
        {
          minLength: size,
          maxLength: size,
        },
      )
      .map(nodes => nodes.map(({ labels, x }, id) => ({ id, labels, properties: x === null ? {} : { x } }))),
    relationships: fc.array(
      fc.record({
        type: fc.constantFrom('R', 'S', 'T'),
        start: fc.nat({ max: size - 1 }),
        end: fc.nat({ max: size - 1 }),
        properties: fc.constant({}),
      }),
      { maxLength: 20 },
    ),
  }),
)

function entries({ offsets, relationships, others, types }: Adjacency, node: number): number[][] {
  const list: number[][] = []
  for (let i = offsets[node] as number; i < (offsets[node + 1] as number); i++) {
    list.push([types[i] as number, relationships[i] as number, others[i] as number])
  }
  return list
}

describe('a graph', () => {
  it('holds each relationship at both ends, by type and then by id', () => {
    fc.assert(
      fc.property(inputs, input => {
        const graph = openGraph(input)
        for (const [node] of input.nodes.entries()) {
          const at = (end: 'start' | 'end', other: 'start' | 'end') =>
            input.relationships
              .map((r, id) => ({ r, row: [graph.typeIds.get(r.type) as number, id, r[other] as number] }))
              .filter(({ r }) => r[end] === node)
              .map(({ row }) => row)
              .sort((a, b) => (a[0] as number) - (b[0] as number) || (a[1] as number) - (b[1] as number))
          expect(entries(graph.outgoing, node)).toEqual(at('start', 'end'))
          expect(entries(graph.incoming, node)).toEqual(at('end', 'start'))
        }
      }),
    )
  })

  it('answers labels, properties, indexes and counts as the input says', () => {
    fc.assert(
      fc.property(inputs, input => {
        const graph = openGraph(input)
        for (const [id, node] of input.nodes.entries()) {
          expect(graph.labelsOf(id).sort()).toEqual([...node.labels].sort())
          expect(graph.nodeProperty(id, 'x')).toBe(node.properties['x'] ?? null)
        }
        for (const x of [0, 1, 2, 3]) {
          const ids = [...input.nodes.keys()].filter(id => input.nodes[id]?.properties['x'] === x)
          expect(graph.index('x').find(x)).toEqual(ids)
        }
        for (const label of ['A', 'B']) {
          const labelled = input.relationships.filter(
            r => r.type === 'R' && input.nodes[r.start as number]?.labels.includes(label),
          )
          expect(graph.statistics.degree(label, 'out', 'R')).toBe(labelled.length)
        }
        expect(graph.index('x').find(null)).toEqual([])
      }),
    )
  })

  it('refuses an id twice and a relationship that ends nowhere', () => {
    const node = { id: 'a', labels: [], properties: {} }
    expect(() => openGraph({ nodes: [node, node], relationships: [] })).toThrow('two nodes')
    const loose = { type: 'R', start: 'a', end: 'b', properties: {} }
    expect(() => openGraph({ nodes: [node], relationships: [loose] })).toThrow('ends at b')
  })

  it('keeps rare properties apart from common ones without telling', () => {
    const nodes = Array.from({ length: 100 }, (_, id) => ({
      id,
      labels: [],
      properties: id === 77 ? { rare: 'x', all: 1 } : { all: 1 },
    }))
    const graph = openGraph({ nodes, relationships: [] })
    expect([graph.nodeProperty(77, 'rare'), graph.nodeProperty(76, 'rare'), graph.nodeProperty(76, 'all')]).toEqual([
      'x',
      null,
      1,
    ])
    expect([...graph.nodeProperties(77).keys()].sort()).toEqual(['all', 'rare'])
  })

  it('is read from graphology', () => {
    const from = new MultiDirectedGraph()
    from.addNode('p1', { type: 'Place', name: '回民区', degree: 2 })
    from.addNode('o1', { labels: ['Organisation', 'Body'], name: '街道办' })
    from.addEdgeWithKey('e1', 'o1', 'p1', { type: 'LOCATED_IN', confidence: 0.75 })
    const graph = openGraph(fromGraphology(from))
    const query = 'MATCH (o)-[r]->(p) RETURN o, type(r), r.confidence, p.name, labels(p), elementId(o), elementId(r)'
    expect(run(graph, query).rows[0]?.map(toJson)).toEqual([
      { $node: { labels: ['Organisation', 'Body'], properties: { name: '街道办' } } },
      'LOCATED_IN',
      { $float: '0.75' },
      '回民区',
      ['Place'],
      'o1',
      'e1',
    ])
  })

  it('is read from graphology as the caller says', () => {
    const from = new MultiDirectedGraph()
    from.addNode('a', { kind: 'X', secret: 1 })
    from.addEdge('a', 'a', { verb: 'KNOWS' })
    const graph = openGraph(
      fromGraphology(from, {
        labels: attributes => [String(attributes['kind'])],
        type: attributes => String(attributes['verb']),
        nodeProperties: (_, key) => ({ key }),
        edgeProperties: () => ({}),
      }),
    )
    expect(run(graph, 'MATCH (a:X)-[r:KNOWS]->(a) RETURN properties(a), properties(r)').rows[0]?.map(toJson)).toEqual([
      { key: 'a' },
      {},
    ])
  })

  it('is searched by name, alias and pinyin, the best first', () => {
    const names = ['回民区党群服务中心', '回民区', '新城区']
    const nodes = names.map((name, id) => ({
      id,
      labels: [],
      properties: { name, pinyin: ['huiminqudangqunfuwuzhongxin', 'huiminqu', 'xinchengqu'][id] },
    }))
    const graph = openGraph({ nodes, relationships: [] })
    const found = (query: string) =>
      run(graph, 'CALL db.index.fulltext.queryNodes("names", $query) YIELD node RETURN node.name', {
        params: { query },
      }).rows.map(row => row[0])
    expect(found('回民区')).toEqual(['回民区', '回民区党群服务中心'])
    expect(found('服务 回民')).toEqual(['回民区党群服务中心'])
    expect(found('xincheng*')).toEqual(['新城区'])
    expect(found('*')).toEqual([])
  })
})

describe('properties of relationships that are read later', () => {
  const ends = { type: 'R', start: 1, end: 1, properties: {} }
  const nodes = [{ id: 1, labels: [], properties: { x: 1 } }]

  it('are read once, when a query first asks for one', () => {
    const asked: number[] = []
    const graph = openGraph({
      nodes,
      relationships: [ends, ends],
      relationshipProperties: index => {
        asked.push(index)
        return { w: index }
      },
    })
    expect(run(graph, 'MATCH (n)-[r:R]->() WHERE n.x = 1 RETURN count(r) AS n').rows).toEqual([[2]])
    expect(asked).toEqual([])
    const { rows, notices } = run(graph, 'MATCH ()-[r {w: 1}]->() RETURN r.w')
    expect([rows, notices]).toEqual([[[1]], []])
    expect(run(graph, 'MATCH ()-[r]->() RETURN sum(r.w) AS s').rows).toEqual([[1]])
    expect(asked).toEqual([0, 1])
  })
})
