import { type Names, noticesOf } from '../../src/cypher/analyse/notices.ts'
import { checkQuery, type Notice } from '../../src/cypher/index.ts'

/** Names in a query that the graph holds nowhere: no error, but the likely reason for an empty answer. */
export function noticesIn(text: string, names: Names): readonly Notice[] {
  const { query } = checkQuery(text)
  return query ? noticesOf(query, names) : []
}
