import type { Snapshot } from '../../snapshot/format.ts'
import { markSnapshot } from './marks.ts'
import { preparation } from './prepare.ts'
import { loadRows } from './rows.ts'
import { createStatement, type Kind } from './statements.ts'

/** A statement that a load would send, and how many rows it would carry; none for constraints and indexes. */
export interface PlannedStatement {
  readonly statement: string
  readonly rows?: number
}

/** What a load of this snapshot into an empty database would send, in its order. */
export function plannedStatements(snapshot: Snapshot): PlannedStatement[] {
  const { nodes, relationships } = loadRows(snapshot, markSnapshot(snapshot))
  const counts = new Map<Kind, number>()
  for (const { kind } of [...nodes, ...relationships]) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [
    ...preparation().map(statement => ({ statement })),
    ...[...counts].map(([kind, rows]) => ({ statement: createStatement(kind), rows })),
  ]
}
