import { type Connection, withSession } from './connect.ts'
import type { Holding, Holdings } from './holdings.ts'
import type { LoadRow, LoadRows } from './rows.ts'
import { ANY_LABEL } from './statements.ts'
import { MARK } from './values.ts'

/** Keys that go in one query. */
const BATCH = 5000

const NODES = `UNWIND $rows AS row MATCH (n:${ANY_LABEL} {id: row[0]})
  WHERE n.${MARK} IS NOT NULL RETURN n.id, n.${MARK}, elementId(n)`

/** WITH parts finding the ends from finding what joins them: else the server walks from one end, which may be a hub. */
const RELATIONSHIPS = `UNWIND $rows AS row MATCH (a:${ANY_LABEL} {id: row[1]}) MATCH (b:${ANY_LABEL} {id: row[2]})
  WITH row, a, b MATCH (a)-[r]->(b) WHERE r.id = row[0] AND r.${MARK} IS NOT NULL RETURN r.id, r.${MARK}, elementId(r)`

async function found(
  connection: Connection,
  query: string,
  rows: readonly LoadRow[],
): Promise<ReadonlyMap<string, Holding>> {
  const there = new Map<string, Holding>()
  await withSession(connection, 'READ', async session => {
    for (let i = 0; i < rows.length; i += BATCH) {
      const keys = rows.slice(i, i + BATCH).map(row => [row.id, ...(row.ends ?? [])])
      const { records } = await session.executeRead(tx => tx.run(query, { rows: keys }))
      for (const record of records) {
        const [id, mark, element] = [...record.values()].map(String) as [string, string, string]
        there.set(id, { id, mark, element, articles: [] })
      }
    }
  })
  return there
}

/** What of these rows the database holds, by their keys and nothing else: the time depends on how many they are. */
export async function lookUp(connection: Connection, { nodes, relationships }: LoadRows): Promise<Holdings> {
  return {
    nodes: await found(connection, NODES, nodes),
    relationships: await found(connection, RELATIONSHIPS, relationships),
  }
}
