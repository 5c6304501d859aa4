import { flip } from '../../direction.ts'
import type { ShortestPath } from '../../plan/operators.ts'
import type { NodeValue, RelationshipValue } from '../../values/value.ts'
import type { Env } from '../env.ts'
import { compile } from '../expression/compile.ts'
import { typeIds } from '../expression/labels.ts'
import { cycles, refuseSameEnds, trailsBetween, trailsToAll } from './breadth.ts'
import { hopsOf } from './hop.ts'
import { nodeAt } from './scan.ts'
import type { Stage } from './stage.ts'
import { through } from './stage.ts'
import { stepTest } from './walk.ts'

/** Breadth first, from both ends where both are known. */
export function shortestPath(operator: ShortestPath, env: Env, next: Stage): Stage {
  const { from, list, to, length, into, reversed, all } = operator
  const { graph } = env
  const types = typeIds(graph, operator.types)
  const hops = hopsOf(graph, operator.direction, types)
  const back = hopsOf(graph, flip(operator.direction), types)
  const test = stepTest(
    operator.each.map(expr => compile(expr, env)),
    operator.item,
  )
  const max = length.max ?? Number.POSITIVE_INFINITY
  return through(next, row => {
    const start = nodeAt(row, from)
    const goal = into ? nodeAt(row, to) : null
    if (start === null || (into && goal === null)) return false
    const admit = (id: number) => {
      env.budget.tick()
      return test(row, graph.relationships[id] as RelationshipValue)
    }
    const emit = (node: number, trail: readonly number[]) => {
      const steps = trail.map(id => graph.relationships[id] as RelationshipValue)
      row[list] = reversed ? steps.reverse() : steps
      row[to] = graph.nodes[node] as NodeValue
      return next.push(row)
    }
    if (goal === start && operator.distinctEnds) refuseSameEnds()
    // where the other end is free it may be any node but this one
    if (goal === start || (goal === null && !operator.distinctEnds)) {
      if (length.min === 0) {
        if (emit(start.id, [])) return true
      } else {
        for (const trail of cycles(hops, start.id, admit, max, all)) if (emit(start.id, trail)) return true
      }
      if (goal !== null) return false
    }
    const ways = { hops, back, admit, max, all }
    if (goal === null) {
      for (const { end, trail } of trailsToAll(ways, start.id)) if (emit(end, trail)) return true
      return false
    }
    for (const trail of trailsBetween(ways, start.id, goal.id)) {
      if (emit(goal.id, trail)) return true
      if (!all) return false
    }
    return false
  })
}
