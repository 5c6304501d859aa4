import { inspect } from 'node:util'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Facts } from '../../src/model/facts.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { makeSnapshot } from '../../src/snapshot/make-snapshot.ts'
import { verifySnapshot } from '../../src/snapshot/verify.ts'
import { snapshotText } from '../../src/snapshot/write.ts'
import { Kind } from '../../src/store/neo4j/kind.ts'
import { type Neo4jStore, openNeo4j } from '../../src/store/neo4j/neo4j-store.ts'
import { createStatement } from '../../src/store/neo4j/statements.ts'
import { linkByName } from '../graph/facts-fixture.ts'
import { SAMPLE_FACTS } from '../graph/sample-facts.ts'
import { SAMPLE } from '../snapshot/sample-snapshot.ts'
import { generateSnapshot } from '../store/generate-snapshot.ts'
import { emptyDatabase, server, whyNoServer, write } from './neo4j-server.ts'

const PORT = 17_693
const reason = whyNoServer()
const SIZE = { entities: 400, statements: 1200, articles: 60 }

/** The sample with what each article says, one of them in a second source, too. */
function withFacts(): Snapshot {
  const [first] = SAMPLE_FACTS
  if (!first) throw new Error('there are no sample facts')
  const again: Facts = { ...first, article: { ...first.article, source: 'zweite.txt', index: 4, date: null } }
  const read = [...SAMPLE_FACTS, again]
  const links = linkByName(SAMPLE_FACTS)
  return makeSnapshot(buildGraph(SAMPLE_FACTS, links), links, { generator: 'mailuo test', read })
}

/** A node by our id and Neo4j's own. */
interface Node {
  readonly id: string
  element: string
}

/** Makes every third commit of a store seem lost, though the server has done it. */
function loseAnswers({ connection: { driver } }: Neo4jStore): void {
  const open = driver.session.bind(driver)
  let commits = 0
  driver.session = config => {
    const session = open(config)
    const begin = session.beginTransaction.bind(session)
    session.beginTransaction = (...args) => {
      const beginning = begin(...args)
      void beginning.then(transaction => {
        const commit = transaction.commit.bind(transaction)
        transaction.commit = async () => {
          await commit()
          if (commits++ % 3 === 0) throw Object.assign(new Error('the answer is lost'), { code: 'ServiceUnavailable' })
        }
      })
      return beginning
    }
    return session
  }
}

/** How many nodes and edges of `now` are not in `old` as they are. */
function changes(old: Snapshot, now: Snapshot): number {
  const known = new Set([...old.graph.nodes, ...old.graph.edges].map(one => JSON.stringify(one)))
  return [...now.graph.nodes, ...now.graph.edges].filter(one => !known.has(JSON.stringify(one))).length
}

