import type { Expr } from '../analyse/expr.ts'
import type { Hop, MatchStep, Path } from '../analyse/query.ts'
import { freeOf } from '../analyse/visit.ts'
import type { Graph } from '../storage/graph.ts'
import type { HopEstimate } from './hop-estimate.ts'
import { estimateHop } from './hop-estimate.ts'
import { hopOperator, pathHops } from './hops.ts'
import { impliedByHop } from './implied.ts'
import type { Operator } from './operators.ts'
import type { Predicate } from './predicates.ts'
import { predicatesOf, ready } from './predicates.ts'
import type { Slots } from './slots.ts'
import { bestStart } from './start.ts'

/** A hop with the nodes beside it, left to right as written; a selected path is one too. */
export interface Edge {
  readonly hop: Hop | Path
  readonly left: number
  readonly right: number
}

/** The plan so far: a value, so that several continuations can be tried and the cheapest kept. */
export interface State {
  readonly operators: readonly Operator[]
  readonly bound: ReadonlySet<number>
  readonly predicates: readonly Predicate[]
  readonly edges: readonly Edge[]
  /** Slots of relationships (and lists of them) of this step so far. */
  readonly walked: readonly number[]
  /** Estimated rows so far, and the sum of all rows on the way. */
  readonly rows: number
  readonly cost: number
}

/**
 * Orders the hops of one MATCH: from what is bound, else from the cheapest start, always the cheapest next hop, with predicates as
 * early as they can be answered. Every node is tried as the start of its part, so a chain is entered where it is narrowest.
 */
export function planMatch(
  graph: Graph,
  slots: Slots,
  step: MatchStep,
  bound: ReadonlySet<number>,
  rows: number,
): State {
  for (const path of step.paths) keepWalks(slots, path)
  const { edges, nodes, where } = patternGraph(graph, step)
  for (const { id, start, end } of aloneAndBound(step, bound)) {
    // (n) that is known already still asks for a node: null matches nothing
    where.push({ kind: 'isNull', negated: true, operand: { kind: 'variable', id, start, end }, start, end })
  }
  let state = filter(graph, {
    operators: [],
    bound,
    predicates: predicatesOf(graph, where),
    edges,
    walked: [],
    rows,
    cost: 0,
  })
  state = walkBound(graph, slots, state)
  for (;;) {
    const open = [...nodes].filter(id => !state.bound.has(id))
    if (open.length === 0) break
    const tries = open.map(node => walkBound(graph, slots, begin(graph, state, node)))
    state = tries.reduce((best, next) => (next.cost < best.cost ? next : best))
  }
  for (const path of step.paths) state = makePath(graph, slots, state, path)
  return state
}

function aloneAndBound(step: MatchStep, bound: ReadonlySet<number>) {
  return step.paths
    .filter(path => path.hops.length === 0)
    .flatMap(path => path.nodes.filter(node => bound.has(node.id)))
}

/** A path that is read is made of all that it walks over. */
function keepWalks(slots: Slots, path: Path): void {
  if (!path.variable || !slots.used.has(path.variable.id)) return
  for (const id of path.hops.flatMap(hopIds)) slots.used.add(id)
}

/** Puts the path's value together where something reads it. */
function makePath(graph: Graph, slots: Slots, state: State, path: Path): State {
  const { variable } = path
  if (!variable || state.bound.has(variable.id) || !slots.used.has(variable.id)) return state
  const first = path.nodes[0]?.id as number
  const operator: Operator = {
    op: 'MakePath',
    path: variable.id,
    first,
    hops: pathHops(path, state.operators),
    rows: state.rows,
  }
  return filter(graph, {
    ...state,
    operators: [...state.operators, operator],
    bound: new Set(state.bound).add(variable.id),
  })
}

