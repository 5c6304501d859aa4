import { describe, expect, it } from 'vitest'
import type { PlanTree } from '../../../src/cypher/index.ts'
import { explain, format, openGraph, run } from '../../../src/cypher/index.ts'

/** 2 districts, 20 bodies in each, 3 programmes; bodies run programmes; one body links to all others. */
const nodes = [
  ...['回民区', '新城区'].map((name, i) => ({
    id: `d${i}`,
    labels: ['Place'],
    properties: { name, code: `15010${i}` },
  })),
  ...Array.from({ length: 40 }, (_, i) => ({
    id: `o${i}`,
    labels: ['Body', ...(i === 7 ? ['Hub'] : [])],
    properties: { name: `社区${i}`, size: i % 5 },
  })),
  ...['网格', '夜校', '驿站'].map((name, i) => ({ id: `p${i}`, labels: ['Programme'], properties: { name } })),
]
const link = (type: string, start: string, end: string) => ({ type, start, end, properties: {} })
const relationships = Array.from({ length: 40 }, (_, i) => [
  link('IN', `o${i}`, `d${i % 2}`),
  link('RUNS', `o${i}`, `p${i % 3}`),
  link('KNOWS', 'o7', `o${i}`),
]).flat()
const graph = openGraph({ nodes, relationships })

/** Operator names from the first to the last, with those inside others in brackets. */
function shape(query: string): string {
  const lines = explain(graph, query).split('\n').slice(1)
  return lines
    .map(line => line.trim().replace(/\s+\(~.*$/, ''))
    .toReversed()
    .join(' → ')
}

describe('the start', () => {
  it('is the property that tells most, not the label', () => {
    expect(shape("MATCH (b:Body)-[:IN]->(d:Place {name: '回民区'}) RETURN b")).toMatch(
      /^PropertySeek d\.name = '回民区'/,
    )
    expect(shape('MATCH (b:Body)-[:RUNS]->(p) WHERE b.name IN $names RETURN p')).toMatch(
      /^PropertySeek b\.name IN \$names/,
    )
  })

  it('is the rarest label, wherever it stands in the chain', () => {
    expect(shape('MATCH (d:Place)<-[:IN]-(b:Body)-[:RUNS]->(p:Programme) RETURN p')).toMatch(/^LabelScan d:Place/)
    expect(shape('MATCH (b:Body)-[:KNOWS]-(h:Hub) RETURN b')).toMatch(/^LabelScan h:Hub/)
  })

  it('is an id where one is given', () => {
    expect(shape("MATCH (n) WHERE elementId(n) = 'o3' RETURN n")).toMatch(/^IdSeek elementid\(n\) = 'o3'/)
    expect(run(graph, "MATCH (n) WHERE elementId(n) = 'o3' RETURN n.name").rows).toEqual([['社区3']])
    expect(run(graph, 'MATCH (n) WHERE id(n) IN [2, 2, 99, -1] RETURN n.name').rows).toEqual([['社区0']])
  })

  it('of a second part uses what the first has bound, so that no product is made', () => {
    expect(shape('MATCH (b:Hub), (o:Body) WHERE o.size = b.size RETURN o')).toMatch(
      /^LabelScan b:Hub → PropertySeek o\.size = b\.size/,
    )
  })
})

describe('predicates and hops', () => {
  it('are answered as soon as they can be', () => {
    const text = shape(
      "MATCH (d:Place)<-[:IN]-(b)-[:RUNS]->(p) WHERE d.code STARTS WITH '15' AND p.name <> b.name RETURN p",
    )
    expect(text).toMatch(/^LabelScan d:Place → Filter d\.code STARTS WITH '15' → Expand/)
    expect(text).toMatch(/Filter p\.name <> b\.name$/)
  })

  it('between two known nodes are only compared', () => {
    expect(shape('MATCH (a:Hub) MATCH (b:Hub) MATCH (a)-[r]->(b) RETURN r')).toContain('(b) into')
  })

  it('are walked from the cheaper end even against the arrow', () => {
    expect(shape('MATCH (b:Body)-[:IN]->(d:Place) RETURN b')).toContain('Expand (d)<-[:IN]-(b)')
  })

  it('of variable length keep their order when walked from the right', () => {
    const rows = run(
      graph,
      "MATCH (a)-[rs*2..2]->(p:Programme {name: '夜校'}) WHERE a:Hub RETURN [r IN rs | type(r)] AS types",
    ).rows
    expect(new Set(rows.map(row => format(row[0] ?? null)))).toEqual(new Set(["['KNOWS', 'RUNS']"]))
  })
})

describe('projections', () => {
  it('keep only the top where a limit follows the order', () => {
    expect(shape('MATCH (b:Body) RETURN b.name AS n ORDER BY n LIMIT 3')).toMatch(/Sort n, 3$/)
  })

  it('stop early at a limit', () => {
    const { plan } = run(graph, 'PROFILE MATCH (b:Body) RETURN b.name LIMIT 2')
    const scan = find(plan as PlanTree, 'LabelScan')
    expect(scan?.rows).toBe(2)
  })
})

function find(tree: PlanTree, operator: string): PlanTree | undefined {
  if (tree.operator === operator) return tree
  return tree.children.map(child => find(child, operator)).find(found => found !== undefined)
}

describe('EXPLAIN and PROFILE', () => {
  it('show the plan without running', () => {
    const result = run(graph, 'EXPLAIN MATCH (b:Body) WHERE 1 / 0 = b.size RETURN b')
    expect([result.rows.length, result.plan?.operator, result.columns]).toEqual([0, 'Result', ['b']])
  })

  it('count rows where it ran', () => {
    const result = run(graph, 'PROFILE MATCH (d:Place)<-[:IN]-(b) RETURN d.name, count(b) AS n')
    expect(result.rows.length).toBe(2)
    expect(find(result.plan as PlanTree, 'Expand')?.rows).toBe(40)
    expect(find(result.plan as PlanTree, 'Aggregation')?.rows).toBe(2)
  })

  it('show what stands inside: optional parts, subqueries, unions', () => {
    const text = explain(
      graph,
      'MATCH (d:Place) OPTIONAL MATCH (d)<-[:IN]-(b) WHERE EXISTS { (b)-[:RUNS]->(:Programme) } CALL (d) { RETURN 1 AS one UNION RETURN 2 AS one } RETURN d, one',
    )
    for (const part of ['Optional', 'Filter EXISTS', 'Apply', 'RUNS']) expect(text).toContain(part)
  })
})
