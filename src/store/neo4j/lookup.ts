import { type Connection, withSession } from './connect.ts'
import type { Held } from './holdings.ts'
import type { LoadRow, LoadRows } from './rows.ts'
import { ANY_LABEL, findStatement } from './statements.ts'
import { MARK } from './values.ts'

/** Rows that go in one query. */
const BATCH = 5000

const NODES = `UNWIND $rows AS row MATCH (n:${ANY_LABEL} {id: row}) RETURN n.id, labels(n), elementId(n), n.${MARK}`

/** WITH parts finding the ends from finding what joins them: else the server walks from one end, which may be a hub. */
const RELATIONSHIPS = `UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row[1] MATCH (b) WHERE elementId(b) = row[2]
  WITH row, a, b MATCH (a)-[r]->(b) WHERE r.id = row[0] AND r.${MARK} IS NOT NULL RETURN r.id, elementId(r), r.${MARK}`

/** Neo4j's own ids, which find nodes and relationships without an index, by ours. */
interface Elements {
  readonly nodes: ReadonlyMap<string, string>
  readonly relationships: ReadonlyMap<string, string>
}

/** What is there of certain rows, and of the ends of their relationships. */
export interface Found extends Held {
  readonly elements: Elements
}

/** Runs a query; the transaction or session that it runs in. */
export type Run = (query: string, params: { rows: unknown[] }) => Promise<{ records: readonly RowLike[] }>
interface RowLike {
  values(): IterableIterator<unknown>
}

async function each(
  run: Run,
  query: string,
  rows: readonly unknown[],
  take: (values: unknown[]) => void,
): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) {
    const { records } = await run(query, { rows: rows.slice(i, i + BATCH) })
    for (const record of records) take([...record.values()])
  }
}

/**
 * Finds nodes by key.
 * @param labels of each; a node of another label, which only another program can have made, is not meant
 * @param take is given id, element and mark of each that is there; no mark where another program made it
 */
export async function findNodes(
  run: Run,
  labels: ReadonlyMap<string, string>,
  take: (id: string, element: string, mark: string | null) => void,
): Promise<void> {
  await each(run, NODES, [...labels.keys()], ([id, found, element, mark]) => {
    if ((found as string[]).includes(labels.get(String(id)) ?? ''))
      take(String(id), String(element), mark as string | null)
  })
}

/** What of these rows the database holds, by their keys and nothing else: the time depends on how many they are. */
export async function lookUp(connection: Connection, { nodes, relationships }: LoadRows): Promise<Found> {
  const labels = new Map(nodes.map(row => [row.id, row.kind.name]))
  for (const { ends, kind } of relationships) {
    ends?.forEach((end, i) => void labels.set(end, kind.ends?.[i] ?? ''))
  }
  const held = { nodes: new Map<string, string>(), relationships: new Map<string, string>() }
  const elements = { nodes: new Map<string, string>(), relationships: new Map<string, string>() }
  await withSession(connection, 'READ', async session => {
    const run: Run = (query, params) => session.executeRead(tx => tx.run(query, params))
    await findNodes(run, labels, (id, element, mark) => {
      elements.nodes.set(id, element)
      if (mark !== null) held.nodes.set(id, mark)
    })
    const joined = relationships.flatMap(({ id, ends }) => {
      const [from, to] = [elements.nodes.get(ends?.[0] ?? ''), elements.nodes.get(ends?.[1] ?? '')]
      return from !== undefined && to !== undefined ? [[id, from, to]] : []
    })
    await each(run, RELATIONSHIPS, joined, ([id, element, mark]) => {
      elements.relationships.set(String(id), String(element))
      held.relationships.set(String(id), String(mark))
    })
  })
  return { ...held, elements }
}

/** Keys of the nodes that relationships join, by label. */
function wantedEnds(relationships: readonly LoadRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>()
  for (const { ends, kind } of relationships) {
    ends?.forEach((end, i) => {
      const label = kind.ends?.[i] ?? ''
      const known = wanted.get(label)
      if (known) known.add(end)
      else wanted.set(label, new Set([end]))
    })
  }
  return wanted
}

/** Neo4j's own ids of the nodes that these relationships join, by ours; those that are not there are left out. */
export async function findEnds(
  connection: Connection,
  relationships: readonly LoadRow[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  await withSession(connection, 'READ', async session => {
    for (const [label, wanted] of wantedEnds(relationships)) {
      const all = [...wanted]
      for (let i = 0; i < all.length; i += BATCH) {
        const params = { ids: all.slice(i, i + BATCH) }
        const { records } = await session.executeRead(tx => tx.run(findStatement(label), params))
        const [ids = [], elements = []] = [...(records[0]?.values() ?? [])] as string[][]
        ids.forEach((id, at) => void found.set(id, elements[at] ?? ''))
      }
    }
  })
  return found
}
