import type { SnapshotLines } from '../../snapshot/lines/snapshot-lines.ts'
import { allPlaces } from './changes.ts'
import type { Kind } from './kind.ts'
import { preparation } from './prepare.ts'
import { loadRows } from './rows.ts'
import { LoadSource } from './source.ts'
import { createStatement } from './statements.ts'

/** A statement that a load would send, and how many rows it would carry; none for constraints and indexes. */
export interface PlannedStatement {
  readonly statement: string
  readonly rows?: number
}

/** What a load of this snapshot into an empty database would send, in its order. */
export function plannedStatements(lines: SnapshotLines): PlannedStatement[] {
  const source = new LoadSource(lines)
  const { nodes, relationships } = loadRows(source, allPlaces(source))
  const counts = new Map<Kind, number>()
  for (const row of [...nodes, ...relationships]) {
    row.kind.learn(row.properties())
    counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1)
  }
  return [
    ...preparation().map(statement => ({ statement })),
    ...[...counts].map(([kind, rows]) => ({ statement: createStatement(kind), rows })),
  ]
}
