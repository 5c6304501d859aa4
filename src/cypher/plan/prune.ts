import type { Expr } from '../analyse/expr.ts'
import { visitExpr } from '../analyse/visit.ts'
import type { ExpandWalk, Operator, Pipeline } from './operators.ts'

/** Operators that give the same set of rows for the same set, however often a row comes. */
const SET_LIKE: ReadonlySet<Operator['op']> = new Set([
  'AllNodes',
  'LabelScan',
  'PropertySeek',
  'IdSeek',
  'Expand',
  'ExpandWalk',
  'Filter',
  'Optional',
  'Unwind',
  'Project',
])

/** Walks of which nobody asks how often a node is reached need not be walked one by one: `count(DISTINCT x)`, `RETURN DISTINCT x`. */
export function pruneWalks(pipeline: Pipeline): Pipeline {
  return pipeline.map((operator, i) =>
    operator.op === 'ExpandWalk' && isPlain(operator) && isMadeOne(pipeline.slice(i + 1))
      ? { ...operator, prune: true }
      : operator,
  )
}

function isPlain({ keep, unlike, length }: ExpandWalk): boolean {
  return !keep && unlike.length === 0 && length.min <= 1
}

/** Whether the first operator that sees how often a row comes does not mind. */
function isMadeOne(after: Pipeline): boolean {
  const next = after.find(operator => !SET_LIKE.has(operator.op))
  const before = next ? after.slice(0, after.indexOf(next)) : []
  if (!next || before.some(draws)) return false
  if (next.op === 'Distinct') return true
  return (
    next.op === 'Aggregation' &&
    next.aggregates.every(({ distinct, name }) => distinct || name === 'min' || name === 'max')
  )
}

/** A random number makes each row another one. */
function draws(operator: Operator): boolean {
  const exprs: readonly Expr[] =
    operator.op === 'Project'
      ? operator.outputs.map(({ expr }) => expr)
      : operator.op === 'Filter'
        ? operator.where
        : []
  let found = false
  for (const expr of exprs) {
    visitExpr(expr, part => {
      if (part.kind === 'call' && (part.name === 'rand' || part.name === 'randomuuid')) found = true
    })
  }
  return found
}
