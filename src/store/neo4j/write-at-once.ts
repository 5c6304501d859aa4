import type { Transaction } from 'neo4j-driver'
import { NODE_LABELS } from '../../schema/cypher.ts'
import { type Connection, withSession } from './connect.ts'
import { RELATION_TYPES } from './holdings.ts'
import { type Found, findNodes } from './lookup.ts'
import { type LoadRow, type LoadRows, settings } from './rows.ts'
import { inTransaction } from './transaction.ts'
import type { DriverValue } from './values.ts'

/** Rows up to which all of it goes into one transaction. */
export const MOST_AT_ONCE = 2000
/** Bytes, likewise. */
const BYTES = 8_000_000

/**
 * A label or a type cannot be a parameter, so each stands in the one statement, and a row goes by its own: one statement to
 * plan, where one for each label or type would cost more than all that it writes.
 */
const eachBy = (names: readonly string[], create: (name: string) => string): string =>
  names.map(name => `FOREACH (_ IN CASE row.name WHEN '${name}' THEN [1] ELSE [] END | ${create(name)})`).join('\n')

const CREATE_NODES = `UNWIND $rows AS row
${eachBy(NODE_LABELS, label => `CREATE (n:${label}) SET n = row.set`)}`

const UPDATE_NODES = 'UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.element SET n += row.set'

const CREATE_RELATIONSHIPS = `UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row.from MATCH (b) WHERE elementId(b) = row.to
${eachBy(RELATION_TYPES, type => `CREATE (a)-[r:${type}]->(b) SET r = row.set`)}`

const UPDATE_RELATIONSHIPS = 'UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.element SET r += row.set'

type Row = Record<string, DriverValue>

async function run(transaction: Transaction, statement: string, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await transaction.run(statement, { rows })
}

const set = (row: LoadRow, wasThere: boolean): DriverValue => settings(row, row.properties(), wasThere)

/** @returns Neo4j's own id of every node that the relationships need. */
async function writeNodes(
  transaction: Transaction,
  nodes: readonly LoadRow[],
  { elements }: Found,
): Promise<ReadonlyMap<string, string>> {
  const all = new Map(elements.nodes)
  const fresh = nodes.filter(row => !all.has(row.id))
  const created = fresh.map(row => ({ name: row.kind.name, set: set(row, false) }))
  const updated = nodes.flatMap(row => {
    const element = elements.nodes.get(row.id)
    return element === undefined ? [] : [{ element, set: set(row, true) }]
  })
  await run(transaction, CREATE_NODES, created)
  await run(transaction, UPDATE_NODES, updated)
  const labels = new Map(fresh.map(row => [row.id, row.kind.name]))
  await findNodes(
    (query, params) => transaction.run(query, params),
    labels,
    (id, element) => void all.set(id, element),
  )
  return all
}

async function writeRelationships(
  transaction: Transaction,
  relationships: readonly LoadRow[],
  { elements }: Found,
  nodes: ReadonlyMap<string, string>,
): Promise<void> {
  const [created, updated]: [Row[], Row[]] = [[], []]
  for (const row of relationships) {
    const element = elements.relationships.get(row.id)
    const [from, to] = [nodes.get(row.ends?.[0] ?? ''), nodes.get(row.ends?.[1] ?? '')]
    if (element !== undefined) updated.push({ element, set: set(row, true) })
    else if (from !== undefined && to !== undefined)
      created.push({ name: row.kind.name, from, to, set: set(row, false) })
  }
  await run(transaction, CREATE_RELATIONSHIPS, created)
  await run(transaction, UPDATE_RELATIONSHIPS, updated)
}

/** Whether so few rows are to be written that one transaction holds them, between nodes that are there or among them. */
export function fitsAtOnce({ nodes, relationships }: LoadRows, { elements }: Found): boolean {
  const rows = [...nodes, ...relationships]
  if (rows.length > MOST_AT_ONCE || rows.reduce((sum, row) => sum + row.size, 0) > BYTES) return false
  const there = new Set([...nodes.map(row => row.id), ...elements.nodes.keys()])
  return relationships.every(({ ends }) => ends?.every(end => there.has(end)))
}

/**
 * Writes a few rows as one transaction: either all of them are there afterwards, with the note that they are, or none. The
 * statements are the same few whatever the rows are, and find everything by Neo4j's own ids.
 * @param note writes down in the same transaction what the database then holds
 */
export async function writeAtOnce(
  connection: Connection,
  { nodes, relationships }: LoadRows,
  found: Found,
  note: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  const write = async (transaction: Transaction): Promise<void> => {
    const all = await writeNodes(transaction, nodes, found)
    await writeRelationships(transaction, relationships, found, all)
    await note(transaction)
  }
  await withSession(connection, 'WRITE', session => inTransaction(session, write))
}
