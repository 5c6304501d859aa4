import type { Expr } from '../../analyse/expr.ts'
import { CypherError } from '../../error.ts'
import { rangeLength } from '../../functions/list.ts'
import type { Filter, MakePath, Optional, Project, Slice, Unwind } from '../../plan/operators.ts'
import { addIntegers } from '../../values/integer.ts'
import { asTruth } from '../../values/logic.ts'
import type { Integer, Value } from '../../values/value.ts'
import { isInteger, isList, type NodeValue, PathValue, type RelationshipValue, typeName } from '../../values/value.ts'
import type { Env, Row } from '../env.ts'
import { compile } from '../expression/compile.ts'
import type { Builder, Stage } from './stage.ts'
import { through } from './stage.ts'

export function filter(operator: Filter, env: Env, next: Stage): Stage {
  const conditions = operator.where.map(expr => compile(expr, env))
  const [only] = conditions
  if (only && conditions.length === 1) return through(next, row => asTruth(only(row)) === true && next.push(row))
  return through(next, row => {
    for (const condition of conditions) if (asTruth(condition(row)) !== true) return false
    return next.push(row)
  })
}

export function makePath({ path, first, hops }: MakePath, env: Env, next: Stage): Stage {
  const { graph } = env
  return through(next, row => {
    if (row[first] === null || hops.some(slot => row[slot] === null)) {
      row[path] = null
      return next.push(row)
    }
    let at = row[first] as NodeValue
    const nodes = [at]
    const relationships: RelationshipValue[] = []
    for (const slot of hops) {
      const value = row[slot] as Value
      for (const step of (isList(value) ? value : [value]) as RelationshipValue[]) {
        const start = graph.startOf(step.id)
        at = graph.nodes[start === at.id ? graph.endOf(step.id) : start] as NodeValue
        nodes.push(at)
        relationships.push(step)
      }
    }
    row[path] = new PathValue(nodes, relationships)
    return next.push(row)
  })
}

export function optional(operator: Optional, env: Env, next: Stage, builder: Builder): Stage {
  let found = false
  let stopped = false
  const inner = builder.pipeline(operator.inner, env, {
    push: row => {
      found = true
      stopped = next.push(row)
      return stopped
    },
    end: () => {},
  })
  return through(next, row => {
    found = false
    stopped = false
    inner.push(row)
    inner.end()
    if (found) return stopped
    for (const id of operator.binds) row[id] = null
    return next.push(row)
  })
}

export function project({ outputs }: Project, env: Env, next: Stage): Stage {
  const [single, ...more] = outputs.map(({ id, expr }) => ({ id, evaluate: compile(expr, env) }))
  if (single && more.length === 0) {
    return through(next, row => {
      row[single.id] = single.evaluate(row)
      return next.push(row)
    })
  }
  const all = single ? [single, ...more] : more
  return through(next, row => {
    for (const { id, evaluate } of all) row[id] = evaluate(row)
    return next.push(row)
  })
}

export function unwind({ list, into }: Unwind, env: Env, next: Stage): Stage {
  const lazy = unwindRange(list, into, env, next)
  if (lazy) return lazy
  const evaluate = compile(list, env)
  return through(next, row => {
    const value = evaluate(row)
    if (value === null) return false
    for (const item of isList(value) ? value : [value]) {
      env.budget.tick()
      row[into] = item
      if (next.push(row)) return true
    }
    return false
  })
}

/** `UNWIND range(…)` counts without making the list. */
function unwindRange(list: Expr, into: number, env: Env, next: Stage): Stage | null {
  if (list.kind !== 'call' || list.name !== 'range') return null
  const [from, to, step] = list.args.map(arg => compile(arg, env))
  return through(next, row => {
    const ends = [from?.(row) ?? null, to?.(row) ?? null, step ? step(row) : 1]
    if (ends.includes(null)) return false
    const wrong = ends.find(end => !isInteger(end))
    if (wrong !== undefined)
      throw new CypherError({
        code: 'type',
        message: {
          en: `range() takes INTEGER, but got ${typeName(wrong)}`,
          zh: `range() 接受 INTEGER，却是 ${typeName(wrong)}`,
        },
        start: list.start,
        end: list.end,
      })
    const [first, last, by] = ends as [Integer, Integer, Integer]
    const length = rangeLength(first, last, by)
    for (let i = 0, item = first; i < length; i++) {
      env.budget.tick()
      row[into] = item
      if (next.push(row)) return true
      if (i + 1 < length) item = addIntegers(item, by)
    }
    return false
  })
}

/** @throws CypherError(argument) where it is no integer from 0 up. */
export function countOf(expr: Expr, name: string, env: Env, row: Row): number {
  const value = compile(expr, env)(row)
  if (isInteger(value) && value >= 0) return Number(value)
  const what = value !== null && isInteger(value) ? String(value) : typeName(value)
  throw new CypherError({
    code: 'argument',
    message: { en: `${name} takes an INTEGER from 0 up, not ${what}`, zh: `${name} 要不小于 0 的整数，不是 ${what}` },
    start: expr.start,
    end: expr.end,
  })
}

export function slice(operator: Slice, env: Env, next: Stage): Stage {
  const skip = operator.skip ? countOf(operator.skip, 'SKIP', env, env.row) : 0
  const limit = operator.limit ? countOf(operator.limit, 'LIMIT', env, env.row) : Number.POSITIVE_INFINITY
  let seen = 0
  return {
    push: row => {
      if (limit === 0) return true
      seen++
      if (seen <= skip) return false
      return next.push(row) || seen >= skip + limit
    },
    end: () => {
      seen = 0
      next.end()
    },
  }
}
