import type { Name, Spanned } from '../ast.ts'
import type { CypherErrorCode } from '../error.ts'
import { CypherError } from '../error.ts'
import type { Text } from '../messages.ts'
import { say } from '../messages.ts'
import { similar } from '../parse/keywords.ts'
import type { Expr, VariableExpr } from './expr.ts'
import type { Aggregate, Notice, VariableInfo } from './query.ts'
import type { Type } from './type.ts'
import { kindOf } from './type.ts'

/** What one analysis gathers. */
export interface Analysis {
  readonly text: string
  readonly errors: CypherError[]
  readonly notices: Notice[]
  readonly variables: VariableInfo[]
  readonly parameters: Set<string>
  readonly functions: Set<string>
  /** The ids that are read by the innermost subquery at hand. */
  reads: Set<number>
}

/** A binding that is in force. */
export interface Known {
  readonly id: number
  readonly type: Type
}

/** The names in force; those of `outer` come from around a subquery, stay through every WITH and cannot be bound anew. */
export interface Scope {
  readonly names: ReadonlyMap<string, Known>
  readonly outer: ReadonlyMap<string, Known>
}

export const EMPTY_SCOPE: Scope = { names: new Map(), outer: new Map() }

/** An expression with what is known of its value. */
export interface Typed<E extends Expr = Expr> {
  readonly expr: E
  readonly type: Type
}

/**
 * Where an expression stands. `aggregates` takes those that are found, null where none may stand. `columns` gives for the text of
 * an expression (without its places) the variable that already holds it: grouping keys, or the items that ORDER BY may repeat.
 * Ids from `local` on are bound within the expression; with `grouped` any older one must be such a column.
 */
export interface Env {
  readonly a: Analysis
  readonly scope: Scope
  readonly aggregates: Aggregate[] | null
  readonly inAggregate: boolean
  readonly columns: ReadonlyMap<string, Known> | null
  readonly grouped: boolean
  readonly local: number
  /** Why no variable can be seen: the word SKIP or LIMIT. */
  readonly constant: string | null
  /** Names that were in force before an aggregation or DISTINCT. */
  readonly gone: ReadonlyMap<string, Known> | null
}

export function envOf(a: Analysis, scope: Scope, more: Partial<Env> = {}): Env {
  return {
    a,
    scope,
    aggregates: null,
    inAggregate: false,
    columns: null,
    grouped: false,
    local: 0,
    constant: null,
    gone: null,
    ...more,
  }
}

export function report(
  a: Analysis,
  place: Spanned,
  message: Text,
  hint?: Text,
  code: CypherErrorCode = 'semantic',
): void {
  a.errors.push(new CypherError({ code, message, hint, start: place.start, end: place.end }))
}

/** Makes a binding; without a name an anonymous one. */
export function allocate(a: Analysis, name: string | null, type: Type): Known {
  const id = a.variables.length
  a.variables.push({ id, name: name ?? ` ${id}`, kind: kindOf(type), anonymous: name === null })
  return { id, type }
}

export function lookUp(scope: Scope, name: string): Known | undefined {
  return scope.names.get(name) ?? scope.outer.get(name)
}

/** @returns the scope with one more name in it. */
export function withName(scope: Scope, name: string, known: Known): Scope {
  return { ...scope, names: new Map(scope.names).set(name, known) }
}

/** Binds a new name. A name in force is reported and bound anew all the same, to go on. */
export function declare(a: Analysis, scope: Scope, name: Name, type: Type): { scope: Scope; known: Known } {
  if (lookUp(scope, name.name)) report(a, name, say('alreadyBound', name.name))
  const known = allocate(a, name.name, type)
  return { scope: withName(scope, name.name, known), known }
}

/** A name that stands in no scope: told with the nearest one that does. */
export function reportUndefined(env: Env, name: Name): void {
  const { a, scope, constant, gone } = env
  if (constant !== null) report(a, name, say('constant', constant))
  else if (gone?.has(name.name)) report(a, name, say('notVisible', name.name))
  else {
    const near = similar(name.name, [...scope.names.keys(), ...scope.outer.keys()], 1)[0]
    report(a, name, say('undefinedVariable', name.name), near ? say('hintMean', `\`${near}\``) : undefined)
  }
}

/** A reference to a binding, noted for the subquery around it. */
export function refer(a: Analysis, id: number, place: Spanned): VariableExpr {
  a.reads.add(id)
  return { kind: 'variable', id, start: place.start, end: place.end }
}

/** The text of an expression of the syntax tree without its places: equal texts are equal expressions. */
export function shapeOf(expr: object): string {
  return JSON.stringify(expr, (key, value) => {
    if (key === 'start' || key === 'end' || key === 'text') return undefined
    return typeof value === 'bigint' ? `${value}n` : Number.isNaN(value) ? 'NaN' : value
  })
}

/** Runs the analysis of a subquery. @returns its result and the outer ids that it reads, ascending. */
export function readingOuter<T>(a: Analysis, part: () => T): { result: T; reads: number[] } {
  const around = a.reads
  const first = a.variables.length
  a.reads = new Set()
  const result = part()
  const reads = [...a.reads].filter(id => id < first).sort((x, y) => x - y)
  a.reads = around
  for (const id of reads) around.add(id)
  return { result, reads }
}
