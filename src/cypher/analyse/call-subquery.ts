import type { CallSubquery, Name, SingleQuery, With } from '../ast.ts'
import { say } from '../messages.ts'
import type { Known, Scope } from './scope.ts'
import { type Analysis, allocate, envOf, lookUp, readingOuter, report, reportUndefined, withName } from './scope.ts'
import { ANY } from './type.ts'
import type { Lowered } from './union.ts'
import { lowerUnion } from './union.ts'

/**
 * `CALL (a, b) { … }`, `CALL (*) { … }` and the older `CALL { WITH a, b … }`. In the newer form the names are in force throughout
 * the body, in the older only after that WITH and as far as later ones carry them.
 */
export function lowerCallSubquery(a: Analysis, scope: Scope, call: CallSubquery): Lowered {
  const { imports } = call
  const inner: Scope = { names: new Map(), outer: imports === null ? new Map() : imported(a, scope, imports) }
  const importFrom = imports === null ? scope : undefined
  const { result: body, reads } = readingOuter(a, () =>
    lowerUnion(a, call.body, { scope: inner, aliases: true, standalone: false, importFrom }),
  )
  let after = scope
  const binds = body.columns.map(name => {
    const place = call.body
    if (lookUp(scope, name)) report(a, place, say('alreadyBound', name))
    const known = allocate(a, name, ANY)
    after = withName(after, name, known)
    return known.id
  })
  const { optional, start, end } = call
  return { steps: [{ kind: 'subquery', optional, body, binds, reads, start, end }], scope: after }
}

function imported(a: Analysis, scope: Scope, imports: readonly Name[] | '*'): Map<string, Known> {
  const all = new Map([...scope.outer, ...scope.names])
  if (imports === '*') return all
  const chosen = new Map<string, Known>()
  for (const name of imports) {
    const known = all.get(name.name)
    if (known) chosen.set(name.name, known)
    else reportUndefined(envOf(a, scope), name)
  }
  return chosen
}

/** The WITH that opens `CALL { WITH a, b … }`, taken as a matter of names only. */
export function importingScope(a: Analysis, query: SingleQuery, around: Scope) {
  const [first, ...rest] = query.clauses
  if (first?.kind !== 'with' || !importsOnly(around, first)) return null
  const { projection } = first
  const bare = !projection.distinct && projection.orderBy.length === 0 && !projection.skip && !projection.limit
  if (!bare || first.where) report(a, first, say('importingWith'))
  const names = new Map<string, Known>(projection.star ? [...around.outer, ...around.names] : [])
  for (const { expr } of projection.items) {
    const known = expr.kind === 'variable' ? lookUp(around, expr.name) : undefined
    if (expr.kind === 'variable' && known) names.set(expr.name, known)
    else if (expr.kind === 'variable') reportUndefined(envOf(a, around), expr)
    else report(a, expr, say('importingWith'))
  }
  return { scope: { names, outer: new Map<string, Known>() }, rest }
}

/** `WITH a, b` imports; `WITH 1 AS x` does not; a mixture is refused as an import. */
function importsOnly(around: Scope, first: With): boolean {
  const { items, star } = first.projection
  if (star) return true
  return items.some(item => item.expr.kind === 'variable' && (item.alias === null || lookUp(around, item.expr.name)))
}
