import type { Places } from './changes.ts'
import { Kind, type Properties } from './kind.ts'
import type { LoadSource } from './source.ts'
import { type DriverValue, MARK, toDriver } from './values.ts'

/** One node or relationship on its way into the database. */
export interface LoadRow {
  readonly id: string
  /** Rows of one kind go together in one statement. */
  readonly kind: Kind
  /** Ends of a relationship; none for a node. */
  readonly ends: readonly [string, string] | null
  /** Fingerprint of the content: equal where nothing changed. */
  readonly mark: string
  /** About how many bytes it is. */
  readonly size: number
  /** Reads it: only when it is written. */
  readonly properties: () => Properties
}

export interface LoadRows {
  readonly nodes: readonly LoadRow[]
  readonly relationships: readonly LoadRow[]
}

class NodeRow implements LoadRow {
  readonly id: string
  readonly kind: Kind
  readonly ends = null
  private readonly source: LoadSource
  private readonly place: number

  constructor(source: LoadSource, place: number, id: string, kind: Kind) {
    this.id = id
    this.kind = kind
    this.source = source
    this.place = place
  }

  get mark(): string {
    return this.source.nodeMark(this.place, this.kind.name)
  }

  get size(): number {
    return this.source.nodeSize(this.place, this.kind.name)
  }

  properties(): Properties {
    return this.source.nodeProperties(this.place)
  }
}

class RelationshipRow implements LoadRow {
  readonly id: string
  readonly kind: Kind
  readonly ends: readonly [string, string]
  private readonly source: LoadSource
  private readonly place: number

  constructor(source: LoadSource, place: number, id: string, kind: Kind, ends: readonly [string, string]) {
    this.id = id
    this.kind = kind
    this.ends = ends
    this.source = source
    this.place = place
  }

  get mark(): string {
    return this.source.edgeMark(this.place, this.kind.name, this.ends[0])
  }

  get size(): number {
    return this.source.lines.edges.size(this.place)
  }

  properties(): Properties {
    return this.source.edgeProperties(this.place)
  }
}

/** One record a kind. */
class Kinds {
  private readonly kinds = new Map<string, Kind>()

  of(name: string, ends: readonly [string, string] | null): Kind {
    const key = ends ? `${name} ${ends[0]} ${ends[1]}` : name
    const kind = this.kinds.get(key) ?? new Kind(name, ends)
    this.kinds.set(key, kind)
    return kind
  }
}

/** Rows for the nodes and edges at these places, in the order of the snapshot. */
export function loadRows(source: LoadSource, places: Places): LoadRows {
  const kinds = new Kinds()
  const nodes = places.nodes.map(place => {
    const { id, label } = source.nodeAt(place)
    return new NodeRow(source, place, id, kinds.of(label, null))
  })
  const relationships = places.edges.map(place => {
    const [id, from, to, type] = source.lines.edges.texts(place, ['key', 'source', 'target', 'type'])
    const [start, end] = [source.end(from ?? ''), source.end(to ?? '')]
    const kind = kinds.of(type ?? '', [start.label, end.label])
    return new RelationshipRow(source, place, id ?? '', kind, [start.id, end.id])
  })
  return { nodes, relationships }
}

/** What a row sets: its properties with its mark; `null` for those of ours that are gone where it was there. */
export function settings(
  { kind, mark }: LoadRow,
  properties: Properties,
  wasThere: boolean,
): Record<string, DriverValue> {
  const set: Record<string, DriverValue> = {}
  if (wasThere) for (const name of kind.all) set[name] = null
  for (const [name, value] of Object.entries(properties)) set[name] = toDriver(value)
  set[MARK] = mark
  return set
}

/**
 * The row as parameters of a merge. What was there before also loses the properties that it no longer has: those of ours;
 * whatever another program added stays.
 */
export function mergeParams(row: LoadRow, properties: Properties, wasThere: boolean): Record<string, DriverValue> {
  const set = settings(row, properties, wasThere)
  return { id: row.id, set, ...(row.ends && { from: row.ends[0], to: row.ends[1] }) }
}

/**
 * The row as parameters of a create: its properties in the order of the columns.
 * @param ends of a relationship, which come first
 */
export function createParams(
  { kind, mark }: LoadRow,
  properties: Properties,
  ends: readonly DriverValue[] = [],
): DriverValue[] {
  const values = [...ends]
  for (const column of kind.columns) {
    const value = properties[column]
    values.push(column === MARK ? mark : value === undefined ? null : toDriver(value))
  }
  return values
}
