import type { Pipeline, UnionPlan } from '../../plan/operators.ts'
import type { Env, Row } from '../env.ts'

/**
 * An operator at work, pushing rows to the next. `push` takes a row and says whether it wants no more; `end` says that all have
 * come: what was held back is passed on, and the stage is as new, ready for the next outer row.
 */
export interface Stage {
  push(row: Row): boolean
  end(): void
}

/** Makes pipelines and unions ready; handed to operators that contain some. */
export interface Builder {
  pipeline(pipeline: Pipeline, env: Env, last: Stage): Stage
  union(plan: UnionPlan, env: Env, sink: (returns: readonly number[]) => boolean): () => void
}

/** A stage that holds nothing back. */
export function through(next: Stage, push: (row: Row) => boolean): Stage {
  return { push, end: () => next.end() }
}
