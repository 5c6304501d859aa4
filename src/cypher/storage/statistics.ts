import type { Graph } from './graph.ts'

/** Counts for the planner; those that cost a pass over the graph are made when first asked for. */
export class Statistics {
  private readonly graph: Graph
  private typeCounts: Int32Array | null = null
  private readonly degrees = new Map<string, number>()

  constructor(graph: Graph) {
    this.graph = graph
  }

  get nodes(): number {
    return this.graph.nodes.length
  }

  get relationships(): number {
    return this.graph.relationships.length
  }

  label(name: string): number {
    return this.graph.labels.get(name)?.ids.length ?? 0
  }

  type(name: string): number {
    if (!this.typeCounts) {
      this.typeCounts = new Int32Array(this.graph.types.length)
      for (const type of this.graph.type) this.typeCounts[type] = (this.typeCounts[type] as number) + 1
    }
    const id = this.graph.typeIds.get(name)
    return id === undefined ? 0 : (this.typeCounts[id] as number)
  }

  /** How many relationships of a type (any where null) leave, or come into, nodes with a label (any where null). */
  degree(label: string | null, direction: 'out' | 'in', type: string | null): number {
    if (label === null) return type === null ? this.relationships : this.type(type)
    const key = `${direction} ${type ?? ''} ${label}`
    let count = this.degrees.get(key)
    if (count === undefined) {
      count = this.countDegree(label, direction, type)
      this.degrees.set(key, count)
    }
    return count
  }

  private countDegree(label: string, direction: 'out' | 'in', type: string | null): number {
    const set = this.graph.labels.get(label)
    const typeId = type === null ? -1 : (this.graph.typeIds.get(type) ?? -2)
    if (!set || typeId === -2) return 0
    const ends = direction === 'out' ? this.graph.start : this.graph.end
    let count = 0
    for (let id = 0; id < ends.length; id++) {
      if ((typeId === -1 || this.graph.type[id] === typeId) && set.has(ends[id] as number)) count++
    }
    return count
  }
}
