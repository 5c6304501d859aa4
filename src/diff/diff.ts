import { canonicalJson } from '../snapshot/canonical.ts'
import type { EdgeAttributes, Evidence, NodeAttributes, Snapshot } from '../snapshot/format.ts'

type Node = Snapshot['graph']['nodes'][number]
type Edge = Snapshot['graph']['edges'][number]

/** One member that is not as it was; undefined where it is not there. */
export interface Change {
  readonly member: string
  readonly before: unknown
  readonly after: unknown
}

export interface ChangedNode {
  readonly before: Node
  readonly after: Node
  readonly changes: readonly Change[]
}

export interface ChangedEdge {
  readonly before: Edge
  readonly after: Edge
  readonly changes: readonly Change[]
  readonly came: readonly Evidence[]
  readonly went: readonly Evidence[]
}

interface Sides<T, C> {
  readonly added: readonly T[]
  readonly removed: readonly T[]
  readonly changed: readonly C[]
}

/** What became of a snapshot. Positions and counts that follow from the rest are no changes. */
export interface SnapshotDiff {
  readonly nodes: Sides<Node, ChangedNode>
  readonly edges: Sides<Edge, ChangedEdge>
  /** Articles by id. */
  readonly articles: Sides<string, string>
  /** Title, scope, licence, author, citation, views, queries, judgements. */
  readonly head: readonly Change[]
  /** Nodes that stayed and stand elsewhere. */
  readonly moved: number
  readonly stayed: number
}

const NODE_MEMBERS = [
  ...(['type', 'kind', 'name', 'aliases', 'code', 'anchor', 'date', 'measure', 'value', 'unit', 'approx'] as const),
  'source',
] as const satisfies readonly (keyof NodeAttributes)[]

const EDGE_MEMBERS = [
  'type',
  'confidence',
  'date',
  'titles',
  'count',
] as const satisfies readonly (keyof EdgeAttributes)[]

const HEAD_MEMBERS = ['title', 'scope', 'licence', 'author', 'cite', 'views', 'queries', 'judgements'] as const

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b))

function changesOf<T>(members: readonly (keyof T & string)[], before: T, after: T): Change[] {
  return members.flatMap(member =>
    same(before[member], after[member]) ? [] : [{ member, before: before[member], after: after[member] }],
  )
}

const byKey = <T extends { readonly key: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map(item => [item.key, item]))

/** What is only here, and what is in both; in the order of the keys. */
function sides<T extends { readonly key: string }, C>(
  old: readonly T[],
  now: readonly T[],
  compare: (before: T, after: T) => C | undefined,
): Sides<T, C> {
  const [before, after] = [byKey(old), byKey(now)]
  return {
    added: now.filter(item => !before.has(item.key)),
    removed: old.filter(item => !after.has(item.key)),
    changed: now.flatMap(item => {
      const was = before.get(item.key)
      return (was && compare(was, item)) ?? []
    }),
  }
}

function compareNodes(before: Node, after: Node): ChangedNode | undefined {
  const changes = changesOf(NODE_MEMBERS, before.attributes, after.attributes)
  return changes.length > 0 ? { before, after, changes } : undefined
}

const placeOf = ({ article, start, end, rule, title }: Evidence): string =>
  JSON.stringify([article, start, end, rule, title])

function compareEdges(before: Edge, after: Edge): ChangedEdge | undefined {
  const changes = changesOf(EDGE_MEMBERS, before.attributes, after.attributes)
  const [old, now] = [before.attributes.evidence, after.attributes.evidence]
  const [there, here] = [new Set(old.map(placeOf)), new Set(now.map(placeOf))]
  const came = now.filter(one => !there.has(placeOf(one)))
  const went = old.filter(one => !here.has(placeOf(one)))
  return changes.length + came.length + went.length > 0 ? { before, after, changes, came, went } : undefined
}

const isMoved = (before: NodeAttributes, after: NodeAttributes): boolean => before.x !== after.x || before.y !== after.y

/** Compares two snapshots by the ids of their nodes, edges and articles. Pure; the browser calls it too. */
export function diffSnapshots(old: Snapshot, now: Snapshot): SnapshotDiff {
  const nodes = sides(old.graph.nodes, now.graph.nodes, compareNodes)
  const edges = sides(old.graph.edges, now.graph.edges, compareEdges)
  const texts = (snapshot: Snapshot) => snapshot.articles.map(({ id, hash }) => ({ key: id, hash }))
  const articles = sides(texts(old), texts(now), (a, b) => (a.hash === b.hash ? undefined : b.key))
  const before = byKey(old.graph.nodes)
  const stayed = now.graph.nodes.filter(node => before.has(node.key))
  return {
    nodes,
    edges,
    articles: {
      added: articles.added.map(one => one.key),
      removed: articles.removed.map(one => one.key),
      changed: articles.changed,
    },
    head: changesOf(HEAD_MEMBERS, old, now),
    moved: stayed.filter(({ key, attributes }) => isMoved(before.get(key)?.attributes ?? attributes, attributes))
      .length,
    stayed: stayed.length,
  }
}

const count = ({ added, removed, changed }: Sides<unknown, unknown>): number =>
  added.length + removed.length + changed.length

/** @returns whether anything is not as it was, positions aside */
export function isChanged({ nodes, edges, articles, head }: SnapshotDiff): boolean {
  return count(nodes) + count(edges) + count(articles) + head.length > 0
}
