import type { Expr, SubqueryExpr } from './expr.ts'
import type { MatchStep, QueryUnion } from './query.ts'
import { childrenOf } from './visit.ts'

/**
 * Neo4j 5 groups a COUNT {} or COLLECT {} in the condition of an OPTIONAL MATCH by the variables that were known before, so that one
 * which finds nothing gives no number but loses the row, as if the condition were false. This answers likewise:
 *
 *     MATCH (a) OPTIONAL MATCH (a)-->(b) WHERE COUNT { (b)-->(:A) } < 2
 *                                              ^^^^^^^^^^^^^^^^^^^^^ and EXISTS { (b)-->(:A) }
 *
 * A count that Neo4j reads off the degree of a node, and one compared with 0, are right there and stay as they are.
 * @returns the step with the further conditions, and the subqueries that they come from.
 */
export function losingEmptyCounts(step: MatchStep): { step: MatchStep; counts: readonly SubqueryExpr[] } {
  const conditions = [...step.where, ...step.paths.flatMap(path => path.where)]
  const counts = conditions.flatMap(losable)
  if (counts.length === 0) return { step, counts }
  return {
    step: { ...step, where: [...step.where, ...counts.map(count => ({ ...count, which: 'exists' as const }))] },
    counts,
  }
}

/** The counts and lists that stand where Neo4j works them out for every row; not in a branch of CASE or for items of a list. */
function losable(expr: Expr): readonly SubqueryExpr[] {
  switch (expr.kind) {
    case 'subquery':
      return expr.which !== 'exists' && expr.reads.length > 0 && !isDegree(expr) ? [expr] : []
    case 'compare':
      return asksForAny(expr.op, expr.left, expr.right) ? [] : childrenOf(expr).flatMap(losable)
    case 'case':
    case 'index':
      return []
    case 'listComprehension':
    case 'quantifier':
    case 'reduce':
      return losable(expr.list)
    case 'call':
      return expr.name === 'coalesce' ? [] : expr.args.flatMap(losable)
    default:
      return childrenOf(expr).flatMap(losable)
  }
}

/** `COUNT { … } = 0`, `COUNT { … } > 0` and the same turned round are made EXISTS by Neo4j too. */
function asksForAny(op: string, left: Expr, right: Expr): boolean {
  const isCount = (expr: Expr) => expr.kind === 'subquery' && expr.which === 'count'
  const isZero = (expr: Expr) => expr.kind === 'integer' && expr.value === 0
  if (isCount(left) && isZero(right)) return op === '=' || op === '>'
  return isZero(left) && isCount(right) && (op === '=' || op === '<')
}

/** `COUNT { (known)-[:R]->() }`: one relationship to any other node, nothing asked of either. */
function isDegree({ which, query }: SubqueryExpr): boolean {
  const match = which === 'count' ? onlyMatch(query) : null
  const [path, second] = match?.paths ?? []
  if (!match || !path || second || match.where.length > 0 || path.where.length > 0) return false
  const [hop, more] = path.hops
  if (more || hop?.hop !== 'relationship' || hop.bound || hop.length !== null) return false
  return path.nodes.filter(node => node.bound).length === 1
}

function onlyMatch({ parts }: QueryUnion): MatchStep | null {
  const [part, other] = parts
  const [match, last, further] = part?.steps ?? []
  if (other || further || match?.kind !== 'match' || match.optional) return null
  if (!last) return match
  const isPlain = last.kind === 'project' && !last.aggregating && !last.distinct && !last.skip && !last.limit
  return isPlain ? match : null
}
