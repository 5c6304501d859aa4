import { beforeAll, describe, expect, it } from 'vitest'
import type { RunOptions } from '../../../src/cypher/index.ts'
import { CypherError, format, loadTemporal, openGraph, run } from '../../../src/cypher/index.ts'

/** A hub that nearly all relationships touch. */
const hub = openGraph({
  nodes: Array.from({ length: 300 }, (_, id) => ({
    id,
    labels: [id % 2 ? 'A' : 'B', id % 3 ? 'C' : 'D'],
    properties: { x: id },
  })),
  relationships: Array.from({ length: 1500 }, (_, i) => ({
    type: 'R',
    start: i % 7 ? 0 : i % 300,
    end: (i * 31) % 300,
    properties: {},
  })),
})

function refusal(query: string, options: RunOptions = {}): CypherError {
  try {
    run(hub, query, options)
  } catch (error) {
    if (error instanceof CypherError) return error
    throw error
  }
  throw new Error(`answered: ${query.slice(0, 100)}`)
}

const BRIEF: RunOptions = { limits: { steps: 300_000 } }

beforeAll(loadTemporal)

describe('queries that want too much end in a clear error', () => {
  it.each([
    ['a list of a billion numbers', 'RETURN range(1, 1000000000)'],
    ['a text doubled forty times', "RETURN reduce(s = 'x', i IN range(1, 40) | s + s)"],
    ['a text doubled by WITH', `WITH 'x' AS a ${'WITH a + a AS a '.repeat(40)}RETURN size(a)`],
    ['a list that holds itself twice, forty times', 'RETURN reduce(s = [1], i IN range(1, 40) | [s, s])'],
    ['the same by comprehension', 'RETURN reduce(s = [1], i IN range(1, 40) | [x IN [1, 2] | s])'],
    ['the same by maps', 'RETURN reduce(s = {}, i IN range(1, 40) | {a: s, b: s, c: [1]})'],
    ['the same by aggregation', `WITH [1] AS s ${'UNWIND [1, 2] AS i WITH collect(s) AS s '.repeat(40)}RETURN s`],
    ['a replacement that grows', `WITH 'aaaaaaaaaa' AS s ${"WITH replace(s, 'a', s) AS s ".repeat(4)}RETURN size(s)`],
    ['a pattern that never ends', "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+'"],
    ['a choice repeated', "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(?:a|a)*'"],
    ['many lists gathered', 'UNWIND range(1, 100000) AS x RETURN collect(range(1, 10000))'],
  ])('%s', (_what, query) => {
    expect(refusal(query, { limits: { memory: 50_000_000 } }).code).toBe('limit')
  })

  it.each([
    ['a billion rows', 'UNWIND range(1, 1000000000) AS x RETURN count(x)'],
    ['a product of four labels', 'MATCH (a:A), (b:B), (c:C), (d:D) RETURN count(*)'],
    ['every walk over a hub', 'MATCH (a)-[*]-(b) RETURN count(*)'],
    ['every walk by a group', 'MATCH (a) ((x)--(y)){1,9} (b) RETURN count(*)'],
    [
      'a shortest path that must be long',
      'MATCH p = shortestPath((a {x: 0})-[*]-(b {x: 5})) WHERE length(p) > 40 RETURN p',
    ],
    ['a subquery that does so', 'MATCH (a) RETURN COUNT { (a)-[*]-(b) }'],
  ])('%s', (_what, query) => {
    const error = refusal(query, BRIEF)
    expect([error.code, error.message]).toEqual(['limit', expect.stringContaining('300000 steps')])
    expect(error.texts.message.zh).toContain('查询已停止')
  })

  it('but not where a limit lets them off', () => {
    expect(run(hub, 'UNWIND range(1, 1000000000) AS x RETURN x LIMIT 2', BRIEF).rows).toEqual([[1], [2]])
    expect(run(hub, 'MATCH (a), (b), (c), (d) RETURN 1 AS one LIMIT 3', BRIEF).total).toBe(3)
    expect(run(hub, 'RETURN EXISTS { MATCH (a)-[*]-(b) } AS e', BRIEF).rows).toEqual([[true]])
  })

  it('rows, time and signals stop a run too', () => {
    expect(refusal('UNWIND range(1, 20) AS x RETURN x', { limits: { rows: 10 } }).message).toContain('10 rows')
    expect(refusal('UNWIND range(1, 1000000000) AS x RETURN count(x)', { limits: { time: 20 } }).message).toContain(
      '20 ms',
    )
    expect(refusal('RETURN 1', { signal: AbortSignal.abort() }).code).toBe('cancelled')
    let looks = 0
    const signal = {
      get aborted() {
        return ++looks > 3
      },
    }
    expect(refusal('UNWIND range(1, 1000000000) AS x RETURN count(x)', { signal }).code).toBe('cancelled')
  })

  it('a walk deeper than the stack is a limit too', () => {
    const nodes = Array.from({ length: 50_000 }, (_, id) => ({ id, labels: [], properties: { id } }))
    const chain = openGraph({
      nodes,
      relationships: nodes.slice(1).map(({ id }) => ({ type: 'R', start: id - 1, end: id, properties: {} })),
    })
    expect(() => run(chain, 'MATCH ({id: 0})-[*]->(b) RETURN count(b)')).toThrow('too deep')
    expect(run(chain, 'MATCH ({id: 0})-[*..500]->(b) RETURN count(b) AS n').rows).toEqual([[500]])
    const end = run(
      chain,
      'MATCH (a {id: 0}), (b {id: 49999}) MATCH p = shortestPath((a)-[*]->(b)) RETURN length(p) AS n',
    )
    expect(end.rows).toEqual([[49_999]])
  })

  it('leave the graph usable', () => {
    expect(run(hub, 'MATCH (a:A) RETURN count(*) AS n').rows).toEqual([[150]])
  })
})