describe.skipIf(reason)(`loading into a real Neo4j${reason ? ` (skipped: ${reason})` : ''}`, () => {
  let uri = ''
  let store: Neo4jStore
  const one = async (cypher: string) => (await store.run(cypher)).rows[0]?.[0]
  beforeAll(async () => {
    uri = server.up(PORT)
    store = await openNeo4j({ uri })
  })
  beforeEach(() => emptyDatabase(store))
  afterAll(async () => {
    await store?.close()
    server.wipe(PORT)
  })

  it('brings back the facts that the snapshot was made of, and shows them nowhere', async () => {
    const snapshot = withFacts()
    expect(snapshot.facts).toHaveLength(SAMPLE_FACTS.length + 1)
    await store.load(snapshot)
    expect(snapshotText((await store.pull()).snapshot)).toBe(snapshotText(snapshot))
    expect(JSON.stringify((await store.run('MATCH (a:Article) RETURN a')).rows)).not.toContain('mailuo')
    expect((await store.schema()).properties.join()).not.toContain('mailuo')
  })

  it('touches what one more article changes, and nothing else', async () => {
    const [small, grown] = [generateSnapshot(SIZE), generateSnapshot({ ...SIZE, grown: 1 })]
    await store.load(small)
    const { nodesCreated, relationshipsCreated, updated, unchanged } = await store.load(grown)
    expect(nodesCreated).toBe(grown.graph.nodes.length - small.graph.nodes.length)
    expect(nodesCreated + relationshipsCreated + updated).toBe(changes(small, grown))
    expect(unchanged).toBeGreaterThan(20 * updated)
    expect(await one('MATCH (s:Snapshot) RETURN collect(s.hash)')).toEqual([grown.hash])
    expect((await store.pull()).identical).toBe(true)
  })

  it('heals what others took out, and what they changed where it looks at everything', async () => {
    await store.load(SAMPLE)
    await write(store, 'MATCH (:Place)-[r:RUNS]->() WITH r LIMIT 2 DELETE r')
    expect(await store.load(SAMPLE)).toMatchObject({ nodesCreated: 0, relationshipsCreated: 2, updated: 0 })
    await write(store, "MATCH (n {name: '回民区'}) SET n.name = 'x', n.mailuo = 'x'")
    expect((await store.load(SAMPLE)).updated).toBe(0)
    expect((await store.load(SAMPLE, { full: true })).updated).toBe(1)
    expect((await store.pull()).identical).toBe(true)
  })

  it('trusts no digest once another snapshot was loaded', async () => {
    const other = generateSnapshot({ entities: 20, statements: 600, articles: 5 }, 3)
    await store.load(SAMPLE)
    await store.load(other)
    expect(await one('MATCH (s:Snapshot) WHERE s.digest IS NOT NULL RETURN s.hash')).toBe(other.hash)
    expect(await store.load(SAMPLE)).toMatchObject({ nodesCreated: 0, relationshipsCreated: 0, updated: 0 })
    expect((await store.pull(SAMPLE.hash)).identical).toBe(true)
    expect((await store.pull(other.hash)).identical).toBe(true)
  })

  it('takes over nodes that another program made with the same key', async () => {
    await store.load(generateSnapshot({ entities: 20, statements: 20, articles: 2 }, 4))
    await emptyDatabase(store)
    await write(store, "CREATE (:Place {id: '150103', population: 3})")
    await store.load(SAMPLE)
    const { rows } = await store.run("MATCH (n:Place {id: '150103'}) RETURN n.name, n.population")
    expect(rows).toEqual([['回民区', 3]])
    expect(await one('MATCH (n) WHERE NOT n:Snapshot RETURN count(n)')).toBe(SAMPLE.graph.nodes.length)
  })

  it.each([
    ['one transaction', SAMPLE],
    ['many', generateSnapshot(SIZE)],
  ])('doubles nothing where the answer to a commit is lost: %s', async (_, snapshot) => {
    const unlucky = await openNeo4j({ uri })
    try {
      loseAnswers(unlucky)
      await unlucky.load(snapshot)
    } finally {
      await unlucky.close()
    }
    expect(await one('MATCH (n) WHERE NOT n:Snapshot RETURN count(n)')).toBe(snapshot.graph.nodes.length)
    expect(await one('MATCH ()-[r]->() RETURN count(r)')).toBe(snapshot.graph.edges.length)
    expect((await store.pull()).identical).toBe(true)
  })

  it('doubles nothing where two load at once', async () => {
    const second = await openNeo4j({ uri })
    const snapshot = generateSnapshot(SIZE)
    try {
      const results = await Promise.all([store.load(snapshot), second.load(snapshot)])
      expect(results.map(result => result.relationshipsCreated).sort((a, b) => a - b)).toEqual([
        0,
        snapshot.graph.edges.length,
      ])
    } finally {
      await second.close()
    }
    expect(await one('MATCH ()-[r]->() RETURN count(r)')).toBe(snapshot.graph.edges.length)
    expect((await store.pull()).identical).toBe(true)
  })

  it('joins no other nodes than those that are meant', async () => {
    const [a, b, c] = ['甲', '乙', '丙'].map(id => ({ id, element: '' })) as [Node, Node, Node]
    for (const node of [a, b, c]) {
      await write(store, 'CREATE (:Place {id: $id})', { id: node.id })
      node.element = (await one(`MATCH (n:Place {id: '${node.id}'}) RETURN elementId(n)`)) as string
    }
    const statement = createStatement(new Kind('LOCATED_IN', ['Place', 'Place']))
    const join = async (ids: readonly Node[], elements: readonly Node[]): Promise<unknown> => {
      const rows = [[neo4j.int(0), neo4j.int(1), 'mark']]
      await write(store, statement, { ids: ids.map(node => node.id), nodes: elements.map(node => node.element), rows })
      return one('MATCH (a)-[r]->(b) RETURN collect(a.id + b.id)')
    }
    await write(store, 'MATCH (n:Place {id: $id}) DELETE n', { id: c.id })
    expect(await join([a, c], [a, c])).toEqual([])
    expect(await join([a, b], [b, a])).toEqual([])
    expect(await join([a, b], [a, b])).toEqual(['甲乙'])
  })

  it('pulls the part that a query names', async () => {
    await store.load(SAMPLE)
    const cypher = 'MATCH p = (:Place {name: $name})-[:RUNS]->() RETURN p'
    const part = await store.pullPart(cypher, { name: '回民区' })
    expect(verifySnapshot(part).problems).toEqual([])
    const facts = part.graph.edges.filter(edge => edge.attributes.type === 'RUNS')
    expect(facts.length).toBe(Number(await one("MATCH (:Place {name: '回民区'})-[r:RUNS]->() RETURN count(r)")))
    expect(facts.length).toBeGreaterThan(0)
    expect(part.scope).toContain('RUNS')
    await expect(store.pullPart('MATCH (n) DETACH DELETE n')).rejects.toThrow(QueryError)
    await expect(store.pullPart('RETURN 1')).rejects.toThrow(/names no part/)
  })

  it('says no password in any error', async () => {
    const password = 'geheim-1234'
    const nobody = { uri: 'bolt://127.0.0.1:1', user: 'me', password }
    const inside = ['http', 'bolt', 'neo4j+s'].map(scheme => ({ uri: `${scheme}://me:${password}@localhost:1` }))
    for (const target of [nobody, ...inside]) {
      const error: unknown = await openNeo4j(target).then(
        () => undefined,
        reason => reason,
      )
      expect(error).toBeInstanceOf(Error)
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(password)
    }
  })
})
