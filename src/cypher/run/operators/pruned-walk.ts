import type { ExpandWalk } from '../../plan/operators.ts'
import type { NodeValue, RelationshipValue } from '../../values/value.ts'
import type { Env } from '../env.ts'
import { compile } from '../expression/compile.ts'
import { typeIds } from '../expression/labels.ts'
import { hopsOf } from './hop.ts'
import { nodeAt } from './scan.ts'
import type { Stage } from './stage.ts'
import { through } from './stage.ts'
import { stepTest } from './walk.ts'

interface Seen {
  readonly depth: number
  /** The relationship by which the way to it leaves the start. */
  readonly branch: number
}

/**
 * Each node that some walk reaches comes once, by breadth: the shortest way to another node uses no relationship twice, so there
 * is a walk of allowed length exactly where that way is short enough. Back to the start leads a ring: where relationships are
 * walked either way, one that joins two branches of the tree, or comes back by another relationship than it left.
 */
export function prunedWalk(operator: ExpandWalk, env: Env, next: Stage): Stage {
  const { from, to, length, into } = operator
  const { graph, budget } = env
  const hops = hopsOf(graph, operator.direction, typeIds(graph, operator.types))
  const test = stepTest(
    operator.each.map(expr => compile(expr, env)),
    operator.item,
  )
  const eitherWay = operator.direction === 'both'
  const max = length.max ?? Number.POSITIVE_INFINITY
  return through(next, row => {
    const start = nodeAt(row, from)
    const goal = into ? nodeAt(row, to) : null
    if (start === null || (into && goal === null)) return false
    const emit = (node: NodeValue) => {
      if (into && node !== goal) return false
      row[to] = node
      return next.push(row)
    }
    if (length.min === 0 && emit(start)) return true
    const seen = new Map<number, Seen>([[start.id, { depth: 0, branch: -1 }]])
    const found: number[] = [start.id]
    let ring = length.min === 0
    // the list grows while it is read
    for (let at = 0; at < found.length; at++) {
      const node = found[at] as number
      const { depth, branch } = seen.get(node) as Seen
      if (depth >= max) break
      hops(node, (id, other) => {
        budget.tick()
        const known = seen.get(other)
        if (known && (ring || (!eitherWay && other !== start.id))) return false
        if (!test(row, graph.relationships[id] as RelationshipValue)) return false
        if (!known) {
          seen.set(other, { depth: depth + 1, branch: branch < 0 ? id : branch })
          found.push(other)
        } else if (depth + known.depth + 1 <= max)
          ring = closes(eitherWay, node, other, start.id, id, branch, known.branch)
        return false
      })
    }
    if (length.min > 0 && ring && emit(start)) return true
    for (let at = 1; at < found.length; at++) if (emit(graph.nodes[found[at] as number] as NodeValue)) return true
    return false
  })
}

function closes(
  eitherWay: boolean,
  node: number,
  other: number,
  start: number,
  id: number,
  branch: number,
  otherBranch: number,
): boolean {
  if (other === start) return !eitherWay || node === start || id !== branch
  if (node === start) return id !== otherBranch
  return branch !== otherBranch
}
