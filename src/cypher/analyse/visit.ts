import type { Expr } from './expr.ts'

/** Visits an expression and all below it; subqueries are one whole. */
export function visitExpr(expr: Expr, visit: (expr: Expr) => void): void {
  visit(expr)
  for (const child of childrenOf(expr)) visitExpr(child, visit)
}

function present(...items: readonly (Expr | null)[]): Expr[] {
  return items.filter(item => item !== null)
}

/** The expressions directly below one. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'list':
      return expr.items
    case 'map':
      return expr.entries.map(entry => entry.value)
    case 'mapProjection':
      return [expr.target, ...expr.entries.map(entry => entry.value)]
    case 'property':
    case 'hasLabels':
      return [expr.target]
    case 'index':
      return [expr.target, expr.index]
    case 'slice':
      return present(expr.target, expr.from, expr.to)
    case 'unary':
    case 'isNull':
    case 'isNormalized':
    case 'isTyped':
      return [expr.operand]
    case 'binary':
    case 'compare':
      return [expr.left, expr.right]
    case 'case':
      return present(expr.operand, ...expr.branches.flatMap(branch => [...branch.whens, branch.result]), expr.otherwise)
    case 'call':
      return expr.args
    case 'listComprehension':
      return present(expr.list, expr.where, expr.map)
    case 'quantifier':
      return [expr.list, expr.where]
    case 'reduce':
      return [expr.init, expr.list, expr.body]
    default:
      return []
  }
}

/** @returns the ids that an expression reads; those that it binds itself are unique to it and do no harm. */
export function readsOf(expr: Expr, into: Set<number> = new Set()): Set<number> {
  visitExpr(expr, part => {
    if (part.kind === 'variable') into.add(part.id)
    else if (part.kind === 'subquery') for (const id of part.reads) into.add(id)
  })
  return into
}

/** @returns the ids that an expression reads and does not bind itself. */
export function freeOf(expr: Expr): Set<number> {
  const reads = readsOf(expr)
  visitExpr(expr, part => {
    if (part.kind === 'listComprehension' || part.kind === 'quantifier' || part.kind === 'reduce') reads.delete(part.id)
    if (part.kind === 'reduce') reads.delete(part.accumulator)
  })
  return reads
}

/** `a AND b AND c` as a list. */
export function conjuncts(expr: Expr): Expr[] {
  return expr.kind === 'binary' && expr.op === 'and' ? [...conjuncts(expr.left), ...conjuncts(expr.right)] : [expr]
}
