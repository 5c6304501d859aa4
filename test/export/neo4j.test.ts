import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indexable } from '../../src/export/indexable.ts'
import type { PropertyValue } from '../../src/snapshot/property-graph.ts'
import { type Neo4jStore, openNeo4j } from '../../src/store/neo4j/neo4j-store.ts'
import { emptyDatabase, server, whyNoServer, write } from '../contract/neo4j-server.ts'
import { textOf, written } from './foreign.ts'
import { asWritten, hostileSnapshot } from './hostile.ts'

const PORT = 17_713
const HOME = process.env['NEO4J_HOME'] ?? join(homedir(), '.cache/mailuo-neo4j')
/** A start, a stop and an import on a machine that is busy with other tests. */
const LONG = 300_000
const reason = whyNoServer()
const SNAPSHOT = hostileSnapshot()

type Bag = Record<string, unknown>

/** A value as the driver gives it, and as the export could write it. */
const stored = (value: PropertyValue): unknown => {
  if (typeof value === 'string') return asWritten(value)
  if (typeof value !== 'object') return value
  return Array.isArray(value) ? value.map(stored) : Number((value as { $float: string }).$float)
}

const expected = indexable(SNAPSHOT)
const bagOf = (properties: Readonly<Record<string, PropertyValue>>): Bag =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, stored(value)]))

/** What a cell of the store holds, integers and floats as numbers. */
function plain(cell: unknown): unknown {
  if (Array.isArray(cell)) return cell.map(plain)
  if (typeof cell !== 'object' || cell === null) return cell
  const boxed = cell as { $float?: string; $int?: string }
  return boxed.$float !== undefined || boxed.$int !== undefined ? Number(boxed.$float ?? boxed.$int) : cell
}

const bagIn = (cell: unknown): Bag =>
  Object.fromEntries(Object.entries(cell as Bag).map(([key, value]) => [key, plain(value)]))

/** neo4j-admin stores no empty list: in CSV it is the same as none. */
const withoutEmpty = (bag: Bag): Bag =>
  Object.fromEntries(Object.entries(bag).filter(([, value]) => !Array.isArray(value) || value.join('') !== ''))

async function expectEverything(store: Neo4jStore, keep: (bag: Bag) => Bag = bag => bag): Promise<void> {
  const nodes = await store.run('MATCH (n) RETURN n.id, labels(n)[0], properties(n) ORDER BY n.id')
  const read = new Map(nodes.rows.map(([id, label, bag]) => [id, { label, bag: bagIn(bag) }]))
  expect(read.size).toBe(expected.nodes.length)
  for (const { id, labels, properties } of expected.nodes) {
    expect(read.get(id)).toEqual({ label: labels[0], bag: keep(bagOf(properties)) })
  }
  const edges = await store.run('MATCH (a)-[r]->(b) RETURN r.id, type(r), a.id, b.id, properties(r)')
  const found = new Map(edges.rows.map(([id, type, a, b, bag]) => [id, { type, a, b, bag: bagIn(bag) }]))
  expect(found.size).toBe(expected.relationships.length)
  for (const { id, type, start, end, properties } of expected.relationships) {
    expect(found.get(id)).toEqual({ type, a: start, b: end, bag: keep(bagOf(properties)) })
  }
}

describe.skipIf(reason)(`a real Neo4j reads${reason ? ` (skipped: ${reason})` : ''}`, () => {
  let uri = ''
  beforeAll(() => {
    uri = server.up(PORT)
  })
  afterAll(() => server.wipe(PORT))

  const runScript = async (store: Neo4jStore) => {
    for (const statement of textOf(SNAPSHOT, 'cypher').split(/;\n/)) if (statement.trim()) await write(store, statement)
  }

  it(
    'the Cypher script, twice, with every value as it was',
    async () => {
      const store = await openNeo4j({ uri })
      await emptyDatabase(store)
      await runScript(store)
      await expectEverything(store)
      await runScript(store)
      await expectEverything(store)
      await store.close()
    },
    LONG,
  )

  it(
    'the tables for neo4j-admin, by the command that lies beside them',
    async () => {
      server.down(PORT)
      const paths = written(SNAPSHOT, 'neo4j-csv')
      const folder = dirname([...paths.values()][0] ?? '')
      const jars = readdirSync(HOME).find(name => name.startsWith('jars-') && existsSync(join(HOME, name)))
      const command = readFileSync(paths.get('-import.txt') ?? '', 'utf8')
        .split('\n')
        .filter(line => !line.startsWith('#'))
        .join(' ')
        .replaceAll('\\', ' ')
        .replaceAll('NAME', 'g')
      const words = command.trim().split(/\s+/).slice(1)
      const home = join(HOME, 'instances', String(PORT))
      const java = ['-cp', `${join(HOME, jars ?? '')}/*`, 'org.neo4j.server.startup.Neo4jAdminCommand', ...words]
      const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') }
      const { status, stderr, stdout } = spawnSync('java', java, { cwd: folder, env, encoding: 'utf8' })
      expect(stderr + stdout).toContain('IMPORT DONE')
      expect(status).toBe(0)
      const store = await openNeo4j({ uri: server.up(PORT) })
      await expectEverything(store, withoutEmpty)
      await store.close()
    },
    LONG,
  )
})
