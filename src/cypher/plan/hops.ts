import type { GroupHop, Hop, MatchStep, Path, RelationshipHop } from '../analyse/query.ts'
import { freeOf } from '../analyse/visit.ts'
import { flip } from '../direction.ts'
import type { Graph } from '../storage/graph.ts'
import type { Edge, State } from './match.ts'
import { hopIds, planMatch } from './match.ts'
import type { Operator } from './operators.ts'
import { predicatesOf } from './predicates.ts'
import type { Slots } from './slots.ts'

/** Operators for one hop, what they bind beside its ends, and the slots of relationships they add to the step. */
export interface MadeHop {
  readonly operators: readonly Operator[]
  readonly binds: readonly number[]
  readonly walked: readonly number[]
}

/** Turns a hop into operators, walking from whichever end is bound. */
export function hopOperator(graph: Graph, slots: Slots, state: State, edge: Edge, rows: number): MadeHop {
  const { hop } = edge
  if (!('hop' in hop)) return selectedPath(graph, slots, state, hop, edge, rows)
  if (hop.hop === 'group') return groupOperator(graph, slots, state, edge, hop, rows)
  const binds = [hop.id]
  if (state.bound.has(hop.id)) return { operators: [boundHop(state, edge, hop, rows)], binds, walked: binds }
  const operator = hop.length ? walkOperator(slots, state, edge, hop, rows) : expandOperator(state, edge, hop, rows)
  return { operators: [operator], binds, walked: binds }
}

/** From the left end where that is bound, else from the right. */
function direct(state: State, edge: Edge, hop: RelationshipHop) {
  const reversed = !state.bound.has(edge.left)
  return {
    reversed,
    from: reversed ? edge.right : edge.left,
    to: reversed ? edge.left : edge.right,
    direction: reversed ? flip(hop.direction) : hop.direction,
    types: hop.types,
    into: state.bound.has(edge.left) && state.bound.has(edge.right),
  }
}

function expandOperator(state: State, edge: Edge, hop: RelationshipHop, rows: number): Operator {
  const { reversed: _, ...rest } = direct(state, edge, hop)
  // (a)-->(a): the first mention binds both, the hop is then compared
  const into = rest.into || edge.left === edge.right
  return { op: 'Expand', ...rest, into, relationship: hop.id, unlike: state.walked, rows }
}

function walkOperator(slots: Slots, state: State, edge: Edge, hop: RelationshipHop, rows: number): Operator {
  const rest = direct(state, edge, hop)
  return {
    op: 'ExpandWalk',
    ...rest,
    into: rest.into || edge.left === edge.right,
    list: hop.id,
    length: hop.length as NonNullable<RelationshipHop['length']>,
    item: hop.item,
    each: hop.each,
    keep: slots.used.has(hop.id) || state.edges.length > 1,
    prune: false,
    unlike: state.walked,
    rows,
  }
}

function boundHop(state: State, edge: Edge, hop: RelationshipHop, rows: number): Operator {
  return {
    op: 'BoundHop',
    relationship: hop.id,
    list: hop.length !== null,
    length: hop.length,
    item: hop.item,
    each: hop.each,
    left: edge.left,
    right: edge.right,
    leftBound: state.bound.has(edge.left),
    rightBound: state.bound.has(edge.right),
    direction: hop.direction,
    types: hop.types,
    unlike: state.walked,
    rows,
  }
}

/** The same path read from its other end. */
export function reversePath(path: Path): Path {
  const hops = path.hops.map(hop => (hop.hop === 'relationship' ? { ...hop, direction: flip(hop.direction) } : hop))
  return { ...path, nodes: path.nodes.toReversed(), hops: hops.toReversed() }
}

