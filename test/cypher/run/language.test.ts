import { beforeAll, describe, expect, it } from 'vitest'
import { format, loadTemporal, openGraph, run } from '../../../src/cypher/index.ts'

/** Districts in a ring; the bridge joins two of them a second time. */
const places = ['回民区', '新城区', '赛罕区', '玉泉区']
const graph = openGraph({
  nodes: places.map((name, id) => ({
    id: `p${id}`,
    labels: ['Place', ...(id === 2 ? ['Big'] : [])],
    properties: { name, rank: id },
  })),
  relationships: [
    ...places.map((_, i) => ({ type: 'NEXT', start: `p${i}`, end: `p${(i + 1) % 4}`, properties: { km: i + 1 } })),
    { type: 'BRIDGE', start: 'p0', end: 'p2', properties: { km: 9 } },
  ],
})

const rows = (query: string, params = {}) =>
  run(graph, query, { params }).rows.map(row => row.map(value => format(value, true)).join(' | '))

beforeAll(loadTemporal)

describe('paths', () => {
  it('of variable length use no relationship twice', () => {
    expect(
      rows(
        "MATCH (a {name: '回民区'})-[r:NEXT*]->(b) RETURN length(r[0..]) AS n ORDER BY n".replace(
          'length(r[0..])',
          'size(r)',
        ),
      ),
    ).toEqual(['1', '2', '3', '4'])
    expect(rows('MATCH p = (a)-[:BRIDGE*]-(b) RETURN count(p)')).toEqual(['2'])
  })

  it('keep their order and direction when printed', () => {
    const text = "(:Place {name: '玉泉区', rank: 3})<-[:NEXT {km: 3}]-(:Place:Big {name: '赛罕区', rank: 2})"
    expect(rows("MATCH p = (a {name: '玉泉区'})<--(b) RETURN p")).toEqual([text])
  })

  it('by quantified groups give lists of what the group bound', () => {
    const query =
      "MATCH (a {name: '回民区'}) ((x)-[r:NEXT]->(y) WHERE r.km < 3){1,3} (b) RETURN [n IN x | n.rank] AS xs, [e IN r | e.km] AS kms, b.name AS b ORDER BY size(r)"
    expect(rows(query)).toEqual(['[0] | [1] | 新城区', '[0, 1] | [1, 2] | 赛罕区'])
    expect(
      rows(query.replace("(a {name: '回民区'})", '(a)').replace('(b) RETURN', "(b {name: '赛罕区'}) RETURN")),
    ).toEqual(['[1] | [2] | 赛罕区', '[0, 1] | [1, 2] | 赛罕区'])
  })

  it('are shortest by function and by words', () => {
    const ends = "MATCH (a {name: '回民区'}), (b {name: '赛罕区'}) "
    expect(rows(`${ends}MATCH p = shortestPath((a)-[*]-(b)) RETURN length(p)`)).toEqual(['1'])
    expect(
      rows(`${ends}MATCH p = allShortestPaths((a)-[:NEXT*]-(b)) RETURN [n IN nodes(p) | n.rank] AS r ORDER BY r`),
    ).toEqual(['[0, 1, 2]', '[0, 3, 2]'])
    expect(rows(`${ends}MATCH p = SHORTEST 2 (a)-[:NEXT|BRIDGE]->+(b) RETURN length(p) AS n ORDER BY n`)).toEqual([
      '1',
      '2',
    ])
    expect(rows(`${ends}MATCH p = SHORTEST 2 GROUPS (a)-[]-+(b) RETURN length(p) AS n ORDER BY n`)).toEqual([
      '1',
      '2',
      '2',
    ])
    expect(rows(`${ends}MATCH p = shortestPath((a)-[*]-(b)) WHERE length(p) > 1 RETURN length(p)`)).toEqual(['2'])
    expect(rows(`${ends}MATCH p = shortestPath((a)<-[:BRIDGE*]-(b)) RETURN p`)).toEqual([])
  })

  it('from a node to itself are refused by the function and walked by words', () => {
    expect(() => rows('MATCH (a {rank: 0}) MATCH p = shortestPath((a)-[*]-(a)) RETURN p')).toThrow(
      'two different nodes',
    )
    expect(rows('MATCH (a {rank: 0}) MATCH p = ANY SHORTEST (a)-[:NEXT]->+(a) RETURN length(p)')).toEqual(['4'])
    expect(rows('MATCH (a {rank: 0}) MATCH p = ANY SHORTEST (a)-[:NEXT]-+(a) RETURN length(p)')).toEqual(['4'])
  })
})

