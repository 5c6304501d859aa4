import type { Graph } from './graph.ts'

/** Things that no label and no type tells apart: the first of each kind by rising id, and how many there are. */
export interface Classes {
  readonly first: readonly number[]
  readonly count: readonly number[]
}

export interface GraphClasses {
  /** Nodes by the set of their labels. */
  readonly nodes: Classes
  /** Relationships by type and the label sets of both ends. */
  readonly relationships: Classes
}

/** More combinations than so many are not worth counting ahead. */
const MOST = 1 << 20

/** @returns null where labels and types combine in too many ways. */
export function classesOf(graph: Graph): GraphClasses | null {
  const sets = labelSets(graph)
  const kinds = sets.first.length
  if (kinds * kinds * graph.types.length > MOST) return null
  const table = new Int32Array(kinds * kinds * graph.types.length).fill(-1)
  const first: number[] = []
  const count: number[] = []
  for (let id = 0; id < graph.type.length; id++) {
    const [start, end] = [graph.start[id] as number, graph.end[id] as number]
    const cell = ((graph.type[id] as number) * kinds + (sets.of[start] as number)) * kinds + (sets.of[end] as number)
    const at = table[cell] as number
    if (at >= 0) count[at] = (count[at] as number) + 1
    else {
      table[cell] = first.length
      first.push(id)
      count.push(1)
    }
  }
  return { nodes: sets, relationships: { first, count } }
}

/** Splits all nodes by one label after the other. */
function labelSets(graph: Graph): Classes & { readonly of: Int32Array } {
  const of = new Int32Array(graph.nodes.length)
  let next = 1
  for (const { ids } of graph.labels.values()) {
    const split = new Map<number, number>()
    for (const id of ids) {
      const old = of[id] as number
      let kind = split.get(old)
      if (kind === undefined) {
        kind = next++
        split.set(old, kind)
      }
      of[id] = kind
    }
  }
  const numbers = new Map<number, number>()
  const first: number[] = []
  const count: number[] = []
  for (let id = 0; id < of.length; id++) {
    const kind = of[id] as number
    let at = numbers.get(kind)
    if (at === undefined) {
      at = first.length
      numbers.set(kind, at)
      first.push(id)
      count.push(0)
    }
    of[id] = at
    count[at] = (count[at] as number) + 1
  }
  return { of, first, count }
}
