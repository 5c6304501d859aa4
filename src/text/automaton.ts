/**
 * A trie over UTF-16 units in typed arrays. Units are first mapped to small ids, so that full and half width fall together
 * without changing the length of the text. A transition is one look-up in an open-addressed table whose slots hold all that a
 * step needs side by side (one cache line): key, next state, word that ends there, its cost.
 */
export interface Automaton {
  /** Unit of the text → id; 0 = no word holds it. */
  readonly ids: Uint16Array
  /** Fours by id: state after it at the beginning of a word (0 = none), word of this unit alone or -1, its cost. */
  readonly roots: Int32Array
  /** Bits by the hash of a key: where the bit is not set there is no such transition, and no slot need be read. */
  readonly steps: Uint32Array
  /** Slots of four: key = state * MOST_IDS + id, next state, word or -1, cost of the word. */
  readonly slots: Int32Array
  readonly mask: number
}

const WIDTH_GAP = 0xfee0
const MOST_IDS = 8192
const SLOT = 4
/** So many bits are few enough to stay in a cache, where the slots do not. */
const STEP_BITS = 20

/** @returns the unit under which `unit` is looked up: full-width Latin, digits and signs as half width, capitals as small letters. */
export function foldUnit(unit: number): number {
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - WIDTH_GAP : unit
  return narrow >= 65 && narrow <= 90 ? narrow + 32 : narrow
}

/** Where the search for a key begins, as an index into `slots`. */
function slotOf(key: number, mask: number): number {
  return ((Math.imul(key, 0x9e3779b1) >>> 7) & mask) * SLOT
}

function bitOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - STEP_BITS)
}

/** Compiles words into an automaton; word `i` of the list is reported as `i`. Of equal words the first counts. */
export function buildAutomaton(list: readonly string[], costs: Int32Array): Automaton {
  const { ids, units } = numberUnits(list)
  let size = 1024
  while (size < units * 1.2) size *= 2
  const slots = new Int32Array(size * SLOT)
  const steps = new Uint32Array((1 << STEP_BITS) >>> 5)
  const roots = new Int32Array(MOST_IDS * SLOT)
  for (let id = 0; id < MOST_IDS; id++) roots[id * SLOT + 1] = -1
  let states = 0
  list.forEach((word, index) => {
    const first = ids[word.charCodeAt(0)]! * SLOT
    if (roots[first] === 0) roots[first] = ++states
    let state = roots[first]!
    let slot = -1
    for (let i = 1; i < word.length; i++) {
      const key = state * MOST_IDS + ids[word.charCodeAt(i)]!
      slot = slotOf(key, size - 1)
      while (slots[slot] !== 0 && slots[slot] !== key) slot = (slot + SLOT) & (size * SLOT - 1)
      if (slots[slot] === 0) {
        steps[bitOf(key) >>> 5]! |= 1 << (bitOf(key) & 31)
        slots[slot] = key
        slots[slot + 1] = ++states
        slots[slot + 2] = -1
      }
      state = slots[slot + 1]!
    }
    if (slot < 0) {
      if (roots[first + 1] === -1) {
        roots[first + 1] = index
        roots[first + 2] = costs[index]!
      }
    } else if (slots[slot + 2] === -1) {
      slots[slot + 2] = index
      slots[slot + 3] = costs[index]!
    }
  })
  return { ids, roots, steps, slots, mask: size - 1 }
}

function numberUnits(list: readonly string[]): { ids: Uint16Array; units: number } {
  const ids = new Uint16Array(65536)
  let next = 1
  let units = 0
  for (const word of list) {
    units += word.length
    for (let i = 0; i < word.length; i++) {
      const unit = foldUnit(word.charCodeAt(i))
      if (ids[unit] === 0) ids[unit] = next++
    }
  }
  for (let unit = 0; unit < 65536; unit++) if (ids[unit] === 0) ids[unit] = ids[foldUnit(unit)]!
  return { ids, units }
}

/** @returns the slot of the transition from `state` by `id`, or -1. */
export function stepSlot({ steps, slots, mask }: Automaton, state: number, id: number): number {
  const key = state * MOST_IDS + id
  const bit = bitOf(key)
  if (((steps[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return -1
  let slot = slotOf(key, mask)
  for (;;) {
    const found = slots[slot]
    if (found === key) return slot
    if (found === 0) return -1
    slot = (slot + SLOT) & (mask * SLOT + SLOT - 1)
  }
}

/** @returns the index of the word that spans exactly `[start, end)` of the text, or -1. */
export function wordAt(automaton: Automaton, text: string, start: number, end: number): number {
  const { ids, roots, slots } = automaton
  const root = ids[text.charCodeAt(start)]! * SLOT
  let state = roots[root]!
  let word = roots[root + 1]!
  for (let i = start + 1; i < end; i++) {
    const id = ids[text.charCodeAt(i)]!
    const slot = state === 0 || id === 0 ? -1 : stepSlot(automaton, state, id)
    if (slot < 0) return -1
    state = slots[slot + 1]!
    word = slots[slot + 2]!
  }
  return word
}
