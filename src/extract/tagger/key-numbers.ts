/**
 * Numbers keys in the order in which they are first met: an open-addressed table whose slots hold a key and, beside it, its
 * number. The arrays are handed to the functions that loop over them, which is several times as fast as to reach for them.
 */
export interface KeyNumbers {
  /** By twos: key, number; the number is `NONE` where the slot is free. */
  slots: Int32Array
  count: number
}

const NONE = -1
const LEAST_SLOTS = 1 << 10

export const newKeyNumbers = (): KeyNumbers => ({ slots: new Int32Array(2 * LEAST_SLOTS).fill(NONE), count: 0 })

/** The index of a key's slot, or of the free one where it belongs. */
function slotOf(slots: Int32Array, key: number): number {
  const mask = slots.length - 1
  const mixed = Math.imul(key, 0x9e3779b1)
  let slot = ((mixed ^ (mixed >>> 15)) << 1) & mask
  while (slots[slot + 1] !== NONE && slots[slot] !== key) slot = (slot + 2) & mask
  return slot
}

function grow(table: KeyNumbers): void {
  const old = table.slots
  table.slots = new Int32Array(2 * old.length).fill(NONE)
  for (let at = 0; at < old.length; at += 2) {
    if (old[at + 1] === NONE) continue
    const slot = slotOf(table.slots, old[at]!)
    table.slots[slot] = old[at]!
    table.slots[slot + 1] = old[at + 1]!
  }
}

/** Puts the number of each key in its place; `add` is told the place of a key that is new, once its number is given. */
export function numberKeys(
  table: KeyNumbers,
  keys: Int32Array,
  count: number,
  add: (place: number, number: number) => void,
): void {
  let { slots } = table
  for (let i = 0; i < count; i++) {
    const key = keys[i]!
    const slot = slotOf(slots, key)
    let number = slots[slot + 1]!
    if (number === NONE) {
      number = table.count++
      slots[slot] = key
      slots[slot + 1] = number
      if (table.count * 4 > slots.length) {
        grow(table)
        slots = table.slots
      }
      add(i, number)
    }
    keys[i] = number
  }
}

export function forgetKeys(table: KeyNumbers): void {
  table.slots.fill(NONE)
  table.count = 0
}
