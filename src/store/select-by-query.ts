import { QueryError } from '../errors.ts'
import type { Selection } from '../snapshot/select.ts'
import type { Cell } from './cell.ts'
import type { Store } from './store.ts'

type Bag = { readonly [key: string]: Cell }

/** Keys of the nodes and edges that stand anywhere in an answer: alone, in lists, maps and paths. */
function collect(cell: Cell, nodes: Set<string>, edges: Set<string>): void {
  if (typeof cell !== 'object' || cell === null) return
  if (Array.isArray(cell)) {
    for (const item of cell as readonly Cell[]) collect(item, nodes, edges)
    return
  }
  for (const [key, value] of Object.entries(cell as Bag)) {
    const id = ((value as Bag | null)?.['properties'] as Bag | undefined)?.['id']
    if (key !== '$node' && key !== '$relationship') collect(value, nodes, edges)
    else if (typeof id === 'string') (key === '$node' ? nodes : edges).add(id)
  }
}

/**
 * What part of a graph a query names: the nodes and relationships that it returns.
 * @throws QueryError where it fails or returns neither
 */
export async function selectByQuery(
  store: Store,
  cypher: string,
  params?: Readonly<Record<string, unknown>>,
): Promise<Selection> {
  const { rows } = await store.run(cypher, params)
  const [nodes, edges] = [new Set<string>(), new Set<string>()]
  for (const row of rows) collect(row, nodes, edges)
  if (nodes.size + edges.size > 0) return { nodes, edges }
  throw new QueryError({
    what: 'the query returned no node and no relationship, so it names no part of the graph',
    remedy: 'Return them as a whole: MATCH p = (d:Place)<-[:LOCATED_IN*0..]-() … RETURN p',
  })
}
