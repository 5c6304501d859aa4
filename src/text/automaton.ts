/**
 * A trie over UTF-16 units in typed arrays. Units are first mapped to small ids (so that full and half width fall together
 * without changing the length of the text); the first two levels of nearly every miss end in one table look-up.
 */
export interface Automaton {
  /** Unit of the text → id; 0 = no word holds it. */
  readonly ids: Uint16Array
  /** Id of the first unit → state; 0 = none. */
  readonly roots: Int32Array
  /** Open-addressed transitions: key = state * 8192 + id. */
  readonly keys: Int32Array
  readonly targets: Int32Array
  readonly mask: number
  /** State → word index, or -1. */
  readonly words: Int32Array
}

const WIDTH_GAP = 0xfee0

/** @returns the unit under which `unit` is looked up: full-width Latin, digits and signs as half width, capitals as small letters. */
export function foldUnit(unit: number): number {
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - WIDTH_GAP : unit
  return narrow >= 65 && narrow <= 90 ? narrow + 32 : narrow
}

const slotOf = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 7) & mask

/** Compiles words into an automaton; word `i` of the list is reported as `i`. Of equal words the first counts. */
export function buildAutomaton(list: readonly string[]): Automaton {
  const ids = new Uint16Array(65536)
  let nextId = 1
  let units = 0
  for (const word of list) {
    units += word.length
    for (let i = 0; i < word.length; i++) {
      const unit = foldUnit(word.charCodeAt(i))
      if (ids[unit] === 0) ids[unit] = nextId++
    }
  }
  for (let unit = 0; unit < 65536; unit++) if (ids[unit] === 0) ids[unit] = ids[foldUnit(unit)]!
  let size = 1024
  while (size < units * 2) size *= 2
  const keys = new Int32Array(size)
  const targets = new Int32Array(size)
  const roots = new Int32Array(nextId)
  const words: number[] = [-1]
  for (let index = 0; index < list.length; index++) {
    const word = list[index]!
    const first = ids[word.charCodeAt(0)]!
    if (roots[first] === 0) roots[first] = words.push(-1) - 1
    let state = roots[first]!
    for (let i = 1; i < word.length; i++) {
      const key = state * 8192 + ids[word.charCodeAt(i)]!
      let slot = slotOf(key, size - 1)
      while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1)
      if (keys[slot] === 0) {
        keys[slot] = key
        targets[slot] = words.push(-1) - 1
      }
      state = targets[slot]!
    }
    if (words[state] === -1) words[state] = index
  }
  return { ids, roots, keys, targets, mask: size - 1, words: Int32Array.from(words) }
}

/** @returns the state after `id`, or 0. */
export function step(automaton: Automaton, state: number, id: number): number {
  const { keys, targets, mask } = automaton
  const key = state * 8192 + id
  let slot = slotOf(key, mask)
  for (;;) {
    const found = keys[slot]
    if (found === key) return targets[slot]!
    if (found === 0) return 0
    slot = (slot + 1) & mask
  }
}

/** @returns the index of the word that spans exactly `[start, end)` of the text, or -1. */
export function wordAt(automaton: Automaton, text: string, start: number, end: number): number {
  let state = automaton.roots[automaton.ids[text.charCodeAt(start)]!] ?? 0
  for (let i = start + 1; i < end && state !== 0; i++) {
    const id = automaton.ids[text.charCodeAt(i)]!
    state = id === 0 ? 0 : step(automaton, state, id)
  }
  return state === 0 ? -1 : automaton.words[state]!
}
