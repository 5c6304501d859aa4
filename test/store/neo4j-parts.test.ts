import fc from 'fast-check'
import neo4j from 'neo4j-driver'
import { describe, expect, it } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { linesOf } from '../../src/snapshot/lines/snapshot-lines.ts'
import { toPropertyGraph } from '../../src/snapshot/property-graph.ts'
import { allPlaces } from '../../src/store/neo4j/changes.ts'
import { targetFromEnvironment } from '../../src/store/neo4j/connect.ts'
import { checkPlan } from '../../src/store/neo4j/guard.ts'
import { Kind } from '../../src/store/neo4j/kind.ts'
import { partition } from '../../src/store/neo4j/partition.ts'
import { plannedStatements } from '../../src/store/neo4j/planned-statements.ts'
import { portions } from '../../src/store/neo4j/portions.ts'
import { connectionLost, withRetry } from '../../src/store/neo4j/retry.ts'
import { createParams, type LoadRow, type LoadRows, loadRows, mergeParams } from '../../src/store/neo4j/rows.ts'
import { LoadSource } from '../../src/store/neo4j/source.ts'
import { createStatement, mergeStatement } from '../../src/store/neo4j/statements.ts'
import { paramToDriver, toCell, toDriver } from '../../src/store/neo4j/values.ts'
import { altered, SAMPLE } from '../snapshot/sample-snapshot.ts'

const row = (from: number, to: number, i: number): LoadRow => ({
  id: `r${i}`,
  kind: new Kind('RUNS', ['Place', 'Programme']),
  ends: [`n${from}`, `n${to}`],
  mark: '',
  size: 100,
  properties: () => ({}),
})

const rowsOf = (snapshot: Snapshot): LoadRows => {
  const source = new LoadSource(linesOf(snapshot))
  return loadRows(source, allPlaces(source))
}

describe('partition', () => {
  const edges = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 200 })
  it('loses and doubles nothing, and no node is in two lanes of a round', () => {
    fc.assert(
      fc.property(edges, fc.integer({ min: 2, max: 9 }), (pairs, writers) => {
        const rows = pairs.map(([from, to], i) => row(from, to, i))
        const rounds = partition(rows, writers)
        const seen = rounds.flat(3).map(one => one.id)
        expect([...seen].sort()).toEqual(rows.map(one => one.id).sort())
        for (const lanes of rounds) {
          const owner = new Map<string, number>()
          lanes.forEach((lane, number) => {
            for (const end of lane.flat().flatMap(one => one.ends ?? [])) {
              expect(owner.get(end) ?? number).toBe(number)
              owner.set(end, number)
            }
          })
        }
      }),
    )
  })

  it('sorts a lane by its ends, smaller first', () => {
    const [[lane]] = partition([row(9, 1, 0), row(2, 0, 1), row(0, 1, 2)], 1) as [[LoadRow[][]]]
    expect(lane.flat().map(one => one.id)).toEqual(['r2', 'r1', 'r0'])
  })

  it('cuts by rows and by their bytes', () => {
    const many = Array.from({ length: 5000 }, (_, i) => row(i, i + 1, i))
    const sizes = (rows: LoadRow[]): number[] => partition(rows, 1)[0]?.[0]?.map(batch => batch.length) ?? []
    expect(sizes(many)).toEqual([2000, 2000, 1000])
    expect(sizes(many.slice(0, 5).map(one => ({ ...one, size: 3_000_000 })))).toEqual([2, 2, 1])
  })
})

