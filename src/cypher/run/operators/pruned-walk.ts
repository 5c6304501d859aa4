import type { ExpandWalk } from '../../plan/operators.ts'
import type { NodeValue, RelationshipValue } from '../../values/value.ts'
import type { Env, Row } from '../env.ts'
import { compile } from '../expression/compile.ts'
import { typeIds } from '../expression/labels.ts'
import { hopsOf } from './hop.ts'
import { nodeAt } from './scan.ts'
import type { Stage } from './stage.ts'
import { through } from './stage.ts'
import { stepTest } from './walk.ts'

/** The nodes that one search has found; the arrays serve all searches of a run, each with a number of its own. */
class Found {
  private readonly search: Int32Array
  readonly depth: Int32Array
  /** The relationship by which the way to a node leaves the start. */
  readonly branch: Int32Array
  private current = 0
  /** In the order in which they were found. */
  nodes: number[] = []

  constructor(size: number) {
    this.search = new Int32Array(size)
    this.depth = new Int32Array(size)
    this.branch = new Int32Array(size)
  }

  begin(start: number): void {
    this.current++
    this.nodes = []
    this.add(start, 0, -1)
  }

  has(node: number): boolean {
    return this.search[node] === this.current
  }

  add(node: number, depth: number, branch: number): void {
    this.search[node] = this.current
    this.depth[node] = depth
    this.branch[node] = branch
    this.nodes.push(node)
  }
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
  const passes = stepTest(
    operator.each.map(expr => compile(expr, env)),
    operator.item,
  )
  const test =
    operator.each.length === 0
      ? () => true
      : (row: Row, id: number) => passes(row, graph.relationships[id] as RelationshipValue)
  const eitherWay = operator.direction === 'both'
  const max = length.max ?? Number.POSITIVE_INFINITY
  const found = new Found(graph.nodes.length)
  const { depth: depths, branch: branches } = found
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
    found.begin(start.id)
    const { nodes } = found
    let ring = length.min === 0
    // the list grows while it is read
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] as number
      const depth = depths[node] as number
      if (depth >= max) break
      const branch = branches[node] as number
      hops(node, (id, other) => {
        budget.tick()
        const known = found.has(other)
        if (known && (ring || (!eitherWay && other !== start.id))) return false
        if (!test(row, id)) return false
        if (!known) found.add(other, depth + 1, branch < 0 ? id : branch)
        else if (depth + (depths[other] as number) + 1 <= max)
          ring = closes(eitherWay, node, other, start.id, id, branch, branches[other] as number)
        return false
      })
    }
    if (length.min > 0 && ring && emit(start)) return true
    for (let at = 1; at < nodes.length; at++) if (emit(graph.nodes[nodes[at] as number] as NodeValue)) return true
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