describe('labels and types', () => {
  it('take expressions', () => {
    expect(rows('MATCH (n:Place&!Big) RETURN n.rank AS r ORDER BY r')).toEqual(['0', '1', '3'])
    expect(rows('MATCH (n:%)-[r:!NEXT]->(m:Big|Small) RETURN type(r), m.name')).toEqual(['BRIDGE | 赛罕区'])
    expect(rows('MATCH (n WHERE n.rank > 2)-[r WHERE r.km = 4]->(m) RETURN m.name')).toEqual(['回民区'])
  })
})

describe('subqueries', () => {
  it('count, test and collect', () => {
    expect(
      rows(
        'MATCH (n:Big) RETURN COUNT { (n)--() }, EXISTS { (n)-[:BRIDGE]->() }, COLLECT { MATCH (n)<--(m) RETURN m.rank ORDER BY m.rank DESC }',
      ),
    ).toEqual(['3 | false | [1, 0]'])
  })

  it('run for each row, with and without columns', () => {
    expect(
      rows(
        'MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN m ORDER BY m.rank DESC LIMIT 1 } RETURN n.rank AS a, m.rank AS b ORDER BY a',
      ),
    ).toEqual(['0 | 2', '1 | 2', '2 | 3', '3 | 0'])
    expect(rows('UNWIND [1, 2] AS x CALL (x) { RETURN x AS y UNION ALL RETURN x * 10 AS y } RETURN x, y')).toEqual([
      '1 | 1',
      '1 | 10',
      '2 | 2',
      '2 | 20',
    ])
    expect(rows('UNWIND [1, 2] AS x OPTIONAL CALL (x) { UNWIND range(1, x - 1) AS y RETURN y } RETURN x, y')).toEqual([
      '1 | null',
      '2 | 1',
    ])
  })

  it('start afresh for each row', () => {
    expect(
      rows(
        'UNWIND [3, 1, 2] AS x CALL (x) { UNWIND range(1, 9) AS y RETURN DISTINCT y % x AS m LIMIT 2 } RETURN x, collect(m)',
      ),
    ).toEqual(['3 | [1, 2]', '1 | [0]', '2 | [1, 0]'])
  })
})

describe('procedures', () => {
  it('tell what the graph holds', () => {
    expect(rows('CALL db.labels()')).toEqual(['Big', 'Place'])
    expect(rows('CALL db.relationshipTypes() YIELD relationshipType AS t RETURN t ORDER BY t DESC')).toEqual([
      'NEXT',
      'BRIDGE',
    ])
    expect(
      rows("CALL db.propertyKeys() YIELD propertyKey WHERE propertyKey STARTS WITH 'n' RETURN propertyKey"),
    ).toEqual(['name'])
    expect(rows('CALL db.schema.visualization() YIELD nodes RETURN size(nodes)')).toEqual(['2'])
  })

  it('that are unknown or write are refused', () => {
    expect(() => rows('CALL apoc.load.json("x")')).toThrow()
    for (const clause of [
      'CREATE (n)',
      'MATCH (n) SET n.x = 1',
      'MERGE (n)',
      'MATCH (n) DETACH DELETE n',
      "LOAD CSV FROM 'x' AS r RETURN r",
    ]) {
      expect(() => rows(clause)).toThrow()
    }
  })
})

describe('unions, nulls and conditions', () => {
  it('give equal rows once, or all', () => {
    expect(rows('RETURN 1 AS x UNION RETURN 1.0 AS x UNION RETURN null AS x UNION RETURN null AS x')).toEqual([
      '1',
      'null',
    ])
    expect(rows('RETURN 1 AS x UNION ALL RETURN 1 AS x')).toEqual(['1', '1'])
  })

  it('let null match nothing', () => {
    expect(rows('OPTIONAL MATCH (n:None) MATCH (n) RETURN n')).toEqual([])
    expect(rows('OPTIONAL MATCH (n:None) OPTIONAL MATCH (n)-->(m) RETURN n, m')).toEqual(['null | null'])
    expect(() => rows('UNWIND [1] AS n MATCH (n)-->(m) RETURN m')).toThrow()
  })

  it('order by what is not returned, and cut', () => {
    expect(rows('MATCH (n) RETURN n.name ORDER BY n.rank DESC SKIP 1 LIMIT 2')).toEqual(['赛罕区', '新城区'])
    expect(() => rows('MATCH (n) RETURN n LIMIT $l', { l: -1 })).toThrow('LIMIT')
  })
})