describe('rows', () => {
  const { nodes, relationships } = rowsOf(SAMPLE)
  for (const row of [...nodes, ...relationships]) row.kind.learn(row.properties())

  it('mark equal content equally and other content otherwise', () => {
    expect(rowsOf(SAMPLE).nodes.map(one => one.mark)).toEqual(nodes.map(one => one.mark))
    const changed = altered(snapshot => {
      snapshot.graph.nodes[0]!.attributes.name += '！'
    })
    const differing = rowsOf(changed).nodes.filter((one, i) => one.mark !== nodes[i]?.mark)
    expect(differing).toHaveLength(1)
  })

  it('hold no text of the data in their statements', () => {
    const kinds = [...new Set([...nodes, ...relationships].map(one => one.kind))]
    const created = kinds.map(createStatement)
    expect(kinds.length).toBeLessThan(30)
    for (const statement of [...created, ...kinds.map(kind => mergeStatement(kind))]) {
      expect(statement).not.toMatch(/\p{Script=Han}/u)
    }
    expect(plannedStatements(linesOf(SAMPLE)).map(one => one.statement)).toEqual(expect.arrayContaining(created))
  })

  it('give a value for every column of their statement', () => {
    for (const row of [...nodes, ...relationships]) {
      const columns = createStatement(row.kind).match(/row\[\d+\]/g) ?? []
      const params = createParams(
        row,
        row.properties(),
        row.ends?.map(() => neo4j.int(0)),
      )
      expect(params).toHaveLength(new Set(columns).size)
      for (const name of Object.keys(row.properties())) expect(row.kind.columns).toContain(name)
      expect(params).toContain(row.mark)
    }
  })

  it('go in portions that lose none: what is surely new by the places of its ends, the rest by keys', () => {
    const elements = new Map(nodes.map(({ id }) => [id, `element of ${id}`]))
    const there = new Map(relationships.filter((_, i) => i % 7 === 0).map(({ id, mark }) => [id, mark]))
    const missing = relationships.find(({ id }) => !there.has(id))?.ends?.[0] ?? ''
    elements.delete(missing)
    const sent = [...portions(relationships, { there, elements, isCertain: true })]
    const ids = sent.flatMap(({ params, creates }) => {
      if (creates === undefined) return (params['rows'] as { id: string }[]).map(({ id }) => id)
      const [keys, found, rows] = [params['ids'], params['nodes'], params['rows']] as [string[], string[], unknown[][]]
      expect(rows).toHaveLength(creates)
      expect(found).toEqual(keys.map(key => `element of ${key}`))
      return rows.map(([from, to, ...values]) => {
        const meant = relationships.find(({ id }) => values.includes(id))
        expect([keys[Number(from)], keys[Number(to)]]).toEqual(meant?.ends)
        return meant?.id
      })
    })
    expect(ids).toEqual(relationships.map(({ id }) => id))
    const merged = sent
      .filter(({ creates }) => creates === undefined)
      .flatMap(({ params }) => params['rows'] as object[])
    expect(merged).toHaveLength(relationships.filter(({ id, ends }) => there.has(id) || ends?.includes(missing)).length)
    const again = [...portions(relationships, { there, elements, isCertain: false })]
    expect(again.every(({ creates }) => creates === undefined)).toBe(true)
  })

  it('take out our own properties that are gone where the element was there', () => {
    const person = nodes.find(one => one.properties()['name'] === '李一之')!
    expect(mergeParams(person, person.properties(), true)['set']).toMatchObject({
      name: '李一之',
      code: null,
      mailuo: person.mark,
    })
    expect(mergeParams(person, person.properties(), false)['set']).not.toHaveProperty('code')
  })

  it('are made of a part alone as of the whole', () => {
    const places = { nodes: [3, 7], edges: SAMPLE.graph.edges.flatMap((_, i) => (i % 5 === 0 ? [i] : [])) }
    const part = loadRows(new LoadSource(linesOf(SAMPLE)), places)
    const same = (row: LoadRow) => ({ ...row, kind: row.kind.key, mark: row.mark, bag: row.properties(), source: null })
    expect(part.nodes.map(same)).toEqual(places.nodes.map(i => same(nodes[i]!)))
    expect(part.relationships.map(same)).toEqual(places.edges.map(i => same(relationships[i]!)))
  })

  it('hold the properties of the property graph, wherever they are read from', () => {
    const graph = toPropertyGraph(SAMPLE)
    expect(nodes.map(row => row.properties())).toEqual(graph.nodes.map(node => node.properties))
    expect(relationships.map(row => row.properties())).toEqual(graph.relationships.map(one => one.properties))
    expect(relationships.map(row => row.ends)).toEqual(graph.relationships.map(({ start, end }) => [start, end]))
  })

  it('refuse an edge that begins nowhere', () => {
    const dangling = altered(snapshot => void Object.assign(snapshot.graph.edges[0]!, { source: 'place:nowhere' }))
    expect(() => rowsOf(dangling)).toThrow('begins or ends at place:nowhere')
  })
})

