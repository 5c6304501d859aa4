import type { ExpandGroup, ExpandWalk } from '../../plan/operators.ts'
import type { Value } from '../../values/value.ts'
import { isList, type NodeValue, type RelationshipValue } from '../../values/value.ts'
import type { Env, Evaluate, Row } from '../env.ts'
import { compile } from '../expression/compile.ts'
import { typeIds } from '../expression/labels.ts'
import { hopsOf, walked } from './hop.ts'
import { nodeAt } from './scan.ts'
import type { Builder, Stage } from './stage.ts'
import { through } from './stage.ts'

/** @returns whether the relationship passes every condition on one step of a walk. */
export function stepTest(
  each: readonly Evaluate[],
  item: number,
): (row: Row, relationship: RelationshipValue) => boolean {
  if (each.length === 0) return () => true
  return (row, relationship) => {
    row[item] = relationship
    return each.every(condition => condition(row) === true)
  }
}

/** Depth first; no relationship twice. */
export function expandWalk(operator: ExpandWalk, env: Env, next: Stage): Stage {
  const { from, list, to, length, into, reversed, keep, unlike } = operator
  const { graph, budget } = env
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
    const trail: RelationshipValue[] = []
    const emit = (node: NodeValue) => {
      if (into ? node !== goal : false) return false
      if (keep) row[list] = reversed ? trail.toReversed() : trail.slice()
      row[to] = node
      return next.push(row)
    }
    const walk = (node: NodeValue): boolean => {
      if (trail.length >= length.min && emit(node)) return true
      if (trail.length >= max) return false
      return hops(node.id, (id, other) => {
        budget.tick()
        const value = graph.relationships[id] as RelationshipValue
        if (trail.includes(value) || (unlike.length > 0 && walked(row, unlike, value)) || !test(row, value))
          return false
        trail.push(value)
        const stop = walk(graph.nodes[other] as NodeValue)
        trail.pop()
        return stop
      })
    }
    return walk(start)
  })
}

/** A quantified group: its inner pipeline is run again from where it ended, and what it bound is gathered into lists. */
export function expandGroup(operator: ExpandGroup, env: Env, next: Stage, builder: Builder): Stage {
  const { from, to, first, last, steps, collects, walk: walkSlot, length, into, reversed } = operator
  const max = length.max ?? Number.POSITIVE_INFINITY
  const gathered: Value[][] = collects.map(() => [])
  const trail: Value[] = []
  let goal: NodeValue | null = null
  const inner: Stage = { push: row => advance(row), end: () => {} }
  const start = builder.pipeline(operator.inner, env, inner)
  const slots = [first, last, ...steps, ...collects.map(pair => pair.item)]

  /** One walk of the group is done: note what it bound, go on from its end, then take it back. */
  function advance(row: Row): boolean {
    env.budget.tick()
    const saved = slots.map(slot => row[slot] as Value)
    const before = trail.length
    for (const slot of steps) {
      const value = row[slot] as Value
      if (isList(value)) trail.push(...value)
      else trail.push(value)
    }
    for (let i = 0; i < collects.length; i++) {
      gathered[i]?.push(row[(collects[i] as { item: number }).item] as Value)
    }
    const stop = goOn(row, row[last] as NodeValue)
    for (const values of gathered) values.pop()
    trail.length = before
    row[walkSlot] = trail
    slots.forEach((slot, i) => {
      row[slot] = saved[i] as Value
    })
    return stop
  }

  function emit(row: Row, node: NodeValue): boolean {
    if (into && node !== goal) return false
    collects.forEach(({ list }, i) => {
      const values = gathered[i] as Value[]
      row[list] = reversed ? values.toReversed() : values.slice()
    })
    row[walkSlot] = reversed ? trail.toReversed() : trail.slice()
    row[to] = node
    return next.push(row)
  }

  let depth = 0
  function goOn(row: Row, node: NodeValue): boolean {
    if (depth >= length.min && emit(row, node)) return true
    if (depth >= max) return false
    row[walkSlot] = trail
    row[first] = node
    depth++
    const stop = start.push(row)
    depth--
    return stop
  }

  return through(next, row => {
    const node = nodeAt(row, from)
    goal = into ? nodeAt(row, to) : null
    if (node === null || (into && goal === null)) return false
    depth = 0
    return goOn(row, node)
  })
}
