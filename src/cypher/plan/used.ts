import type { Expr } from '../analyse/expr.ts'
import type { Path, Query, QueryUnion, Step } from '../analyse/query.ts'
import { visitExpr } from '../analyse/visit.ts'

/** @returns the ids that some expression or result of the query reads: the rest need not be made. */
export function usedIds(query: Query): Set<number> {
  const used = new Set<number>()
  visitUnion(query.body, used)
  return used
}

function visitUnion(union: QueryUnion, used: Set<number>): void {
  for (const part of union.parts) {
    for (const id of part.returns) used.add(id)
    for (const step of part.steps) visitStep(step, used)
  }
}

function read(exprs: readonly (Expr | null)[], used: Set<number>): void {
  for (const expr of exprs) {
    if (!expr) continue
    visitExpr(expr, part => {
      if (part.kind === 'variable') used.add(part.id)
      if (part.kind === 'subquery') {
        for (const id of part.reads) used.add(id)
        visitUnion(part.query, used)
      }
    })
  }
}

function visitStep(step: Step, used: Set<number>): void {
  switch (step.kind) {
    case 'match':
      read(step.where, used)
      for (const path of step.paths) visitPath(path, used)
      return
    case 'unwind':
      read([step.list], used)
      return
    case 'project':
      read(
        [...step.keys, ...step.outputs, ...step.orderBy].map(part => part.expr),
        used,
      )
      read([...step.aggregates.flatMap(aggregate => aggregate.args), step.skip, step.limit, ...step.where], used)
      return
    case 'procedure':
      read([...step.args, ...step.where], used)
      return
    case 'subquery':
      for (const id of step.reads) used.add(id)
      visitUnion(step.body, used)
  }
}

function visitPath(path: Path, used: Set<number>): void {
  read(path.where, used)
  for (const hop of path.hops) {
    if (hop.hop === 'group') visitPath(hop.inner, used)
    else {
      // (a)-[r*]->(b) MATCH (c)-[r*]->(d): what is walked again is read
      if (hop.bound) used.add(hop.id)
      read(hop.each, used)
    }
  }
}
