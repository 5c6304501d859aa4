import type { Operator, Pipeline, UnionPlan } from '../../plan/operators.ts'
import { textKey } from '../../values/key.ts'
import type { Value } from '../../values/value.ts'
import type { Env } from '../env.ts'
import { aggregation, distinct } from './blocking.ts'
import { apply, procedure } from './calls.ts'
import { hopClasses, nodeClasses } from './classes.ts'
import { boundHop, expand } from './expand.ts'
import { pickShortest } from './pick-shortest.ts'
import { prunedWalk } from './pruned-walk.ts'
import { filter, makePath, optional, project, slice, unwind } from './rows.ts'
import { allNodes, idSeek, labelScan, propertySeek } from './scan.ts'
import { shortestPath } from './shortest.ts'
import { sort } from './sort.ts'
import type { Builder, Stage } from './stage.ts'
import { expandGroup, expandWalk } from './walk.ts'

export const builder: Builder = { pipeline: buildPipeline, union: buildUnion }

/** Joins operators from the last to the first. @returns the stage that takes the first row. */
function buildPipeline(pipeline: Pipeline, env: Env, last: Stage): Stage {
  return pipeline.reduceRight(
    (next, operator) => profiled(operator, buildOperator(operator, env, counted(operator, env, next)), env),
    last,
  )
}

function buildOperator(operator: Operator, env: Env, next: Stage): Stage {
  switch (operator.op) {
    case 'AllNodes':
      return allNodes(operator, env, next)
    case 'LabelScan':
      return labelScan(operator, env, next)
    case 'PropertySeek':
      return propertySeek(operator, env, next)
    case 'IdSeek':
      return idSeek(operator, env, next)
    case 'NodeClasses':
      return nodeClasses(operator, env, next)
    case 'HopClasses':
      return hopClasses(operator, env, next)
    case 'Expand':
      return expand(operator, env, next)
    case 'ExpandWalk':
      return operator.prune ? prunedWalk(operator, env, next) : expandWalk(operator, env, next)
    case 'ExpandGroup':
      return expandGroup(operator, env, next, builder)
    case 'BoundHop':
      return boundHop(operator, env, next)
    case 'ShortestPath':
      return shortestPath(operator, env, next)
    case 'PickShortest':
      return pickShortest(operator, env, next, builder)
    case 'MakePath':
      return makePath(operator, env, next)
    case 'Filter':
      return filter(operator, env, next)
    case 'Optional':
      return optional(operator, env, next, builder)
    case 'Unwind':
      return unwind(operator, env, next)
    case 'Project':
      return project(operator, env, next)
    case 'Aggregation':
      return aggregation(operator, env, next)
    case 'Distinct':
      return distinct(operator, env, next)
    case 'Sort':
      return sort(operator, env, next)
    case 'Slice':
      return slice(operator, env, next)
    case 'Procedure':
      return procedure(operator, env, next)
    case 'Apply':
      return apply(operator, env, next, builder)
  }
}

/** Each part runs from the row as it is; equal rows of several parts come once where they are joined by UNION. */
function buildUnion(plan: UnionPlan, env: Env, sink: (returns: readonly number[]) => boolean): () => void {
  let seen = new Set<string>()
  let stopped = false
  const parts = plan.parts.map(({ pipeline, returns }) => {
    return buildPipeline(pipeline, env, {
      push: row => {
        if (stopped) return true
        if (plan.distinct) {
          const size = seen.size
          const key = textKey(returns.map(id => row[id] as Value))
          if (seen.add(key).size === size) return false
          env.budget.hold(8)
        }
        stopped = sink(returns)
        return stopped
      },
      end: () => {},
    })
  })
  return () => {
    stopped = false
    seen = new Set()
    for (const part of parts) {
      part.push(env.row)
      part.end()
      if (stopped) break
    }
  }
}

/** Counts the rows that an operator gives, under PROFILE. */
function counted(operator: Operator, env: Env, next: Stage): Stage {
  if (!env.profile) return next
  const profile = { rows: 0, time: 0 }
  env.profile.set(operator, profile)
  const push: Stage['push'] = row => {
    profile.rows++
    return next.push(row)
  }
  return { push, end: () => next.end() }
}

/** Times an operator with all that it feeds, under PROFILE. */
function profiled(operator: Operator, stage: Stage, env: Env): Stage {
  const profile = env.profile?.get(operator)
  if (!profile) return stage
  const timed = <T>(work: () => T): T => {
    const start = performance.now()
    try {
      return work()
    } finally {
      profile.time += performance.now() - start
    }
  }
  return { push: row => timed(() => stage.push(row)), end: () => timed(() => stage.end()) }
}
