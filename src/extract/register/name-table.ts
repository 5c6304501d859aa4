import type { Columns } from './unpack.ts'

/** Cores of divisions and their other names, hashed from the last unit to the first so that a text is read backwards. */
export interface NameTable {
  /** Entries below `columns.total` are divisions, the rest other names. */
  readonly units: Uint16Array
  readonly starts: Uint32Array
  /** Division of an other name: `entry - columns.total` → index. */
  readonly otherOf: Int32Array
  /** Entry + 1 of the first namesake and, above `ENTRY_BITS`, bits of its hash; 0 where the slot is free. */
  readonly slots: Int32Array
  /** Bits by the hash of every core and of every end of two or more units that one has: where the bit is not set, there is neither. */
  readonly tails: Uint32Array
  /** The next entry with the same core, in code order, -1 at the end. */
  readonly next: Int32Array
}

const SIZE = 1 << 20
const MASK = SIZE - 1
/** Slots and units lie far apart in memory; the bits of the hash in a slot tell nearly all other cores without reading them. */
const ENTRY_BITS = 20
const ENTRY_MASK = (1 << ENTRY_BITS) - 1
const TAIL_BITS = 21
export const HASH_START = 0x811c9dc5 | 0

/** One step of the hash; start with `HASH_START` and go from the last unit to the first. */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** Whether a core may be what `hash` was made of or, from two units on, end with it. */
export function mayEnd({ tails }: NameTable, hash: number): boolean {
  const bit = tailOf(hash)
  return ((tails[bit >>> 5]! >>> (bit & 31)) & 1) === 1
}

function tailOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - TAIL_BITS)
}

/** Of bits that do not choose the slot. */
function printOf(hash: number): number {
  return Math.imul(hash, 0x85ebca6b) & ~ENTRY_MASK
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
    tails: new Uint32Array((1 << TAIL_BITS) >>> 5),
    next: new Int32Array(count).fill(-1),
  }
  for (let entry = count - 1; entry >= 0; entry--) insert(table, entry)
  return table
}

function insert(table: NameTable, entry: number): void {
  const { units, starts, slots, tails, next } = table
  const from = starts[entry]!
  const end = starts[entry + 1]!
  let hash = HASH_START
  for (let i = end - 1; i >= from; i--) {
    hash = hashStep(hash, units[i]!)
    const bit = tailOf(hash)
    if (i === from || i < end - 1) tails[bit >>> 5]! |= 1 << (bit & 31)
  }
  const print = printOf(hash)
  for (let slot = slotOf(hash); ; slot = (slot + 1) & MASK) {
    const held = slots[slot]!
    if (held !== 0 && ((held ^ print) >>> ENTRY_BITS || !sameCore(table, (held & ENTRY_MASK) - 1, from, end))) continue
    if (held !== 0) next[entry] = (held & ENTRY_MASK) - 1
    slots[slot] = print | (entry + 1)
    return
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
  const print = printOf(hash)
  for (let slot = slotOf(hash); ; slot = (slot + 1) & MASK) {
    const held = slots[slot]!
    if (held === 0) return -1
    if ((held ^ print) >>> ENTRY_BITS) continue
    const entry = (held & ENTRY_MASK) - 1
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
