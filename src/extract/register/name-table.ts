import type { Columns } from './unpack.ts'

/** Cores of divisions and their other names, hashed from the last unit to the first so that a text is read backwards. */
export interface NameTable {
  /** Entries below `columns.total` are divisions, the rest other names. */
  readonly units: Uint16Array
  readonly starts: Uint32Array
  /** Division of an other name: `entry - columns.total` → index. */
  readonly otherOf: Int32Array
  /** Entry + 1 of the first namesake, 0 where the slot is free. */
  readonly slots: Int32Array
  /** The next entry with the same core, in code order, -1 at the end. */
  readonly next: Int32Array
}

const SIZE = 1 << 20
const MASK = SIZE - 1
export const HASH_START = 0x811c9dc5 | 0

/** One step of the hash; start with `HASH_START` and go from the last unit to the first. */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & MASK
}

/** Fills the table. Other names take the chain place after the divisions of the same core. */
export function buildNameTable(columns: Columns, others: readonly { index: number; name: string }[]): NameTable {
  const { total } = columns
  const count = total + others.length
  const extra = others.reduce((sum, other) => sum + other.name.length, 0)
  const units = new Uint16Array(columns.units.length + extra)
  units.set(columns.units)
  const starts = new Uint32Array(count + 1)
  starts.set(columns.starts)
  let to = columns.units.length
  others.forEach((other, k) => {
    for (let i = 0; i < other.name.length; i++) units[to++] = other.name.charCodeAt(i)
    starts[total + k + 1] = to
  })
  const table = {
    units,
    starts,
    otherOf: Int32Array.from(others, other => other.index),
    slots: new Int32Array(SIZE),
    next: new Int32Array(count).fill(-1),
  }
  for (let entry = count - 1; entry >= 0; entry--) insert(table, entry)
  return table
}

function insert(table: NameTable, entry: number): void {
  const { units, starts, slots, next } = table
  const from = starts[entry]!
  const end = starts[entry + 1]!
  let hash = HASH_START
  for (let i = end - 1; i >= from; i--) hash = hashStep(hash, units[i]!)
  for (let slot = slotOf(hash); ; slot = (slot + 1) & MASK) {
    const head = slots[slot]! - 1
    if (head < 0) {
      slots[slot] = entry + 1
      return
    }
    if (sameCore(table, head, from, end)) {
      next[entry] = head
      slots[slot] = entry + 1
      return
    }
  }
}

function sameCore({ units, starts }: NameTable, entry: number, from: number, end: number): boolean {
  const at = starts[entry]!
  if (starts[entry + 1]! - at !== end - from) return false
  for (let i = end - from - 1; i >= 0; i--) if (units[at + i] !== units[from + i]) return false
  return true
}

/** @returns the first entry whose core is `text[start, end)`, -1 where there is none; `hash` is that stretch's, read backwards. */
export function findCore(table: NameTable, text: string, start: number, end: number, hash: number): number {
  const { units, starts, slots } = table
  for (let slot = slotOf(hash); ; slot = (slot + 1) & MASK) {
    const entry = slots[slot]! - 1
    if (entry < 0) return -1
    const at = starts[entry]!
    if (starts[entry + 1]! - at !== end - start) continue
    let i = end - start - 1
    while (i >= 0 && units[at + i] === text.charCodeAt(start + i)) i--
    if (i < 0) return entry
  }
}

/** As `findCore`, for a stretch whose hash is not at hand. */
export function findWhole(table: NameTable, text: string, start: number, end: number): number {
  let hash = HASH_START
  for (let i = end - 1; i >= start; i--) hash = hashStep(hash, text.charCodeAt(i))
  return findCore(table, text, start, end, hash)
}
