import type { Snapshot } from '../../snapshot/format.ts'
import { toPropertyGraph } from '../../snapshot/property-graph.ts'
import { preparation } from './prepare.ts'
import { loadRows } from './rows.ts'

/** A statement that a load would send, and how many rows it would carry; none for constraints and indexes. */
export interface PlannedStatement {
  readonly statement: string
  readonly rows?: number
}

/** What a load of this snapshot into an empty database would send, in its order. */
export function plannedStatements(snapshot: Snapshot): PlannedStatement[] {
  const { nodes, relationships } = loadRows(toPropertyGraph(snapshot))
  const counts = new Map<string, number>()
  for (const { statement } of [...nodes, ...relationships]) counts.set(statement, (counts.get(statement) ?? 0) + 1)
  return [
    ...preparation().map(statement => ({ statement })),
    ...[...counts].map(([statement, rows]) => ({ statement, rows })),
  ]
}
