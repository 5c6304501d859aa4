import type { Query } from '../analyse/query.ts'
import type { Plan } from '../plan/planner.ts'
import type { Graph } from '../storage/graph.ts'
import type { Value } from '../values/value.ts'
import type { Limits, StopSignal } from './budget.ts'
import { Budget } from './budget.ts'
import type { Env, Profile } from './env.ts'
import { builder } from './operators/build.ts'

export interface ExecuteOptions {
  readonly parameters: ReadonlyMap<string, Value>
  readonly limits: Limits
  readonly signal: StopSignal | undefined
  readonly now: number
  readonly seed: number
  /** Rows beyond so many are counted but not kept. */
  readonly keep: number
  readonly profile: boolean
}

export interface Executed {
  readonly rows: Value[][]
  /** All rows, those beyond `keep` included. */
  readonly total: number
  readonly profile: Map<object, Profile> | null
}

/** Runs a plan to its end. @throws CypherError */
export function execute(query: Query, plan: Plan, graph: Graph, options: ExecuteOptions): Executed {
  const budget = new Budget(options.limits, options.signal)
  const profile = options.profile ? new Map<object, Profile>() : null
  const env: Env = {
    graph,
    parameters: options.parameters,
    budget,
    functions: {
      now: options.now,
      random: randomFrom(options.seed),
      allocate: items => budget.allocate(items),
      hold: items => budget.hold(items),
    },
    row: new Array<Value>(plan.slots).fill(null),
    subplans: plan.subplans,
    subquery: (subplan, sink) => builder.union(subplan, env, sink),
    profile,
  }
  const rows: Value[][] = []
  let total = 0
  const run = builder.union(plan.body, env, returns => {
    budget.tick()
    budget.countRow(++total)
    if (rows.length < options.keep) {
      rows.push(returns.map(id => env.row[id] as Value))
      if ((total & 255) === 0) budget.hold(256 * (returns.length + 2))
    }
    return false
  })
  run()
  if (query.columns.length === 0) rows.length = 0
  return { rows, total, profile }
}

/** Mulberry32: a small seeded source, so that the same query on the same graph gives the same rows. */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
