import type { Projection, ProjectionItem, Return, With } from '../ast.ts'
import type * as ast from '../ast-expr.ts'
import { say } from '../messages.ts'
import { containsAggregate } from './aggregate.ts'
import { lower, lowerTo } from './expression.ts'
import { lowerLimit } from './limit.ts'
import type { Aggregate, Binding, Output } from './query.ts'
import type { Analysis, Env, Known, Scope, Typed } from './scope.ts'
import { allocate, envOf, refer, report, shapeOf } from './scope.ts'
import { BOOLEAN } from './type.ts'
import type { Lowered } from './union.ts'
import { conjuncts } from './visit.ts'

type Kind = 'with' | 'return' | 'call'

/** An item with its column's name. */
interface Column {
  readonly name: string
  readonly expr: ast.Expr
  readonly place: { readonly start: number; readonly end: number }
  readonly aggregates: boolean
}

/** WITH or RETURN: columns, grouping, then the order and the condition in the scope that they may see. */
export function lowerProjection(a: Analysis, scope: Scope, clause: With | Return, kind: Kind): Lowered {
  const { projection, start, end } = clause
  const columns = columnsOf(a, scope, projection, kind)
  const aggregating = columns.some(column => column.aggregates)
  const aggregates: Aggregate[] = []
  const keys: Binding[] = []
  const local = a.variables.length
  const plain = envOf(a, scope)
  const typed = new Map<Column, Typed>()
  for (const column of columns) if (!column.aggregates) typed.set(column, lower(plain, column.expr))
  const holders = aggregating ? groupBy(a, typed, keys) : new Map<string, Known>()
  const grouped: Env = envOf(a, scope, { aggregates, columns: holders, grouped: true, local })
  for (const column of columns) if (column.aggregates) typed.set(column, lower(grouped, column.expr))
  const { outputs, names } = bindOutputs(a, scope, columns, typed, keys)
  const after: Scope = { names, outer: scope.outer }
  const closed = aggregating || projection.distinct
  const env = laterEnv(a, scope, after, columns, outputs, closed)
  const orderBy = projection.orderBy.map(({ expr, descending }) => ({ expr: lowerOrder(env, expr).expr, descending }))
  const where = clause.kind === 'with' && clause.where ? conjuncts(lowerTo(env, clause.where, BOOLEAN)) : []
  const skip = projection.skip && lowerLimit(a, 'SKIP', projection.skip)
  const limit = projection.limit && lowerLimit(a, 'LIMIT', projection.limit)
  const { distinct } = projection
  const step = {
    kind: 'project',
    aggregating,
    keys,
    aggregates,
    outputs,
    distinct,
    orderBy,
    skip,
    limit,
    where,
    start,
    end,
  } as const
  return kind === 'with' ? { steps: [step], scope: after } : { steps: [step], scope: after, outputs }
}

/** The items with `*` written out, by name; what an item names itself is not part of the `*`. Names are to be different. */
function columnsOf(a: Analysis, scope: Scope, projection: Projection, kind: Kind): Column[] {
  const columns: Column[] = []
  if (projection.star) {
    if (scope.names.size === 0 && kind !== 'with' && scope.outer.size === 0) report(a, projection, say('noVariables'))
    const place = { start: projection.start, end: projection.start + 1 }
    const given = new Set(
      projection.items.map(item => item.alias?.name ?? (item.expr.kind === 'variable' ? item.expr.name : '')),
    )
    for (const name of [...scope.names.keys()].filter(name => !given.has(name)).sort()) {
      columns.push({ name, expr: { kind: 'variable', name, ...place }, place, aggregates: false })
    }
  }
  const taken = new Set(columns.map(column => column.name))
  for (const item of projection.items) {
    const name = nameOf(a, item, kind)
    if (taken.has(name)) report(a, item.alias ?? item, say('sameColumn', name))
    taken.add(name)
    columns.push({ name, expr: item.expr, place: item.alias ?? item, aggregates: containsAggregate(item.expr) })
  }
  return columns
}

function nameOf(a: Analysis, item: ProjectionItem, kind: Kind): string {
  if (item.alias) return item.alias.name
  if (item.expr.kind === 'variable') return item.expr.name
  if (item.expr.kind === 'mapProjection') return item.expr.target.name
  if (kind !== 'return') report(a, item, say(kind === 'with' ? 'needsAlias' : 'needsAliasCall', item.text))
  return item.text
}

/**
 * The grouping keys are the items without aggregates. A plain variable is a key under its own id, anything else under a new one.
 * @returns by shape those keys that items with aggregates may repeat: variables and their properties.
 */
function groupBy(a: Analysis, typed: Map<Column, Typed>, keys: Binding[]): Map<string, Known> {
  const holders = new Map<string, Known>()
  for (const [column, { expr, type }] of typed) {
    const id = expr.kind === 'variable' ? expr.id : allocate(a, null, type).id
    if (!keys.some(key => key.id === id)) keys.push({ id, expr })
    const { expr: written } = column
    const simple = written.kind === 'variable' || (written.kind === 'property' && written.target.kind === 'variable')
    if (simple) holders.set(shapeOf(written), { id, type })
    typed.set(column, { expr: refer(a, id, column.expr), type })
  }
  return holders
}

/** Gives each column its id: a variable under its own name keeps the one it has. */
function bindOutputs(
  a: Analysis,
  scope: Scope,
  columns: readonly Column[],
  typed: ReadonlyMap<Column, Typed>,
  keys: readonly Binding[],
) {
  const names = new Map<string, Known>()
  const keyIds = new Set(keys.map(key => key.id))
  const outputs = columns.map((column): Output => {
    const { expr, type } = typed.get(column) as Typed
    const { name } = column
    const kept = expr.kind === 'variable' && column.expr.kind === 'variable' && column.expr.name === name
    if (scope.outer.has(name) && !kept) report(a, column.place, say('alreadyBound', name))
    const own = kept || (expr.kind === 'variable' && keyIds.has(expr.id) && column.expr.kind !== 'variable')
    const known = own ? { id: expr.id, type } : allocate(a, name, type)
    names.set(name, known)
    return { id: known.id, expr, name }
  })
  return { outputs, names }
}

/**
 * What ORDER BY and WHERE see: the new names, then the old ones; after aggregation or DISTINCT the old ones only within
 * expressions that are themselves columns.
 */
function laterEnv(
  a: Analysis,
  before: Scope,
  after: Scope,
  columns: readonly Column[],
  outputs: readonly Output[],
  closed: boolean,
): Env {
  const held = new Map<string, Known>()
  for (const [i, column] of columns.entries()) {
    const known = after.names.get(column.name)
    if (known && outputs[i]) held.set(shapeOf(column.expr), known)
  }
  const scope = closed ? after : { names: new Map([...before.names, ...after.names]), outer: after.outer }
  return envOf(a, scope, { columns: held, local: a.variables.length, gone: closed ? before.names : null })
}

/** An expression that is a column as a whole is that column, whatever it is made of. */
function lowerOrder(env: Env, expr: ast.Expr): Typed {
  const known = expr.kind === 'variable' ? undefined : env.columns?.get(shapeOf(expr))
  return known ? { expr: refer(env.a, known.id, expr), type: known.type } : lower(env, expr)
}
