import type { LabelExpr } from '../../ast.ts'
import { CypherError } from '../../error.ts'
import type { Graph } from '../../storage/graph.ts'
import type { Value } from '../../values/value.ts'
import { NodeValue, RelationshipValue, typeName } from '../../values/value.ts'

/** @returns a test of a label expression against one thing, given what it means to have a name. */
function compileLabels(
  labels: LabelExpr,
  has: (name: string) => (id: number) => boolean,
  any: (id: number) => boolean,
): (id: number) => boolean {
  switch (labels.kind) {
    case 'label':
      return has(labels.name)
    case 'any':
      return any
    case 'not': {
      const inner = compileLabels(labels.operand, has, any)
      return id => !inner(id)
    }
    default: {
      const left = compileLabels(labels.left, has, any)
      const right = compileLabels(labels.right, has, any)
      return labels.kind === 'and' ? id => left(id) && right(id) : id => left(id) || right(id)
    }
  }
}

function nodeTest(graph: Graph, labels: LabelExpr): (id: number) => boolean {
  const sets = [...graph.labels.values()]
  const has = (name: string) => {
    const set = graph.labels.get(name)
    return set ? (id: number) => set.has(id) : () => false
  }
  return compileLabels(labels, has, id => sets.some(set => set.has(id)))
}

/** @returns the ids of the types that a type expression lets through, ascending; null for all. */
export function typeIds(graph: Graph, types: LabelExpr | null): Int32Array | null {
  if (types === null) return null
  const test = compileLabels(
    types,
    name => id => graph.types[id] === name,
    () => true,
  )
  return Int32Array.from(graph.types.keys()).filter(id => test(id))
}

/** `value:A|B` of a node or a relationship; null of null. */
export function labelTest(graph: Graph, labels: LabelExpr): (value: Value) => boolean | null {
  const test = nodeTest(graph, labels)
  const types = new Set(typeIds(graph, labels))
  return value => {
    if (value instanceof NodeValue) return test(value.id)
    if (value instanceof RelationshipValue) return types.has(graph.type[value.id] as number)
    if (value === null) return null
    throw new CypherError({
      code: 'type',
      message: { en: `a ${typeName(value)} has no labels`, zh: `${typeName(value)} 没有标签` },
    })
  }
}