describe('values', () => {
  it('keep integers and floats apart on their way there and back', () => {
    expect(toDriver(31)).toEqual(neo4j.int(31))
    expect(toDriver({ $float: '31' })).toBe(31)
    expect(toDriver([1, 2])).toEqual([neo4j.int(1), neo4j.int(2)])
    expect(paramToDriver({ a: [1, { $float: '1' }, { $int: '9007199254740993' }, null] })).toEqual({
      a: [1n, 1, 9007199254740993n, null],
    })
    expect(toCell([31n, 31, 9007199254740993n, { a: null }])).toEqual([
      31,
      { $float: '31.0' },
      { $int: '9007199254740993' },
      { a: null },
    ])
  })
})

describe('withRetry', () => {
  const failing = (code: string, times: number) => {
    let tries = 0
    const work = () => {
      tries++
      return tries > times ? Promise.resolve(tries) : Promise.reject(Object.assign(new Error(code), { code }))
    }
    return { work, tries: () => tries }
  }

  it('tries again what passes by itself', async () => {
    expect(await withRetry(failing('Neo.TransientError.Transaction.DeadlockDetected', 3).work, 0, [1, 1, 1])).toBe(4)
    expect(await withRetry(failing('ServiceUnavailable', 1).work, 0, [1])).toBe(2)
    const lost = connectionLost()
    let first = true
    const once = () => {
      if (!first) return Promise.resolve('done')
      first = false
      return Promise.reject(lost)
    }
    expect(await withRetry(once, 0, [1])).toBe('done')
  })

  it('gives up on what does not, and after its last pause', async () => {
    const wrong = failing('Neo.ClientError.Statement.SyntaxError', 9)
    await expect(withRetry(wrong.work, 0, [1, 1])).rejects.toThrow('SyntaxError')
    expect(wrong.tries()).toBe(1)
    const busy = failing('Neo.TransientError.General.MemoryPoolOutOfMemoryError', 9)
    await expect(withRetry(busy.work, 0, [1, 1])).rejects.toThrow('MemoryPool')
    expect(busy.tries()).toBe(3)
  })
})

describe('checkPlan', () => {
  type Plan = Exclude<Parameters<typeof checkPlan>[1], false>
  const plan = (operatorType: string, details = '', children: Plan[] = []): Plan => ({
    operatorType,
    identifiers: [],
    arguments: { Details: details },
    children,
  })
  const reading = plan('ProduceResults@neo4j', 'n', [plan('NodeByLabelScan@neo4j', 'n:Place')])

  it('lets reading plans and allowed procedures pass', () => {
    expect(() => checkPlan('r', reading, 'x')).not.toThrow()
    expect(() => checkPlan('r', plan('ProcedureCall@neo4j', 'db.labels() :: (label :: STRING)'), 'x')).not.toThrow()
  })

  it.each([
    ['rw', reading],
    ['s', reading],
    ['r', false],
    ['r', plan('ProduceResults@neo4j', '', [plan('LoadCSV@neo4j', 'line')])],
    ['r', plan('ProcedureCall@neo4j', 'dbms.listConfig() :: (name :: STRING)')],
    ['r', plan('ProcedureCall@neo4j', '`db`.labelsToo() :: ()')],
    ['r', plan('ShowSettings@neo4j')],
  ] as const)('refuses %s %j', (type, given) => {
    expect(() => checkPlan(type, given, 'x')).toThrow(QueryError)
  })
})

describe('targetFromEnvironment', () => {
  it('reads user, password and database, where they are set', () => {
    const environment = { NEO4J_USER: 'me', NEO4J_PASSWORD: 'secret', NEO4J_DATABASE: '' }
    expect(targetFromEnvironment('bolt://h', environment)).toEqual({ uri: 'bolt://h', user: 'me', password: 'secret' })
    expect(targetFromEnvironment('bolt://h', {})).toEqual({ uri: 'bolt://h' })
  })
})
