/** Readings of a name and its aliases: `shan/dan xian|…`, other readings of a character after a slash. */
export type Readings = string

export type SoundMatch = 'whole' | 'start' | 'middle'

const LETTERS = 26
const A = 97

/**
 * How all names sound, in arrays: each character's readings by number, names one after the other, and for each letter the
 * characters that can begin with it. What is typed begins at one of those, so a key looks at a few thousand characters
 * and not at all of them.
 */
export class SoundIndex {
  /** Readings by number of a set of readings: the same characters share one. */
  private readonly sets: (readonly string[])[] = [[]]
  private readonly setOf = new Map<string, number>([['', 0]])
  /** Set of each character; 0 ends a name. */
  private readonly chars: number[] = []
  /** Owner of each character. */
  private readonly owners: number[] = []
  private readonly begins: number[][] = Array.from({ length: LETTERS }, () => [])

  add(owner: number, readings: Readings): void {
    for (const name of readings.split('|')) {
      for (const char of name.split(' ')) this.push(this.numberOf(char), owner)
      this.push(0, owner)
    }
  }

  /**
   * Whose names sound like typed letters: whole syllables, initials, both mixed, the last one begun only.
   * 回民区: `huiminqu`, `hmq`, `huimq`, `minq`, `huim`.
   * @param typed letters only
   */
  match(typed: string): ReadonlyMap<number, SoundMatch> {
    const found = new Map<number, SoundMatch>()
    for (const at of this.begins[typed.charCodeAt(0) - A] ?? []) {
      const end = this.eat(at, typed, 0)
      if (end < 0) continue
      const owner = this.owners[at] ?? 0
      const isStart = at === 0 || this.chars[at - 1] === 0
      const kind = isStart ? (this.chars[end] === 0 ? 'whole' : 'start') : 'middle'
      const known = found.get(owner)
      if (known === undefined || RANK[kind] < RANK[known]) found.set(owner, kind)
    }
    return found
  }

  private push(set: number, owner: number): void {
    const at = this.chars.length
    this.chars.push(set)
    this.owners.push(owner)
    let seen = 0
    for (const reading of this.sets[set] ?? []) {
      const letter = reading.charCodeAt(0) - A
      const bit = 1 << letter
      if (letter < 0 || letter >= LETTERS || (seen & bit) !== 0) continue
      seen |= bit
      this.begins[letter]?.push(at)
    }
  }

  private numberOf(char: string): number {
    let number = this.setOf.get(char)
    if (number === undefined) {
      number = this.sets.length
      this.sets.push(char.split('/'))
      this.setOf.set(char, number)
    }
    return number
  }

  /** @returns the character after the last one eaten, or -1. */
  private eat(at: number, typed: string, from: number): number {
    if (from === typed.length) return at
    const readings = this.sets[this.chars[at] ?? 0] ?? []
    let begins = false
    for (const reading of readings) {
      if (reading.charCodeAt(0) !== typed.charCodeAt(from)) continue
      begins = true
      const rest = typed.length - from
      if (reading.length >= rest && reading.startsWith(typed.slice(from))) return at + 1
      if (reading.length > 1 && typed.startsWith(reading, from)) {
        const end = this.eat(at + 1, typed, from + reading.length)
        if (end >= 0) return end
      }
    }
    return begins ? this.eat(at + 1, typed, from + 1) : -1
  }
}

const RANK: Readonly<Record<SoundMatch, number>> = { whole: 0, start: 1, middle: 2 }
