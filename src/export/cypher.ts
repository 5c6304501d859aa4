import { constraintStatements } from '../schema/cypher.ts'
import type { Snapshot } from '../snapshot/format.ts'
import type { PropertyNode, PropertyRelationship, PropertyValue } from '../snapshot/property-graph.ts'
import { quoted } from './escape.ts'
import { type Exporter, oneFile } from './exporter.ts'
import { indexable } from './indexable.ts'

/** Rows of one statement: a server plans each anew, and a statement is one transaction. */
const ROWS = 200

/** A value as a Cypher literal. A float keeps its point: `31.0`. */
function literal(value: PropertyValue): string {
  if (typeof value === 'string') return quoted(value, "'")
  if (Array.isArray(value)) return `[${(value as readonly PropertyValue[]).map(literal).join(', ')}]`
  if (typeof value === 'object') {
    const text = (value as { readonly $float: string }).$float
    return /[.eE]/.test(text) ? text.replace('+', '') : `${text}.0`
  }
  return String(value).replace('+', '')
}

const map = (bag: Readonly<Record<string, PropertyValue>>): string =>
  `{${Object.entries(bag)
    .map(([key, value]) => `${key}: ${literal(value)}`)
    .join(', ')}}`

function* batches<T>(items: readonly T[], groupOf: (item: T) => string): Generator<readonly [string, readonly T[]]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item])
  for (const [group, all] of groups) {
    for (let at = 0; at < all.length; at += ROWS) yield [group, all.slice(at, at + ROWS)]
  }
}

const statement = (rows: readonly string[], rest: string): string =>
  `UNWIND [\n${rows.join(',\n')}\n] AS row\n${rest};\n`

const nodeStatement = (label: string, nodes: readonly PropertyNode[]): string =>
  statement(
    nodes.map(({ id, properties }) => `{id: ${literal(id)}, bag: ${map(properties)}}`),
    `MERGE (n:${label} {id: row.id}) SET n += row.bag`,
  )

function relationshipStatement(group: string, edges: readonly PropertyRelationship[]): string {
  const [type, from, to] = group.split(' ')
  return statement(
    edges.map(
      ({ id, start, end, properties }) =>
        `{id: ${literal(id)}, a: ${literal(start)}, b: ${literal(end)}, bag: ${map(properties)}}`,
    ),
    `MATCH (a:${from} {id: row.a}) MATCH (b:${to} {id: row.b}) MERGE (a)-[r:${type} {id: row.id}]->(b) SET r += row.bag`,
  )
}

/** What the script says about itself; a line end in a title must not end the comment. */
function head({ title, licence, cite, hash, generator }: Snapshot): string {
  const said = [title, licence, cite ?? '', generator, `sha256 ${hash}`].filter(Boolean)
  const about = said.map(text => quoted(text, '"'))
  return `// ${about.join(' ')}\n// cypher-shell -f FILE; it can be run twice.\n`
}

/** A script for any Neo4j 5: no parameter, no APOC, no file to reach; everything in it is escaped. */
export const cypher: Exporter = {
  format: 'cypher',
  zh: 'Neo4j 的 Cypher 脚本，可重复执行',
  en: 'a Cypher script for Neo4j, safe to run twice',
  media: 'application/x-cypher-query',
  write: snapshot => {
    const { nodes, relationships } = indexable(snapshot)
    const labels = new Map(nodes.map(node => [node.id, node.labels[0] ?? '']))
    const groupOf = ({ type, start, end }: PropertyRelationship) => `${type} ${labels.get(start)} ${labels.get(end)}`
    return oneFile(
      '.cypher',
      [
        head(snapshot),
        ...constraintStatements().map(text => `${text};\n`),
        ...[...batches(nodes, node => node.labels[0] ?? '')].map(([label, rows]) => nodeStatement(label, rows)),
        ...[...batches(relationships, groupOf)].map(([group, rows]) => relationshipStatement(group, rows)),
      ].join(''),
    )
  },
}