/** The step as nodes, the hops between them and all predicates; a path with a selector is one hop. */
function patternGraph(graph: Graph, step: MatchStep): { edges: Edge[]; nodes: Set<number>; where: Expr[] } {
  const where: Expr[] = [...step.where]
  const edges: Edge[] = []
  const nodes = new Set<number>()
  for (const written of step.paths) {
    const path = written.selector.form === 'function' ? withConditions(written, where) : written
    const first = path.nodes[0] as { id: number }
    const last = path.nodes[path.nodes.length - 1] as { id: number }
    if (path.selector.kind === 'all') {
      where.push(...path.where)
      for (const node of path.nodes) nodes.add(node.id)
      for (const [i, hop] of path.hops.entries()) {
        edges.push({ hop, left: path.nodes[i]?.id as number, right: path.nodes[i + 1]?.id as number })
      }
    } else {
      edges.push({ hop: path, left: first.id, right: last.id })
      nodes.add(first.id).add(last.id)
      // what speaks of the ends alone holds for all paths of a pair, so it may be answered first
      where.push(
        ...path.where.filter(expr => predicatesOf(graph, [expr]).every(p => onlyEnds(p, path, first.id, last.id))),
      )
    }
  }
  return { edges, nodes, where }
}

/** `shortestPath(…)` looks for the shortest path that fulfils WHERE: conditions on the path move into it, out of `where`. */
function withConditions(path: Path, where: Expr[]): Path {
  const inner = new Set([...path.hops.flatMap(hopIds), ...(path.variable ? [path.variable.id] : [])])
  const mine = where.filter(expr => [...freeOf(expr)].some(id => inner.has(id)))
  for (const expr of mine) where.splice(where.indexOf(expr), 1)
  return mine.length > 0 ? { ...path, where: [...path.where, ...mine] } : path
}

function onlyEnds(predicate: Predicate, path: Path, first: number, last: number): boolean {
  const inner = new Set([...path.nodes.map(node => node.id), ...path.hops.flatMap(hopIds)])
  return (
    [...predicate.reads].every(id => id === first || id === last || !inner.has(id)) &&
    !predicate.reads.has(path.variable?.id ?? -1)
  )
}

export function hopIds(hop: Hop): readonly number[] {
  return hop.hop === 'relationship' ? [hop.id] : hop.collects.map(pair => pair.list)
}

/** Finds the nodes of an unbound variable, in a loop over all rows so far where nothing connects them. */
function begin(graph: Graph, state: State, node: number): State {
  const start = bestStart(graph, node, state.predicates, state.bound)
  const rows = state.rows * start.rows
  const predicates = state.predicates.map(p => (p === start.answers ? { ...p, done: true } : p))
  return filter(graph, {
    ...state,
    predicates,
    operators: [...state.operators, { ...start.operator, rows }],
    bound: new Set(state.bound).add(node),
    rows,
    cost: state.cost + rows + state.rows,
  })
}

/** Answers every predicate that can be answered by now; what the hop before makes sure of needs no work. */
function filter(graph: Graph, state: State): State {
  const now = state.predicates.filter(p => ready(p, state.bound))
  if (now.length === 0) return state
  const predicates = state.predicates.map(p => (now.includes(p) ? { ...p, done: true } : p))
  const asked = now.filter(p => !impliedByHop(graph, state.operators.at(-1), p.expr))
  if (asked.length === 0) return { ...state, predicates }
  const rows = state.rows * asked.reduce((share, p) => share * p.share, 1)
  const operator: Operator = { op: 'Filter', where: asked.map(p => p.expr), rows }
  return { ...state, predicates, operators: [...state.operators, operator], rows }
}

/** Walks every hop that can be reached from what is bound, the cheapest first. */
function walkBound(graph: Graph, slots: Slots, from: State): State {
  let state = from
  for (;;) {
    let best: { edge: Edge; out: HopEstimate } | null = null
    for (const edge of state.edges) {
      const out = estimateHop(graph, state, edge)
      if (out !== null && (best === null || out.rows < best.out.rows)) best = { edge, out }
    }
    if (best === null) return state
    state = walk(graph, slots, state, best.edge, best.out)
  }
}

function walk(graph: Graph, slots: Slots, state: State, edge: Edge, out: HopEstimate): State {
  const rows = state.rows * out.rows
  const made = hopOperator(graph, slots, state, edge, rows)
  const bound = new Set(state.bound).add(edge.left).add(edge.right)
  for (const id of made.binds) bound.add(id)
  const next = {
    ...state,
    operators: [...state.operators, ...made.operators],
    edges: state.edges.filter(other => other !== edge),
    walked: [...state.walked, ...made.walked],
    bound,
    rows,
    cost: state.cost + state.rows * (1 + out.walked),
  }
  return filter(graph, next)
}