describe('odd texts', () => {
  it.each([
    ['10,000 brackets', `RETURN ${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['10,000 lists', `RETURN ${'['.repeat(10_000)}1${']'.repeat(10_000)}`],
    ['50,000 additions', `RETURN 1 ${'+ 1'.repeat(50_000)}`],
    ['a query of a megabyte', `RETURN '${'a'.repeat(1_048_576)}' AS x`],
    ['NUL', "RETURN '\0' AS x"],
    ['nothing', ''],
    ['half a clause', 'MATCH (a)-[:R]->('],
  ])('%s is refused before running', (_what, query) => {
    expect(refusal(query).code).toBe('syntax')
  })

  it('lone surrogates and marks that turn the writing survive', () => {
    const text = 'a\u202eb\ud800c'
    expect(run(hub, 'RETURN $text AS t, size($text) AS n', { params: { text } }).rows).toEqual([[text, 5]])
  })
})

describe('parameters', () => {
  it('that are missing are named', () => {
    const error = refusal('RETURN 1 AS one, $name')
    expect([error.code, error.message]).toEqual(['parameter', 'the parameter $name is missing'])
  })

  it('of the wrong type are refused where they are used, with the place', () => {
    const error = refusal('RETURN 1 - $p AS x', { params: { p: [{ a: 1 }] } })
    expect([error.code, error.line, error.column, error.caret]).toEqual([
      'type',
      1,
      8,
      'RETURN 1 - $p AS x\n       ^^^^^^',
    ])
    expect(refusal('MATCH (a) RETURN a LIMIT $n', { params: { n: 'x' } }).message).toContain('LIMIT')
    expect(refusal('MATCH (a) WHERE a.x IN $l RETURN a', { params: { l: 5 } }).code).toBe('type')
    expect(refusal('RETURN $f AS f', { params: { f: () => 1 } }).code).toBe('argument')
  })

  it('with hostile keys are only keys', () => {
    const { rows } = run(hub, 'RETURN $m.`__proto__` AS a, keys($m) AS k', {
      params: { m: JSON.parse('{"__proto__": 7}') },
    })
    expect(rows.map(row => row.map(value => format(value)))).toEqual([['7', "['__proto__']"]])
    expect(run(hub, 'MATCH (a {x: 1}) RETURN a.constructor AS c, a.`__proto__` AS p').rows).toEqual([[null, null]])
  })
})