function groupOperator(graph: Graph, slots: Slots, state: State, edge: Edge, hop: GroupHop, rows: number): MadeHop {
  const reversed = !state.bound.has(edge.left)
  const inner = reversed ? reversePath(hop.inner) : hop.inner
  const walk = slots.fresh()
  const first = inner.nodes[0]?.id as number
  const last = inner.nodes[inner.nodes.length - 1]?.id as number
  const bound = new Set(state.bound).add(first)
  const step: MatchStep = {
    kind: 'match',
    optional: false,
    paths: [inner],
    where: [],
    binds: [],
    start: hop.start,
    end: hop.end,
  }
  const planned = planMatch(graph, slots, step, bound, 1)
  const steps = inner.hops.flatMap(hopIds)
  const lists = hop.collects.map(pair => pair.list)
  const operator: Operator = {
    op: 'ExpandGroup',
    from: reversed ? edge.right : edge.left,
    to: reversed ? edge.left : edge.right,
    first,
    last,
    inner: planned.operators.map(operator => unlikeToo(operator, [...state.walked, walk])),
    steps,
    collects: hop.collects,
    walk,
    length: hop.length,
    into: (state.bound.has(edge.left) && state.bound.has(edge.right)) || edge.left === edge.right,
    reversed,
    rows,
  }
  return { operators: [operator], binds: [...lists, walk], walked: [walk] }
}

function unlikeToo(operator: Operator, more: readonly number[]): Operator {
  return 'unlike' in operator ? { ...operator, unlike: [...operator.unlike, ...more] } : operator
}

/** Breadth first where the path is one plain hop whose predicates are its own, else all paths are found and the shortest picked. */
function selectedPath(graph: Graph, slots: Slots, state: State, path: Path, edge: Edge, rows: number): MadeHop {
  const hop = path.hops[0]
  const binds = [...path.nodes.map(node => node.id), ...path.hops.flatMap(hopIds)]
  const ends = new Set([edge.left, edge.right])
  const others = path.where.filter(expr =>
    predicatesOf(graph, [expr]).some(p => [...p.reads].some(id => !state.bound.has(id) && !ends.has(id))),
  )
  const plain = path.hops.length === 1 && hop?.hop === 'relationship' && others.length === 0 && edge.left !== edge.right
  if (plain && path.selector.count === 1 && hop.length && hop.length.min <= 1 && eachFree(hop, state)) {
    const operator: Operator = {
      op: 'ShortestPath',
      ...direct(state, edge, hop),
      list: hop.id,
      length: hop.length,
      item: hop.item,
      each: hop.each,
      all: path.selector.kind === 'groups',
      distinctEnds: endsDiffer(path),
      rows,
    }
    return { operators: [operator], binds, walked: [] }
  }
  return pickShortest(graph, slots, state, path, edge, rows)
}

/** `shortestPath(…)` refuses equal ends, but where it may have no relationship at all. */
function endsDiffer({ selector, hops }: Path): boolean {
  return selector.form === 'function' && hops.every(hop => (hop.length?.min ?? 1) > 0)
}

/** Whether what is asked of one relationship speaks of nothing that the walk itself binds. */
function eachFree(hop: RelationshipHop, state: State): boolean {
  return hop.each.every(expr => [...freeOf(expr)].every(id => id === hop.item || state.bound.has(id)))
}

function pickShortest(graph: Graph, slots: Slots, state: State, path: Path, edge: Edge, rows: number): MadeHop {
  for (const hop of path.hops) for (const id of hopIds(hop)) slots.used.add(id)
  const plainPath: Path = { ...path, selector: { ...path.selector, kind: 'all' } }
  const step: MatchStep = {
    kind: 'match',
    optional: false,
    paths: [plainPath],
    where: [],
    binds: [],
    start: path.start,
    end: path.end,
  }
  const planned = planMatch(graph, slots, step, state.bound, 1)
  const binds = [...planned.bound].filter(id => !state.bound.has(id))
  const operator: Operator = {
    op: 'PickShortest',
    inner: planned.operators,
    first: edge.left,
    last: edge.right,
    lengths: planned.walked,
    binds,
    count: path.selector.count,
    groups: path.selector.kind === 'groups',
    distinctEnds: endsDiffer(path),
    rows,
  }
  return { operators: [operator], binds, walked: [] }
}

/** Slots whose relationships, in this order, make the path's walk; a group's walk is found among the operators. */
export function pathHops(path: Path, operators: readonly Operator[]): number[] {
  return path.hops.map((hop: Hop) => (hop.hop === 'relationship' ? hop.id : walkOf(hop, operators)))
}

function walkOf(hop: GroupHop, operators: readonly Operator[]): number {
  for (const operator of operators) {
    if (operator.op === 'ExpandGroup' && operator.collects === hop.collects) return operator.walk
    if (operator.op === 'PickShortest') {
      const walk = walkOf(hop, operator.inner)
      if (walk >= 0) return walk
    }
  }
  return -1
}
