import type { Choices } from './random.ts'

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
  /** Names bound by earlier clauses: a relationship may be walked again in another MATCH, not twice in one. */
  private earlier: ReadonlySet<string> = new Set()
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

  /** Marks the start of a clause. */
  settle(): void {
    this.earlier = new Set(this.variables.keys())
  }

  /** Takes a name of an earlier clause, once a clause; null where there is none. */
  again(kind: Kind, choices: Choices): string | null {
    const names = this.of(kind).filter(name => this.earlier.has(name))
    if (names.length === 0) return null
    const name = choices.pick(names)
    this.earlier = new Set([...this.earlier].filter(other => other !== name))
    return name
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
