import type { Value } from './value.ts'
import { Float, isList, isMap, NodeValue, PathValue, RelationshipValue } from './value.ts'

/** A double as Java and so Cypher writes it: `1.0`, `1.0E10`, `1.5E-5`, `NaN`, `Infinity`. */
export function formatFloat(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  if (Object.is(value, -0)) return '-0.0'
  const size = Math.abs(value)
  if (value === 0 || (size >= 1e-3 && size < 1e7)) return Number.isInteger(value) ? `${value}.0` : String(value)
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string]
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`
}

/** A string as a literal in single quotes. */
export function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
}

/** A name as it must stand in a query: in backticks where it needs them. */
export function quoteName(name: string): string {
  return /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}_]*$/u.test(name) ? name : `\`${name.replaceAll('`', '``')}\``
}

/** A value as a reader of Cypher writes it; strings within lists and maps are quoted, `top` leaves a bare string bare. */
export function format(value: Value, top = false): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return top ? value : quote(value)
  if (typeof value !== 'object') return String(value)
  if (value instanceof Float) return formatFloat(value.value)
  if (isList(value)) return `[${value.map(item => format(item)).join(', ')}]`
  if (isMap(value)) return formatMap(value)
  if (value instanceof NodeValue) return formatNode(value)
  if (value instanceof RelationshipValue) return `[${formatRelationship(value)}]`
  if (value instanceof PathValue) return formatPath(value)
  return value.toString()
}

function formatMap(map: ReadonlyMap<string, Value>): string {
  return `{${[...map].map(([key, value]) => `${quoteName(key)}: ${format(value)}`).join(', ')}}`
}

function formatNode(node: NodeValue): string {
  const labels = node.graph
    .labelsOf(node.id)
    .map(label => `:${quoteName(label)}`)
    .join('')
  const properties = node.graph.nodeProperties(node.id)
  return `(${labels}${properties.size > 0 ? `${labels ? ' ' : ''}${formatMap(properties)}` : ''})`
}

function formatRelationship(relationship: RelationshipValue): string {
  const properties = relationship.graph.relationshipProperties(relationship.id)
  const type = `:${quoteName(relationship.graph.typeOf(relationship.id))}`
  return properties.size > 0 ? `${type} ${formatMap(properties)}` : type
}

function formatPath(path: PathValue): string {
  let text = formatNode(path.nodes[0] as NodeValue)
  for (const [i, relationship] of path.relationships.entries()) {
    const forward = relationship.graph.startOf(relationship.id) === path.nodes[i]?.id
    const inner = `[${formatRelationship(relationship)}]`
    text += `${forward ? `-${inner}->` : `<-${inner}-`}${formatNode(path.nodes[i + 1] as NodeValue)}`
  }
  return text
}
