import { type Connection, withSession } from './connect.ts'
import type { Holding, Holdings } from './holdings.ts'
import type { LoadRow, LoadRows } from './rows.ts'
import type { Kind } from './statements.ts'
import { MARK } from './values.ts'

/** Keys that go in one query. */
const BATCH = 5000

function lookup({ name, ends }: Kind): string {
  const node = `MATCH (n:${name} {id: row[0]}) WHERE n.${MARK} IS NOT NULL RETURN n.id, n.${MARK}, elementId(n)`
  if (!ends) return `UNWIND $rows AS row ${node}`
  const match = `MATCH (a:${ends[0]} {id: row[1]}) MATCH (b:${ends[1]} {id: row[2]}) MATCH (a)-[r:${name} {id: row[0]}]->(b)`
  return `UNWIND $rows AS row ${match} WHERE r.${MARK} IS NOT NULL RETURN r.id, r.${MARK}, elementId(r)`
}

async function found(connection: Connection, rows: readonly LoadRow[]): Promise<ReadonlyMap<string, Holding>> {
  const there = new Map<string, Holding>()
  const byKind = new Map<Kind, LoadRow[]>()
  for (const row of rows) {
    const known = byKind.get(row.kind)
    if (known) known.push(row)
    else byKind.set(row.kind, [row])
  }
  await withSession(connection, 'READ', async session => {
    for (const [kind, own] of byKind) {
      for (let i = 0; i < own.length; i += BATCH) {
        const keys = own.slice(i, i + BATCH).map(row => [row.id, ...(row.ends ?? [])])
        const { records } = await session.executeRead(tx => tx.run(lookup(kind), { rows: keys }))
        for (const record of records) {
          const [id, mark, element] = [...record.values()].map(String) as [string, string, string]
          there.set(id, { id, mark, element, articles: [] })
        }
      }
    }
  })
  return there
}

/** What of these rows the database holds, by their keys and nothing else: the time depends on how many they are. */
export async function lookUp(connection: Connection, { nodes, relationships }: LoadRows): Promise<Holdings> {
  return { nodes: await found(connection, nodes), relationships: await found(connection, relationships) }
}
