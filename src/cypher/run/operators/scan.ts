import { CypherError } from '../../error.ts'
import type { AllNodes, IdSeek, LabelScan, PropertySeek } from '../../plan/scan-operators.ts'
import type { Value } from '../../values/value.ts'
import { isList, NodeValue, typeName } from '../../values/value.ts'
import type { Env } from '../env.ts'
import { compile } from '../expression/compile.ts'
import type { Stage } from './stage.ts'
import { through } from './stage.ts'

export function allNodes({ node }: AllNodes, env: Env, next: Stage): Stage {
  const { nodes } = env.graph
  return through(next, row => {
    for (const value of nodes) {
      env.budget.tick()
      row[node] = value
      if (next.push(row)) return true
    }
    return false
  })
}

export function labelScan({ node, label }: LabelScan, env: Env, next: Stage): Stage {
  const ids = env.graph.labels.get(label)?.ids ?? []
  return through(next, row => visit(ids, node, env, next, row))
}

function visit(ids: Iterable<number>, slot: number, env: Env, next: Stage, row: Value[]): boolean {
  for (const id of ids) {
    env.budget.tick()
    row[slot] = env.graph.nodes[id] as NodeValue
    if (next.push(row)) return true
  }
  return false
}

/** @returns the values to look for, without doubles, so that no node comes twice. */
function wanted(value: Value, many: boolean): readonly Value[] {
  if (!many) return [value]
  if (value === null) return []
  if (isList(value)) return value
  throw new CypherError({
    code: 'type',
    message: {
      en: `IN takes a LIST on its right, not ${typeName(value)}`,
      zh: `IN 的右边要 LIST，不是 ${typeName(value)}`,
    },
  })
}

export function propertySeek({ node, key, value, many }: PropertySeek, env: Env, next: Stage): Stage {
  const index = env.graph.index(key)
  const evaluate = compile(value, env)
  return through(next, row => {
    const values = wanted(evaluate(row), many)
    if (values.length === 1) return visit(index.find(values[0] as Value), node, env, next, row)
    const ids = new Set<number>()
    for (const each of values) for (const id of index.find(each)) ids.add(id)
    return visit(
      [...ids].sort((a, b) => a - b),
      node,
      env,
      next,
      row,
    )
  })
}

/** The predicate is answered again afterwards, so only candidates are found here. */
export function idSeek({ node, by, value, many }: IdSeek, env: Env, next: Stage): Stage {
  const evaluate = compile(value, env)
  const { graph } = env
  return through(next, row => {
    const ids = new Set<number>()
    for (const each of wanted(evaluate(row), many)) {
      const id = by === 'id' ? Number(each) : typeof each === 'string' ? graph.nodeByElementId(each) : undefined
      if (id !== undefined && graph.nodes[id]) ids.add(id)
    }
    return visit(
      [...ids].sort((a, b) => a - b),
      node,
      env,
      next,
      row,
    )
  })
}

/** @throws CypherError(type) where a pattern's node is bound to another kind of value. @returns null for null. */
export function nodeAt(row: Value[], slot: number): NodeValue | null {
  const value = row[slot] as Value
  if (value instanceof NodeValue || value === null || value === undefined) return value ?? null
  throw new CypherError({
    code: 'type',
    message: {
      en: `a pattern needs a NODE here, but the variable holds ${typeName(value)}`,
      zh: `模式在这里要节点，变量却是 ${typeName(value)}`,
    },
  })
}
