import { NODE_LABELS } from '../../schema/cypher.ts'
import type { Kind } from './kind.ts'

/** Labels and types come from the schema's table; the quotes are for whatever it will hold one day. */
const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``

/** Every label: a seek in each one's index finds a node whose label the statement leaves open. */
export const ANY_LABEL = NODE_LABELS.map(quoted).join('|')

const ENDS = ['row.from', 'row.to'] as const

function matches([from, to]: readonly [string, string], [a, b]: readonly [string, string]): string {
  return `MATCH (a:${from} {id: ${a}}) MATCH (b:${to} {id: ${b}})`
}

/** For what may be there already: finds it by its key or makes it, and sets what a row says. Can be run twice. */
export function mergeStatement({ name, ends }: Kind): string {
  if (!ends) return `UNWIND $rows AS row MERGE (n:${quoted(name)} {id: row.id}) SET n += row.set`
  const labels = [quoted(ends[0]), quoted(ends[1])] as const
  const merge = `MERGE (a)-[r:${quoted(name)} {id: row.id}]->(b) SET r += row.set`
  return `UNWIND $rows AS row ${matches(labels, ENDS)} ${merge}`
}

/**
 * For what is surely not there: rows are lists of values in the order of the columns, behind the two ends of a relationship.
 * A quarter less to send and a third less to do for the server than maps and MERGE.
 */
export function createStatement({ name, ends, columns }: Kind): string {
  const first = ends ? 2 : 0
  const map = columns.map((column, i) => `${quoted(column)}: row[${first + i}]`).join(', ')
  if (!ends) return `UNWIND $rows AS row CREATE (:${quoted(name)} {${map}})`
  const match = matches([quoted(ends[0]), quoted(ends[1])], ['row[0]', 'row[1]'])
  return `UNWIND $rows AS row ${match} CREATE (a)-[:${quoted(name)} {${map}}]->(b)`
}
