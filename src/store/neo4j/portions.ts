import neo4j from 'neo4j-driver'
import type { Held } from './holdings.ts'
import type { Properties } from './kind.ts'
import { createParams, type LoadRow, mergeParams } from './rows.ts'
import { createStatement, mergeStatement } from './statements.ts'
import type { DriverValue } from './values.ts'

/** What a load knows of the database while it writes. */
export interface Knowledge {
  /** Marks by id of what is there. */
  readonly there: Held['nodes']
  /** Neo4j's own ids of the nodes that relationships join, by ours. */
  readonly elements: ReadonlyMap<string, string>
  /** Whether what is not among `there` is surely not in the database: until the first trouble. */
  readonly isCertain: boolean
}

/** Rows that go as one statement. */
export interface Portion {
  readonly statement: string
  readonly params: Record<string, DriverValue>
  /** How many relationships have to come of it, where that is certain. */
  readonly creates?: number
}

/** Rows in a portion: few enough that the next ones are made while the server is at work on these. */
const PORTION = 1000

interface ReadRow {
  readonly row: LoadRow
  readonly properties: Properties
}

/** New relationships name their ends by the place in a list that holds each node once: most have many there. */
function createdRelationships(rows: readonly ReadRow[], elements: Knowledge['elements']): Portion['params'] {
  const places = new Map<string, number>()
  const placeOf = (id: string): DriverValue => {
    const place = places.get(id) ?? places.size
    if (place === places.size) places.set(id, place)
    return neo4j.int(place)
  }
  const values = rows.map(({ row, properties }) => createParams(row, properties, row.ends?.map(placeOf)))
  const ids = [...places.keys()]
  return { ids, nodes: ids.map(id => elements.get(id) ?? null), rows: values }
}

function portion(rows: readonly ReadRow[], isNew: boolean, { there, elements }: Knowledge): Portion[] {
  const [first] = rows
  if (!first) return []
  const { kind } = first.row
  for (const { properties } of rows) kind.learn(properties)
  if (!isNew) {
    const params = rows.map(({ row, properties }) => mergeParams(row, properties, there.has(row.id)))
    return [{ statement: mergeStatement(kind), params: { rows: params } }]
  }
  const statement = createStatement(kind)
  if (kind.ends) return [{ statement, params: createdRelationships(rows, elements), creates: rows.length }]
  return [{ statement, params: { rows: rows.map(({ row, properties }) => createParams(row, properties)) } }]
}

/** The rows of a batch in portions of one kind: created where they are surely new, else merged. A row is read when it is due. */
export function* portions(batch: readonly LoadRow[], knowledge: Knowledge): Generator<Portion> {
  const { there, elements, isCertain } = knowledge
  const isNew = ({ id, ends }: LoadRow): boolean =>
    isCertain && !there.has(id) && (ends ?? []).every(end => elements.has(end))
  let rows: ReadRow[] = []
  let wasNew = false
  for (const row of batch) {
    const isSame = rows[0]?.row.kind === row.kind && isNew(row) === wasNew
    if (!isSame || rows.length === PORTION) {
      yield* portion(rows, wasNew, knowledge)
      rows = []
      wasNew = isNew(row)
    }
    rows.push({ row, properties: row.properties() })
  }
  yield* portion(rows, wasNew, knowledge)
}
