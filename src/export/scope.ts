import type { Snapshot } from '../snapshot/format.ts'
import type { Selection } from '../snapshot/select.ts'

type Node = Snapshot['graph']['nodes'][number]
type Edge = Snapshot['graph']['edges'][number]

const ABOUT_ARTICLES = new Set(['MENTIONS', 'WROTE', 'STATED_IN'])
const NONE: ReadonlySet<string> = new Set()

/** Entities of these types; the relations among them come along. */
export function scopeByType({ graph }: Snapshot, types: readonly string[]): Selection {
  const wanted = new Set(types)
  return { nodes: keysOf(graph.nodes.filter(node => wanted.has(node.attributes.type))), edges: NONE }
}

const keysOf = (items: readonly { readonly key: string }[]): ReadonlySet<string> => new Set(items.map(item => item.key))

/** Everything that lies in these places, at any depth. */
function subtree(edges: readonly Edge[], roots: ReadonlySet<string>): Set<string> {
  const inside = new Map<string, string[]>()
  for (const { source, target, attributes } of edges) {
    if (attributes.type === 'LOCATED_IN') inside.set(target, [...(inside.get(target) ?? []), source])
  }
  const found = new Set(roots)
  for (const key of found) for (const child of inside.get(key) ?? []) found.add(child)
  return found
}

/** Places by code as well: 150103004 lies in 150103 even where no sentence says so. */
function byCode(nodes: readonly Node[], roots: ReadonlySet<string>): string[] {
  const codes = nodes.flatMap(({ key, attributes: { code } }) => (roots.has(key) && code ? [code] : []))
  return nodes.flatMap(({ key, attributes: { code } }) =>
    code && codes.some(one => code.startsWith(one)) ? [key] : [],
  )
}

/** A place with all that lies in it, and every fact that one of these takes part in. */
export function scopeByPlace({ graph }: Snapshot, places: ReadonlySet<string>): Selection {
  const inside = subtree(graph.edges, new Set([...places, ...byCode(graph.nodes, places)]))
  const facts = graph.edges.filter(
    edge => !ABOUT_ARTICLES.has(edge.attributes.type) && (inside.has(edge.source) || inside.has(edge.target)),
  )
  return { nodes: inside, edges: keysOf(facts) }
}

/**
 * Facts of which some sentence is dated within a stretch of time; both ends count, either may be ''. A part of a date
 * (`2024`) falls within where the stretch touches it.
 */
export function scopeByDate({ graph }: Snapshot, from: string, to: string): Selection {
  const within = (date: string): boolean => `${date}\uffff` >= from && (to === '' || date <= `${to}\uffff`)
  const facts = graph.edges.filter(
    ({ attributes: { evidence } }) =>
      evidence.length > 0 && evidence.some(one => one.date !== undefined && within(one.date)),
  )
  return { nodes: NONE, edges: keysOf(facts) }
}

/** These nodes with every relation among them; edges may be named too. */
export function scopeByKey({ graph }: Snapshot, keys: ReadonlySet<string>): Selection {
  return {
    nodes: keysOf(graph.nodes.filter(node => keys.has(node.key))),
    edges: keysOf(graph.edges.filter(edge => keys.has(edge.key))),
  }
}
