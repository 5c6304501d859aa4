/** Readings of each character of a name; several names (aliases) beside one another. */
export type Sounds = readonly (readonly (readonly string[])[])[]

/** Reads `shan/dan xian|…`; the same syllables share one list, so that 20k names stay small. */
export function readSounds(): (key: string) => Sounds {
  const shared = new Map<string, readonly string[]>()
  const syllable = (text: string) => {
    let list = shared.get(text)
    if (!list) {
      list = text.split('/')
      shared.set(text, list)
    }
    return list
  }
  return key => (key ? key.split('|').map(name => name.split(' ').map(syllable)) : [])
}

/**
 * Whether typed letters sound like a stretch of a name: whole syllables, initials, both mixed, the last one begun only.
 * 回民区: `huiminqu`, `hmq`, `huimq`, `minq`, `huim`.
 */
export function soundMatch(sounds: Sounds, typed: string): 'whole' | 'start' | 'middle' | null {
  let best: 'start' | 'middle' | null = null
  for (const name of sounds) {
    for (let start = 0; start < name.length; start += 1) {
      const end = eat(name, start, typed, 0)
      if (end < 0) continue
      if (start === 0 && end === name.length) return 'whole'
      if (start === 0) best = 'start'
      else best ??= 'middle'
      break
    }
  }
  return best
}

/** @returns the character after the last one eaten, or -1. */
function eat(name: Sounds[number], at: number, typed: string, from: number): number {
  if (from === typed.length) return at
  const readings = name[at]
  if (!readings) return -1
  for (const reading of readings) {
    if (reading.charCodeAt(0) !== typed.charCodeAt(from)) continue
    const rest = typed.length - from
    if (reading.length >= rest && reading.startsWith(typed.slice(from))) return at + 1
    if (typed.startsWith(reading, from)) {
      const end = eat(name, at + 1, typed, from + reading.length)
      if (end >= 0) return end
    }
  }
  const first = readings.some(reading => reading.charCodeAt(0) === typed.charCodeAt(from))
  return first ? eat(name, at + 1, typed, from + 1) : -1
}
