import {
  CypherError,
  explain,
  formatPlan,
  type Graph,
  type Notice,
  openGraph,
  prepare,
  run,
  toJson,
} from '../cypher/index.ts'
import { QueryError } from '../errors.ts'
import type { Snapshot } from '../snapshot/format.ts'
import { toQuickPropertyGraph } from '../snapshot/property-graph.ts'
import type { Cell } from './cell.ts'
import type { Answer, LoadResult, RunLimits, Store, StoreSchema, StoreStats } from './store.ts'

/** The engine's error as ours: message, place, the line with its caret, what to do. */
function queryError(error: unknown): unknown {
  if (!(error instanceof CypherError)) return error
  const { message, line, column, caret, hint, code } = error
  return new QueryError({
    what: caret === undefined ? message : `${message}\n${caret}`,
    where: line === undefined ? 'query' : `query, line ${line}, column ${column}`,
    remedy: hint ?? (code === 'limit' ? 'Ask for less: a narrower pattern, or LIMIT.' : 'Mend the query.'),
  })
}

/** 「no node has the label `Persn`: did you mean `Person`?」 */
function noticeText({ message, hint }: Notice): string {
  return hint ? `${message.en}: ${hint.en}` : message.en
}

function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw queryError(error)
  }
}

function counted(names: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A snapshot in memory, asked with the embedded engine. It cannot write, so nothing can be smuggled in. */
export class EmbeddedStore implements Store {
  readonly name = 'embedded'
  private graph: Graph = openGraph({ nodes: [], relationships: [] })
  private hash = ''

  /** Replaces what was there. */
  load(snapshot: Snapshot): Promise<LoadResult> {
    const graph = toQuickPropertyGraph(snapshot)
    const { nodes, relationships } = graph
    const isSame = snapshot.hash === this.hash
    const before = this.graph.nodes.length + this.graph.relationships.length
    if (!isSame) this.graph = openGraph(graph)
    this.hash = snapshot.hash
    return Promise.resolve({
      nodesCreated: isSame ? 0 : nodes.length,
      relationshipsCreated: isSame ? 0 : relationships.length,
      updated: 0,
      unchanged: isSame ? before : 0,
      removed: isSame ? 0 : before,
    })
  }

  async run(cypher: string, params: Readonly<Record<string, unknown>> = {}, limits: RunLimits = {}): Promise<Answer> {
    const { rows: keep, time, signal } = limits
    const { query, ...result } = guarded(() => {
      const prepared = prepare(cypher)
      const options = {
        params,
        ...(keep !== undefined && { keep }),
        ...(time !== undefined && { limits: { time } }),
        ...(signal !== undefined && { signal }),
      }
      return { query: prepared.query, ...run(this.graph, prepared, options) }
    })
    const rows = result.rows.map(row => row.map(value => toJson(value) as Cell))
    return {
      columns: result.columns,
      rows,
      total: result.total,
      ...(result.plan && { plan: { text: formatPlan(result.plan), ran: query.mode === 'profile' } }),
      ...(result.notices.length > 0 && { notices: result.notices.map(noticeText) }),
    }
  }

  explain(cypher: string): Promise<string> {
    return Promise.resolve().then(() => guarded(() => explain(this.graph, cypher)))
  }

  schema(): Promise<StoreSchema> {
    const { labels, types, nodeColumns, relationshipColumns } = this.graph
    return Promise.resolve({
      labels: [...labels.keys()].sort(),
      types: [...types].sort(),
      properties: [...new Set([...nodeColumns.keys(), ...relationshipColumns.keys()])].sort(),
    })
  }

  stats(): Promise<StoreStats> {
    const { graph } = this
    return Promise.resolve({
      nodes: counted(graph.nodes.flatMap(node => graph.labelsOf(node.id))),
      relationships: counted(graph.relationships.map(one => graph.typeOf(one.id))),
    })
  }

  close(): Promise<void> {
    this.graph = openGraph({ nodes: [], relationships: [] })
    this.hash = ''
    return Promise.resolve()
  }
}

/** Opens a snapshot in the embedded engine. */
export async function openEmbedded(snapshot: Snapshot): Promise<EmbeddedStore> {
  const store = new EmbeddedStore()
  await store.load(snapshot)
  return store
}
