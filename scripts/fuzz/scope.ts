/** What a variable of a generated query holds. */
export type Kind =
  | 'node'
  | 'relationship'
  | 'relationships'
  | 'nodes'
  | 'path'
  | 'int'
  | 'float'
  | 'string'
  | 'bool'
  | 'ints'
  | 'date'

/** The variables that a place in a generated query may use. */
export class Scope {
  readonly variables = new Map<string, Kind>()
  private readonly counter: { next: number }

  constructor(counter: { next: number } = { next: 0 }) {
    this.counter = counter
  }

  /** A name not used before in the query. */
  fresh(): string {
    return `v${this.counter.next++}`
  }

  bind(kind: Kind): string {
    const name = this.fresh()
    this.variables.set(name, kind)
    return name
  }

  of(kind: Kind): string[] {
    return [...this.variables].filter(([, each]) => each === kind).map(([name]) => name)
  }

  /** A copy that may get variables of its own, with names that are still unique. */
  inner(): Scope {
    const scope = new Scope(this.counter)
    for (const [name, kind] of this.variables) scope.variables.set(name, kind)
    return scope
  }

  empty(): Scope {
    return new Scope(this.counter)
  }
}
