/**
 * A trie over UTF-16 units in typed arrays. Units are first mapped to small ids, so that full and half width fall together
 * without changing the length of the text. A transition is one look-up in an open-addressed table whose slots hold all that a
 * step needs side by side (one cache line): key, next state, word that ends there, its cost.
 */
export interface Automaton {
  /** Unit of the text → id; 0 = no word holds it. */
  readonly ids: Uint16Array
  /** Unit → state after it at the beginning of a word; 0 = none. */
  readonly roots: Int32Array
  /** State → word that ends with the first unit, or -1 (for root states only the table has no slot). */
  readonly rootWords: Int32Array
  /** Slots of four: key = state * 8192 + id, next state, word or -1, cost of the word. */
  readonly slots: Int32Array
  readonly mask: number
}

const WIDTH_GAP = 0xfee0
const SLOT = 4

/** @returns the unit under which `unit` is looked up: full-width Latin, digits and signs as half width, capitals as small letters. */
export function foldUnit(unit: number): number {
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - WIDTH_GAP : unit
  return narrow >= 65 && narrow <= 90 ? narrow + 32 : narrow
}

/** Where the search for a key begins, as an index into `slots`. */
export function slotOf(key: number, mask: number): number {
  return ((Math.imul(key, 0x9e3779b1) >>> 7) & mask) * SLOT
}

/** Compiles words into an automaton; word `i` of the list is reported as `i`. Of equal words the first counts. */
export function buildAutomaton(list: readonly string[], costs: Int32Array): Automaton {
  const { ids, units } = numberUnits(list)
  let size = 1024
  while (size < units * 1.2) size *= 2
  const slots = new Int32Array(size * SLOT)
  const roots = new Int32Array(65536)
  const rootWords = new Int32Array(65536).fill(-1)
  const rootOfId = new Int32Array(8192)
  let states = 0
  list.forEach((word, index) => {
    const first = ids[word.charCodeAt(0)]!
    if (rootOfId[first] === 0) rootOfId[first] = ++states
    let state = rootOfId[first]!
    let slot = -1
    for (let i = 1; i < word.length; i++) {
      const key = state * 8192 + ids[word.charCodeAt(i)]!
      slot = slotOf(key, size - 1)
      while (slots[slot] !== 0 && slots[slot] !== key) slot = (slot + SLOT) & (size * SLOT - 1)
      if (slots[slot] === 0) {
        slots[slot] = key
        slots[slot + 1] = ++states
        slots[slot + 2] = -1
      }
      state = slots[slot + 1]!
    }
    if (slot < 0) {
      if (rootWords[first] === -1) rootWords[first] = index
    } else if (slots[slot + 2] === -1) {
      slots[slot + 2] = index
      slots[slot + 3] = costs[index]!
    }
  })
  for (let unit = 0; unit < 65536; unit++) if (ids[unit] !== 0) roots[unit] = rootOfId[ids[unit]!]!
  return { ids, roots, rootWords, slots, mask: size - 1 }
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
function stepSlot(automaton: Automaton, state: number, id: number): number {
  const { slots, mask } = automaton
  const key = state * 8192 + id
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
  const { ids, roots, rootWords, slots } = automaton
  let state = roots[text.charCodeAt(start)]!
  let word = state === 0 ? -1 : rootWords[ids[text.charCodeAt(start)]!]!
  for (let i = start + 1; i < end; i++) {
    const id = ids[text.charCodeAt(i)]!
    const slot = state === 0 || id === 0 ? -1 : stepSlot(automaton, state, id)
    if (slot < 0) return -1
    state = slots[slot + 1]!
    word = slots[slot + 2]!
  }
  return word
}
