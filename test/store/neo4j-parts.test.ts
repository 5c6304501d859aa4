import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import { toPropertyGraph } from '../../src/snapshot/property-graph.ts'
import { targetFromEnvironment } from '../../src/store/neo4j/connect.ts'
import { checkPlan } from '../../src/store/neo4j/guard.ts'
import { partition } from '../../src/store/neo4j/partition.ts'
import { plannedStatements } from '../../src/store/neo4j/planned-statements.ts'
import { connectionLost, withRetry } from '../../src/store/neo4j/retry.ts'
import { type LoadRow, loadRows, rowParams } from '../../src/store/neo4j/rows.ts'
import { paramToDriver, toCell, toDriver } from '../../src/store/neo4j/values.ts'
import { altered, SAMPLE } from '../snapshot/sample-snapshot.ts'

const row = (from: number, to: number, i: number): LoadRow => ({
  id: `r${i}`,
  statement: 'S',
  ends: [`n${from}`, `n${to}`],
  mark: '',
  properties: {},
})

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
})

describe('rows', () => {
  const { nodes, relationships } = loadRows(toPropertyGraph(SAMPLE))

  it('mark equal content equally and other content otherwise', () => {
    const again = loadRows(toPropertyGraph(SAMPLE))
    expect(again.nodes.map(one => one.mark)).toEqual(nodes.map(one => one.mark))
    const changed = altered(snapshot => {
      snapshot.graph.nodes[0]!.attributes.name += '！'
    })
    const differing = loadRows(toPropertyGraph(changed)).nodes.filter((one, i) => one.mark !== nodes[i]?.mark)
    expect(differing).toHaveLength(1)
  })

  it('hold no text of the data in their statements', () => {
    const statements = new Set([...nodes, ...relationships].map(one => one.statement))
    expect(statements.size).toBeLessThan(30)
    for (const statement of statements) expect(statement).not.toMatch(/\p{Script=Han}/u)
    expect(plannedStatements(SAMPLE).map(one => one.statement)).toEqual(expect.arrayContaining([...statements]))
  })

  it('take out our own properties that are gone where the element was there', () => {
    const person = nodes.find(one => one.properties['name'] === '李一之')!
    expect(rowParams(person, true)['set']).toMatchObject({ name: '李一之', code: null, mailuo: person.mark })
    expect(rowParams(person, false)['set']).not.toHaveProperty('code')
  })
})

describe('values', () => {
  it('keep integers and floats apart on their way there and back', () => {
    expect(toDriver(31)).toBe(31n)
    expect(toDriver({ $float: '31' })).toBe(31)
    expect(toDriver([1, 2])).toEqual([1n, 2n])
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
