import { byCodeUnit } from '../../text/code-units.ts'
import { hash32 } from '../../text/hash32.ts'
import type { LoadRow } from './rows.ts'

/** Work that one writer does in one transaction. */
export type Batch = readonly LoadRow[]

/** Rows that go into one transaction. */
const BATCH = 2000
/** Bytes that go into one transaction: a few articles may be as long as thousands of edges. */
const BATCH_BYTES = 8_000_000

/** The ends of a relationship in one order, whichever way it goes; a node stands for both of its own. */
const endAt = ({ ends, id }: LoadRow, place: 0 | 1): string => {
  if (!ends) return id
  return byCodeUnit(ends[0], ends[1]) < 0 ? ends[place] : ends[(1 - place) as 0 | 1]
}
const smaller = (row: LoadRow): string => endAt(row, 0)
const larger = (row: LoadRow): string => endAt(row, 1)

/** A row with what it is sorted by, worked out once. */
interface Sortable {
  readonly row: LoadRow
  readonly kind: string
  readonly first: string
  readonly second: string
}

const sortable = (row: LoadRow): Sortable => ({ row, kind: row.kind.key, first: smaller(row), second: larger(row) })

/** A created edge locks both its ends: whoever takes them smaller first cannot wait in a ring. */
function byEnds(a: Sortable, b: Sortable): number {
  return (
    byCodeUnit(a.kind, b.kind) ||
    byCodeUnit(a.first, b.first) ||
    byCodeUnit(a.second, b.second) ||
    byCodeUnit(a.row.id, b.row.id)
  )
}

function cut(rows: readonly LoadRow[]): Batch[] {
  const batches: LoadRow[][] = []
  let [batch, bytes]: [LoadRow[], number] = [[], 0]
  for (const { row } of rows.map(sortable).sort(byEnds)) {
    if (batch.length === BATCH || (batch.length > 0 && bytes + row.size > BATCH_BYTES)) {
      batches.push(batch)
      ;[batch, bytes] = [[], 0]
    }
    batch.push(row)
    bytes += row.size
  }
  return batch.length > 0 ? [...batches, batch] : batches
}

/**
 * Pairs of buckets so that within a round no bucket stands twice: the circle method of round-robin tournaments
 * (Kirkman 1847), and one round of every bucket with itself.
 */
function pairings(buckets: number): readonly (readonly [number, number])[][] {
  const circle = Array.from({ length: buckets - 1 }, (_, i) => i)
  const rounds = circle.map(turn =>
    Array.from({ length: buckets / 2 }, (_, i): readonly [number, number] => {
      if (i === 0) return [turn, buckets - 1]
      const [a, b] = [(turn + i) % (buckets - 1), (turn - i + buckets - 1) % (buckets - 1)]
      return a < b ? [a, b] : [b, a]
    }),
  )
  return [Array.from({ length: buckets }, (_, i) => [i, i] as const), ...rounds]
}

/**
 * Cuts relationships into rounds of lanes. Within a round, no node is in two lanes, so lanes can be written at once and
 * never wait for one another; the batches of a lane are written one after the other.
 * @param writers how many lanes may run at once
 */
export function partition(rows: readonly LoadRow[], writers: number): readonly (readonly Batch[])[][] {
  if (writers <= 1) return [[cut(rows)]]
  const buckets = 2 * writers
  const cells = new Map<number, LoadRow[]>()
  for (const row of rows) {
    const [a, b] = [hash32(smaller(row)) % buckets, hash32(larger(row)) % buckets]
    const cell = Math.min(a, b) * buckets + Math.max(a, b)
    const known = cells.get(cell)
    if (known) known.push(row)
    else cells.set(cell, [row])
  }
  const lanes = pairings(buckets).map(round =>
    round.flatMap(([a, b]) => {
      const cell = cells.get(a * buckets + b)
      return cell ? [cut(cell)] : []
    }),
  )
  return lanes.filter(round => round.length > 0)
}

/** Nodes have no ends to share: any batch may run beside any other. */
export function nodeLanes(rows: readonly LoadRow[]): readonly (readonly Batch[])[] {
  return cut(rows).map(batch => [batch])
}
