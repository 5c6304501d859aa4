import { readFile } from 'node:fs/promises'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { type PropertyValue, toPropertyGraph } from '../../src/snapshot/property-graph.ts'
import type { Neo4jStore } from '../../src/store/neo4j/neo4j-store.ts'
import { type DriverValue, MARK, toDriver } from '../../src/store/neo4j/values.ts'

/** Rows a statement, as in the manual. */
const ROWS = 10_000

/** MERGE can be run again; CREATE, which the manual advises for what is surely new, doubles everything then. */
export type Verb = 'MERGE' | 'CREATE'

type Rows = Record<string, DriverValue>[]

/** The same properties as a load sets, and a mark as long as its own. */
function settings(id: string, properties: Readonly<Record<string, PropertyValue>>): Record<string, DriverValue> {
  const set: Record<string, DriverValue> = { [MARK]: id.slice(-13) }
  for (const [name, value] of Object.entries(properties)) set[name] = toDriver(value)
  return set
}

/** Rows by statement: nodes by label, relationships by type and the labels of their ends, found by key. */
function statements(snapshot: Snapshot, verb: Verb): ReadonlyMap<string, Rows> {
  const { nodes, relationships } = toPropertyGraph(snapshot)
  const all = new Map<string, Rows>()
  const add = (statement: string, row: Rows[number]): void => {
    const rows = all.get(statement)
    if (rows) rows.push(row)
    else all.set(statement, [row])
  }
  const one = (form: string): string =>
    verb === 'MERGE' ? `MERGE ${form.replace('KEY', ' {id: row.id}')} SET` : `CREATE ${form.replace('KEY', '')} SET`
  const labels = new Map(nodes.map(node => [node.id, node.labels[0]]))
  for (const { id, properties } of nodes) {
    const statement = `UNWIND $rows AS row ${one(`(n:${labels.get(id)}KEY)`)} n += row.set`
    add(statement, { id, set: settings(id, properties) })
  }
  for (const { id, type, start, end, properties } of relationships) {
    const match = `MATCH (a:${labels.get(start)} {id: row.from}) MATCH (b:${labels.get(end)} {id: row.to})`
    const statement = `UNWIND $rows AS row ${match} ${one(`(a)-[r:${type}KEY]->(b)`)} r += row.set`
    add(statement, { id, from: start, to: end, set: settings(id, properties) })
  }
  return all
}

/** What the driver's manual shows under "Batch data creation": UNWIND of 10,000 rows a query, one after the other. */
export async function naiveLoad({ connection }: Neo4jStore, path: string, verb: Verb): Promise<void> {
  const { driver, database } = connection
  const snapshot = JSON.parse(await readFile(path, 'utf8')) as Snapshot
  for (const [statement, rows] of statements(snapshot, verb)) {
    for (let i = 0; i < rows.length; i += ROWS)
      await driver.executeQuery(statement, { rows: rows.slice(i, i + ROWS) }, { database })
  }
}
