import { CypherError } from '../../error.ts'
import type { PickShortest, ShortestPath } from '../../plan/operators.ts'
import type { Value } from '../../values/value.ts'
import { isList, type NodeValue, type RelationshipValue } from '../../values/value.ts'
import type { Env, Row } from '../env.ts'
import { compile } from '../expression/compile.ts'
import { typeIds } from '../expression/labels.ts'
import type { Hops } from './hop.ts'
import { hopsOf } from './hop.ts'
import { nodeAt } from './scan.ts'
import type { Builder, Stage } from './stage.ts'
import { through } from './stage.ts'
import { stepTest } from './walk.ts'

/** Steps by which a node is reached on shortest ways, as pairs of relationship and node before it. */
type Arrivals = Map<number, { readonly depth: number; readonly by: [number, number][] }>

/** Breadth first from one node. Without `all` the first way to each node is kept, in the stable order of relationships. */
export function shortestPath(operator: ShortestPath, env: Env, next: Stage): Stage {
  const { from, list, to, length, into, reversed, all } = operator
  const { graph } = env
  const hops = hopsOf(graph, operator.direction, typeIds(graph, operator.types))
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
    if (goal === null || goal === start) {
      if (length.min === 0) {
        if (emit(start.id, [])) return true
      } else {
        for (const trail of cycles(hops, start.id, admit, max, all)) if (emit(start.id, trail)) return true
      }
      if (goal !== null) return false
    }
    const reached = search(hops, start.id, goal?.id ?? -1, admit, max, all)
    const ends = goal === null ? [...reached.keys()].sort((a, b) => a - b) : [goal.id]
    for (const end of ends) {
      if (end === start.id) continue
      for (const trail of trails(reached, start.id, end)) if (emit(end, trail)) return true
    }
    return false
  })
}

function search(
  hops: Hops,
  start: number,
  goal: number,
  admit: (id: number) => boolean,
  max: number,
  all: boolean,
): Arrivals {
  const reached: Arrivals = new Map([[start, { depth: 0, by: [] }]])
  let frontier = [start]
  for (let depth = 1; depth <= max && frontier.length > 0 && !reached.has(goal); depth++) {
    const found: number[] = []
    for (const node of frontier) {
      hops(node, (id, other) => {
        const seen = reached.get(other)
        if ((seen && (!all || seen.depth < depth)) || !admit(id)) return false
        if (seen) seen.by.push([id, node])
        else {
          reached.set(other, { depth, by: [[id, node]] })
          found.push(other)
        }
        return !all && other === goal
      })
      if (!all && reached.has(goal)) return reached
    }
    frontier = found
  }
  return reached
}

function refuseSameEnds(): never {
  throw new CypherError({
    code: 'argument',
    message: {
      en: 'shortestPath() takes two different nodes, but both ends are the same',
      zh: 'shortestPath() 要两个不同的节点，两端却是同一个',
    },
    hint: { en: 'add WHERE a <> b before it', zh: '请先写 WHERE a <> b' },
  })
}

/** @yields each shortest way from start to end, in order. */
function* trails(reached: Arrivals, start: number, end: number): Generator<number[]> {
  if (end === start) yield []
  else {
    for (const [relationship, before] of reached.get(end)?.by ?? []) {
      for (const trail of trails(reached, start, before)) yield [...trail, relationship]
    }
  }
}

/** The shortest ways from a node back to itself that use no relationship twice, by deepening. */
function cycles(hops: Hops, start: number, admit: (id: number) => boolean, max: number, all: boolean): number[][] {
  const found: number[][] = []
  const trail: number[] = []
  let deeper = true
  const walk = (node: number, left: number): void => {
    hops(node, (id, other) => {
      if (trail.includes(id) || !admit(id)) return false
      trail.push(id)
      if (left > 1) walk(other, left - 1)
      else {
        deeper = true
        if (other === start) found.push(trail.slice())
      }
      trail.pop()
      return !all && found.length > 0
    })
  }
  for (let depth = 1; depth <= max && deeper && found.length === 0; depth++) {
    deeper = false
    walk(start, depth)
  }
  return found
}

/** All rows of the inner pipeline, by pair of ends, the shortest first. */
export function pickShortest(operator: PickShortest, env: Env, next: Stage, builder: Builder): Stage {
  const { first, last, lengths, binds, count, groups } = operator
  let pairs = new Map<string, { length: number; values: Value[] }[]>()
  const gather: Stage = {
    push: row => {
      const key = `${(row[first] as NodeValue).id} ${(row[last] as NodeValue).id}`
      const found = { length: lengthOf(row, lengths), values: binds.map(slot => row[slot] as Value) }
      env.budget.hold(binds.length + 4)
      const list = pairs.get(key)
      if (list) list.push(found)
      else pairs.set(key, [found])
      return false
    },
    end: () => {},
  }
  const start = builder.pipeline(operator.inner, env, gather)
  return through(next, row => {
    pairs = new Map()
    if (operator.distinctEnds && row[first] !== null && row[first] === row[last]) refuseSameEnds()
    start.push(row)
    start.end()
    for (const list of pairs.values()) {
      for (const { values } of shortest(list, count, groups)) {
        binds.forEach((slot, i) => {
          row[slot] = values[i] as Value
        })
        if (next.push(row)) return true
      }
    }
    return false
  })
}

function lengthOf(row: Row, slots: readonly number[]): number {
  return slots.reduce((sum, slot) => {
    const value = row[slot] as Value
    return sum + (isList(value) ? value.length : 1)
  }, 0)
}

function shortest<T extends { length: number }>(list: T[], count: number, groups: boolean): T[] {
  const sorted = list.sort((a, b) => a.length - b.length)
  if (!groups) return sorted.slice(0, count)
  const lengths = [...new Set(sorted.map(found => found.length))].slice(0, count)
  return sorted.filter(found => lengths.includes(found.length))
}
