import { analyseQuery } from './analyse/analyse.ts'
import type { Names } from './analyse/notices.ts'
import { noticesOf } from './analyse/notices.ts'
import type { Notice, Query } from './analyse/query.ts'
import { CypherError } from './error.ts'
import { isTemporalFunction } from './functions/signatures.ts'
import type { Plan } from './plan/planner.ts'
import { planQuery } from './plan/planner.ts'
import type { PlanTree } from './plan/print.ts'
import { formatPlan, planTree } from './plan/print.ts'
import type { Limits, StopSignal } from './run/budget.ts'
import { execute } from './run/execute.ts'
import { Graph } from './storage/graph.ts'
import type { GraphInput } from './storage/input.ts'
import type { Value } from './values/value.ts'
import { fromJson } from './values/vectors.ts'

export { checkQuery } from './analyse/analyse.ts'
export type { Notice } from './analyse/query.ts'
export type { CypherErrorCode } from './error.ts'
export { CypherError } from './error.ts'
export { procedureNames } from './functions/procedures.ts'
export type { Signature } from './functions/signatures.ts'
export { functionNames, signatureOf } from './functions/signatures.ts'
export type { PlanTree } from './plan/print.ts'
export { formatPlan } from './plan/print.ts'
export type { Limits, StopSignal } from './run/budget.ts'
export { DEFAULT_LIMITS } from './run/budget.ts'
export { Graph } from './storage/graph.ts'
export type { GraphInput, GraphologyLike, GraphologyReading, NodeInput, RelationshipInput } from './storage/input.ts'
export { fromGraphology } from './storage/input.ts'
export { format, formatFloat } from './values/format.ts'
export type { Integer, List, MapValue, Value } from './values/value.ts'
export {
  Float,
  isInteger,
  isList,
  isMap,
  NodeValue,
  PathValue,
  RelationshipValue,
  TemporalValue,
} from './values/value.ts'
export type { Json } from './values/vectors.ts'
export { fromJson, toJson } from './values/vectors.ts'

/** What a run may be given. */
export interface RunOptions {
  /** JSON as `fromJson` reads it, or values. */
  readonly params?: Readonly<Record<string, unknown>>
  readonly limits?: Limits
  /** An AbortSignal, or anything that says `aborted`; looked at every few thousand steps. */
  readonly signal?: StopSignal
  /** Rows beyond so many are counted in `total` but not kept. Default: all are kept. */
  readonly keep?: number
  /** The moment that `timestamp()` and `date()` give, in milliseconds since 1970. Default: the clock at the start of the run. */
  readonly now?: number
  /** Where `rand()` starts from. Default 0, so that a query gives the same rows each time. */
  readonly seed?: number
}

export interface Result {
  readonly columns: readonly string[]
  /** In the order of `columns`. */
  readonly rows: readonly (readonly Value[])[]
  /** How many rows there are, those beyond `keep` included. */
  readonly total: number
  /** Where the query began with EXPLAIN or PROFILE. */
  readonly plan: PlanTree | null
  /** What will hardly be meant: names that the graph does not hold, answers that surprise. In the order of the text. */
  readonly notices: readonly Notice[]
}

/** A query that has passed every check; it can be run on any graph, as often as wanted. */
export interface Prepared {
  readonly text: string
  readonly query: Query
  /** Whether `loadTemporal()` must be awaited before it runs. */
  readonly temporal: boolean
  /** What was found for a graph, kept since queries are mostly run on one. */
  readonly plans: WeakMap<Graph, { readonly plan: Plan; readonly notices: readonly Notice[] }>
}

/** Reads a graph into columns and adjacency. @throws CypherError(argument) for a relationship that ends nowhere, or an id twice. */
export function openGraph(input: GraphInput): Graph {
  return new Graph(input)
}

/** Parses and checks a query. @throws CypherError with line, column and caret. */
export function prepare(text: string): Prepared {
  const query = analyseQuery(text)
  return { text, query, temporal: query.functions.some(isTemporalFunction), plans: new WeakMap() }
}

function planFor(graph: Graph, prepared: Prepared): { readonly plan: Plan; readonly notices: readonly Notice[] } {
  let found = prepared.plans.get(graph)
  if (!found) {
    found = { plan: planQuery(prepared.query, graph), notices: noticesOf(prepared.query, namesOf(graph)) }
    prepared.plans.set(graph, found)
  }
  return found
}

function namesOf(graph: Graph): Names {
  const { labels, types, nodeColumns } = graph
  return {
    labels: [...labels.keys()],
    types,
    nodeProperties: [...nodeColumns.keys()],
    get properties() {
      return [...nodeColumns.keys(), ...graph.relationshipColumns.keys()]
    },
  }
}

/**
 * Runs a query on a graph. Rows without ORDER BY come in a stable order.
 * @throws CypherError with the place in the text where that is known.
 */
export function run(graph: Graph, query: string | Prepared, options: RunOptions = {}): Result {
  const prepared = typeof query === 'string' ? prepare(query) : query
  try {
    return runPrepared(graph, prepared, options)
  } catch (error) {
    throw clean(error, prepared.text)
  }
}

/** A walk so long that the stack is full is a limit like the others. */
function clean(error: unknown, text: string): unknown {
  if (error instanceof CypherError) return error.locate(text)
  if (!(error instanceof RangeError)) return error
  const message = {
    en: 'the query was stopped: a walk or a value is too deep',
    zh: '查询已停止：路径或值的层次太深',
  }
  return new CypherError({ code: 'limit', message })
}

function runPrepared(graph: Graph, prepared: Prepared, options: RunOptions): Result {
  const { query, text } = prepared
  const { plan, notices } = planFor(graph, prepared)
  if (query.mode === 'explain') {
    return { columns: query.columns, rows: [], total: 0, plan: planTree(query, plan, text, null), notices }
  }
  const { rows, total, profile } = execute(query, plan, graph, {
    parameters: new Map(Object.entries(options.params ?? {}).map(([name, value]) => [name, fromJson(value)])),
    limits: options.limits ?? {},
    signal: options.signal,
    now: options.now ?? Date.now(),
    seed: options.seed ?? 0,
    keep: options.keep ?? Number.POSITIVE_INFINITY,
    profile: query.mode === 'profile',
  })
  return { columns: query.columns, rows, total, plan: profile && planTree(query, plan, text, profile), notices }
}

/** The plan as text, without running. @throws CypherError */
export function explain(graph: Graph, query: string | Prepared): string {
  const prepared = typeof query === 'string' ? prepare(query) : query
  return formatPlan(planTree(prepared.query, planFor(graph, prepared).plan, prepared.text, null))
}

/** Loads dates and times, a part of its own since few queries need it. Await it once before running those that do. */
export async function loadTemporal(): Promise<void> {
  const { install } = await import('./temporal/install.ts')
  install()
}
