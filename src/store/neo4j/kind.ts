import { NODE_PROPERTIES, type PropertyValue, RELATIONSHIP_PROPERTIES } from '../../snapshot/property-graph.ts'
import { FACTS, MARK } from './values.ts'

export type Properties = Readonly<Record<string, PropertyValue>>

/** What rows have in common that go together in one statement: a label, or a type with the labels of its ends. */
export class Kind {
  /** `RUNS Place Programme`. */
  readonly key: string
  /** Label of the nodes, or type of the relationships. */
  readonly name: string
  readonly ends: readonly [string, string] | null
  /** Properties that any row of it is known to have; the rest need not be sent. In one order, whatever came first. */
  columns: readonly string[] = [MARK]

  constructor(name: string, ends: readonly [string, string] | null) {
    this.key = ends ? `${name} ${ends[0]} ${ends[1]}` : name
    this.name = name
    this.ends = ends
  }

  /** Every property that a row of it may have: one that is gone is taken out by this list. */
  get all(): readonly string[] {
    return this.ends ? RELATIONSHIP_PROPERTIES : [...NODE_PROPERTIES, FACTS]
  }

  /** Takes note of the properties of a row. */
  learn(properties: Properties): void {
    const fresh = Object.keys(properties).filter(name => !this.columns.includes(name))
    if (fresh.length === 0) return
    const known = new Set([...this.columns, ...fresh])
    this.columns = [...this.all, MARK].filter(name => known.has(name))
  }
}
