import type { Direction } from '../../ast.ts'
import type { Adjacency } from '../../storage/adjacency.ts'
import { firstOfType } from '../../storage/adjacency.ts'
import type { Graph } from '../../storage/graph.ts'
import type { Value } from '../../values/value.ts'
import { isList } from '../../values/value.ts'

/** Called for each relationship of a node; true stops. */
export type VisitHop = (relationship: number, other: number) => boolean

/** Visits a node's relationships of some types, by type and id: first those that leave it, then those that come in. */
export type Hops = (node: number, visit: VisitHop) => boolean

export function hopsOf(graph: Graph, direction: Direction, types: Int32Array | null): Hops {
  const out = (node: number, visit: VisitHop) => scan(graph.outgoing, node, types, false, visit)
  if (direction === 'out') return out
  if (direction === 'in') return (node, visit) => scan(graph.incoming, node, types, false, visit)
  // a loop leaves and comes in, but is one relationship
  return (node, visit) => out(node, visit) || scan(graph.incoming, node, types, true, visit)
}

function scan(
  adjacency: Adjacency,
  node: number,
  types: Int32Array | null,
  skipLoops: boolean,
  visit: VisitHop,
): boolean {
  const { offsets, relationships, others } = adjacency
  const low = offsets[node] as number
  const high = offsets[node + 1] as number
  if (types !== null) return scanTypes(adjacency, low, high, types, skipLoops ? node : -1, visit)
  for (let i = low; i < high; i++) {
    const other = others[i] as number
    if (skipLoops && other === node) continue
    if (visit(relationships[i] as number, other)) return true
  }
  return false
}

function scanTypes(
  adjacency: Adjacency,
  low: number,
  high: number,
  wanted: Int32Array,
  skip: number,
  visit: VisitHop,
): boolean {
  const { relationships, others, types } = adjacency
  for (const type of wanted) {
    for (let i = firstOfType(types, low, high, type); i < high && types[i] === type; i++) {
      const other = others[i] as number
      if (other !== skip && visit(relationships[i] as number, other)) return true
    }
  }
  return false
}

/** How many relationships a node has, roughly: to choose the end from which a hop between two bound nodes is looked for. */
export function degreeOf(graph: Graph, node: number, direction: Direction): number {
  const { outgoing, incoming } = graph
  const out = (outgoing.offsets[node + 1] as number) - (outgoing.offsets[node] as number)
  const into = (incoming.offsets[node + 1] as number) - (incoming.offsets[node] as number)
  return direction === 'out' ? out : direction === 'in' ? into : out + into
}

/** @returns whether a relationship was walked already in one of these slots. */
export function walked(row: readonly Value[], slots: readonly number[], relationship: Value): boolean {
  for (const slot of slots) {
    const value = row[slot] as Value
    if (value === relationship || (isList(value) && value.includes(relationship))) return true
  }
  return false
}
