import type { GraphInput } from '../../src/cypher/index.ts'
import type { FuzzQuery } from './query.ts'

export interface Case {
  readonly graph: GraphInput
  readonly query: FuzzQuery
}

/** All cases that are smaller by one thing: a clause, a condition, a relationship, a node with its relationships, a property. */
function* smaller({ graph, query }: Case): Generator<Case> {
  const { clauses } = query
  for (let i = 0; i < clauses.length - 1; i++) yield { graph, query: { ...query, clauses: clauses.toSpliced(i, 1) } }
  for (const [i, clause] of clauses.entries()) {
    if (clause.where) yield { graph, query: { ...query, clauses: clauses.with(i, { ...clause, where: '' }) } }
  }
  const { nodes, relationships } = graph
  for (const node of nodes) {
    const kept = relationships.filter(({ start, end }) => start !== node.id && end !== node.id)
    yield { graph: { nodes: nodes.filter(other => other !== node), relationships: kept }, query }
  }
  for (let i = 0; i < relationships.length; i++)
    yield { graph: { nodes, relationships: relationships.toSpliced(i, 1) }, query }
  for (const [i, node] of nodes.entries()) {
    for (const key of Object.keys(node.properties)) {
      const properties = Object.fromEntries(Object.entries(node.properties).filter(([other]) => other !== key))
      yield { graph: { nodes: nodes.with(i, { ...node, properties }), relationships }, query }
    }
  }
}

/** Takes away as long as the difference stays. */
export async function shrink(start: Case, differs: (smaller: Case) => Promise<boolean>): Promise<Case> {
  let best = start
  for (;;) {
    let next: Case | null = null
    for (const candidate of smaller(best)) {
      if (await differs(candidate)) {
        next = candidate
        break
      }
    }
    if (!next) return best
    best = next
  }
}
