import { flip } from '../../direction.ts'
import { CypherError } from '../../error.ts'
import type { BoundHop, Expand } from '../../plan/operators.ts'
import type { Value } from '../../values/value.ts'
import { isList, NodeValue, RelationshipValue, typeName } from '../../values/value.ts'
import type { Env, Row } from '../env.ts'
import { compile } from '../expression/compile.ts'
import { typeIds } from '../expression/labels.ts'
import { degreeOf, hopsOf, walked } from './hop.ts'
import { nodeAt } from './scan.ts'
import type { Stage } from './stage.ts'
import { through } from './stage.ts'
import { stepTest } from './walk.ts'

export function expand(operator: Expand, env: Env, next: Stage): Stage {
  if (operator.into) return expandInto(operator, env, next)
  const { from, relationship, to, unlike } = operator
  const { graph, budget } = env
  const hops = hopsOf(graph, operator.direction, typeIds(graph, operator.types))
  const { row } = env
  // one function for all rows: the row is the same array throughout the run
  const visit = (id: number, other: number) => {
    budget.tick()
    const value = graph.relationships[id] as RelationshipValue
    if (unlike.length > 0 && walked(row, unlike, value)) return false
    row[relationship] = value
    row[to] = graph.nodes[other] as NodeValue
    return next.push(row)
  }
  return through(next, () => {
    const start = nodeAt(row, from)
    return start === null ? false : hops(start.id, visit)
  })
}

/** Between two bound nodes the one with fewer relationships is searched. */
function expandInto(operator: Expand, env: Env, next: Stage): Stage {
  const { from, relationship, to, unlike, direction } = operator
  const { graph, budget } = env
  const types = typeIds(graph, operator.types)
  const forward = hopsOf(graph, direction, types)
  const back = hopsOf(graph, flip(direction), types)
  return through(next, row => {
    const start = nodeAt(row, from)
    const end = nodeAt(row, to)
    if (start === null || end === null) return false
    const turned = degreeOf(graph, end.id, flip(direction)) < degreeOf(graph, start.id, direction)
    const goal = turned ? start.id : end.id
    return (turned ? back : forward)(turned ? end.id : start.id, (id, other) => {
      budget.tick()
      if (other !== goal) return false
      const value = graph.relationships[id] as RelationshipValue
      if (unlike.length > 0 && walked(row, unlike, value)) return false
      row[relationship] = value
      return next.push(row)
    })
  })
}

/** A relationship, or a list of them, that is known already: only its ends are found or compared. */
export function boundHop(operator: BoundHop, env: Env, next: Stage): Stage {
  const { graph } = env
  const { relationship, left, right, leftBound, rightBound, direction, unlike, list, length } = operator
  const twice = list && !leftBound && !rightBound
  const types = typeIds(graph, operator.types)
  const fits = (id: number) => types === null || types.includes(graph.type[id] as number)
  const test = stepTest(
    operator.each.map(expr => compile(expr, env)),
    operator.item,
  )
  const emit = (row: Row, first: number, last: number) => {
    const [a, b] = [graph.nodes[first] as NodeValue, graph.nodes[last] as NodeValue]
    if (leftBound ? row[left] !== a : false) return false
    if (left === right && !leftBound && a !== b) return false
    if (rightBound && row[right] !== b) return false
    row[left] = a
    row[right] = b
    return next.push(row)
  }
  return through(next, row => {
    const steps = stepsOf(row[relationship] as Value, list)
    if (steps === null || steps.some(step => !fits(step.id) || walked(row, unlike, step) || !test(row, step)))
      return false
    if (new Set(steps).size !== steps.length) return false
    if (length && (steps.length < length.min || steps.length > (length.max ?? Number.POSITIVE_INFINITY))) return false
    const starts =
      steps.length === 0 ? emptyStart(row, operator) : startsOf(graph, steps[0] as RelationshipValue, direction, twice)
    for (const start of starts) {
      const end = follow(graph, start, steps, direction)
      if (end !== null && emit(row, start, end)) return true
    }
    return false
  })
}

function emptyStart(row: Row, { left, right, leftBound }: BoundHop): number[] {
  const node = row[leftBound ? left : right] as Value
  return node instanceof NodeValue ? [node.id] : []
}

function stepsOf(value: Value, list: boolean): readonly RelationshipValue[] | null {
  if (value === null) return null
  const items = list ? value : [value]
  if (isList(items) && items.every(item => item instanceof RelationshipValue)) return items as RelationshipValue[]
  throw new CypherError({
    code: 'type',
    message: {
      en: `a pattern needs a RELATIONSHIP here, but the variable holds ${typeName(value)}`,
      zh: `模式在这里要关系，变量却是 ${typeName(value)}`,
    },
  })
}

/** Walked either way, a loop is one start; but Neo4j walks a list that begins with one `twice` where it knows neither end. */
function startsOf(
  graph: Env['graph'],
  first: RelationshipValue,
  direction: BoundHop['direction'],
  twice: boolean,
): readonly number[] {
  const [start, end] = [graph.startOf(first.id), graph.endOf(first.id)]
  if (direction === 'out') return [start]
  if (direction === 'in') return [end]
  return start === end && !twice ? [start] : [start, end]
}

/** @returns where a walk over the relationships ends, null where it breaks off. */
function follow(
  graph: Env['graph'],
  from: number,
  steps: readonly RelationshipValue[],
  direction: BoundHop['direction'],
): number | null {
  let at = from
  for (const { id } of steps) {
    const [start, end] = [graph.startOf(id), graph.endOf(id)]
    if (direction !== 'in' && start === at) at = end
    else if (direction !== 'out' && end === at) at = start
    else return null
  }
  return at
}
