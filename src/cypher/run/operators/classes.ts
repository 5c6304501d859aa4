import type { HopClasses, NodeClasses } from '../../plan/scan-operators.ts'
import type { NodeValue, RelationshipValue } from '../../values/value.ts'
import type { Env } from '../env.ts'
import { typeIds } from '../expression/labels.ts'
import type { Stage } from './stage.ts'
import { through } from './stage.ts'

/** One node for each set of labels. */
export function nodeClasses({ node, label, weight }: NodeClasses, env: Env, next: Stage): Stage {
  const { graph } = env
  const nodes = graph.classes()?.nodes ?? { first: [], count: [] }
  return through(next, row => {
    for (let i = 0; i < nodes.first.length; i++) {
      const id = nodes.first[i] as number
      if (label !== null && !graph.hasLabel(id, label)) continue
      env.budget.tick()
      row[node] = graph.nodes[id] as NodeValue
      row[weight] = nodes.count[i] as number
      if (next.push(row)) return true
    }
    return false
  })
}

/** One relationship for each type between each two sets of labels. */
export function hopClasses(operator: HopClasses, env: Env, next: Stage): Stage {
  const { from, label, relationship, to, weight } = operator
  const { graph } = env
  const hops = graph.classes()?.relationships ?? { first: [], count: [] }
  const types = typeIds(graph, operator.types)
  const outward = operator.direction === 'out'
  return through(next, row => {
    for (let i = 0; i < hops.first.length; i++) {
      const id = hops.first[i] as number
      const [start, end] = [graph.startOf(id), graph.endOf(id)]
      const [near, far] = outward ? [start, end] : [end, start]
      if (types !== null && !types.includes(graph.type[id] as number)) continue
      if (label !== null && !graph.hasLabel(near, label)) continue
      env.budget.tick()
      row[from] = graph.nodes[near] as NodeValue
      row[relationship] = graph.relationships[id] as RelationshipValue
      row[to] = graph.nodes[far] as NodeValue
      row[weight] = hops.count[i] as number
      if (next.push(row)) return true
    }
    return false
  })
}
