import type { Length, PathPattern, Spanned } from '../ast.ts'
import type * as ast from '../ast-expr.ts'
import { say } from '../messages.ts'
import { lowerTo } from './expression.ts'
import { losingEmptyCounts } from './optional-count.ts'
import { builderOn, lowerPath } from './pattern.ts'
import type { MatchStep } from './query.ts'
import type { Analysis, Scope } from './scope.ts'
import { envOf, report } from './scope.ts'
import { BOOLEAN } from './type.ts'
import { conjuncts } from './visit.ts'

interface Matched {
  readonly step: MatchStep
  readonly scope: Scope
}

/**
 * Patterns with their condition. All names are bound before any predicate is read, so that `(a {x: b.x})--(b)` is in order.
 * @param mayBind whether new names may come in, as they may not where a pattern is a condition.
 */
export function lowerMatch(
  a: Analysis,
  scope: Scope,
  match: Spanned & {
    readonly paths: readonly PathPattern[]
    readonly where: ast.Expr | null
    readonly optional?: boolean
  },
  mayBind = true,
): Matched {
  const b = builderOn(a, scope, mayBind)
  for (const { selector } of match.paths) {
    const selective = selector.form === 'words' && selector.kind !== 'all'
    if (selective && match.paths.length > 1) report(a, match, say('selectorAlone'))
  }
  checkLengths(a, { paths: match.paths, where: match.where })
  const paths = match.paths.map(path => lowerPath(b, path))
  for (const part of b.later) part()
  const where = match.where ? conjuncts(lowerTo(envOf(a, b), match.where, BOOLEAN)) : []
  const { start, end, optional } = match
  const step: MatchStep = { kind: 'match', optional: optional ?? false, paths, where, binds: b.binds, start, end }
  const afterOthers = scope.names.size + scope.outer.size > 0
  return {
    step: step.optional && afterOthers ? losingEmpty(a, step) : step,
    scope: { names: b.names, outer: b.outer },
  }
}

/** As Neo4j does, with a word about it. */
function losingEmpty(a: Analysis, step: MatchStep): MatchStep {
  const { step: losing, counts } = losingEmptyCounts(step)
  for (const { which, start, end } of counts) {
    const message = say('emptyCount', which === 'count' ? 'COUNT' : 'COLLECT')
    a.notices.push({ message, hint: say('hintOptionalCall'), start, end })
  }
  return losing
}

/**
 * `-[*]->` and `-->+` do not stand in one MATCH, patterns in its expressions included: the one counts relationships, the other
 * whole patterns. Queries of their own within it are another matter.
 */
function checkLengths(a: Analysis, match: object): void {
  const lengths: Length[] = []
  const open: object[] = [match]
  for (let part = open.pop(); part; part = open.pop()) {
    const { kind, length } = part as { kind?: string; length?: Length | null }
    if (kind === 'subqueryExpr') continue
    if ((kind === 'relationship' || kind === 'group') && length) lengths.push(length)
    for (const child of Object.values(part)) if (typeof child === 'object' && child !== null) open.push(child)
  }
  const star = lengths.find(length => !length.quantified)
  if (star && lengths.some(length => length.quantified)) report(a, star, say('varLengthInGroup'))
}
