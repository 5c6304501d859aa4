import { pinyin, polyphonic } from 'pinyin-pro'
import type { Snapshot } from '../../snapshot/format.ts'

const HAN = /\p{Script=Han}/u
const PLAIN = { toneType: 'none', type: 'array' } as const

/**
 * How each name sounds, by node key, for search in the viewer: syllables with spaces between, other readings of a character
 * after a slash, names and aliases with a bar between: 单县 → `shan/dan/chan xian/xuan`.
 *
 * The reading in context comes first; it is often wrong for names of places (单县 as dan xian), so every reading that a
 * character can have stays findable.
 */
export function pinyinKeys(snapshot: Snapshot): Record<string, string> {
  const others = new Map<string, readonly string[]>()
  const keys: Record<string, string> = {}
  for (const { key, attributes } of snapshot.graph.nodes) {
    if (attributes.type === 'Figure' || attributes.type === 'Article') continue
    const names = [attributes.name, ...attributes.aliases].filter(name => HAN.test(name))
    if (names.length) keys[key] = names.map(name => soundsOf(name, others)).join('|')
  }
  return keys
}

function soundsOf(name: string, others: Map<string, readonly string[]>): string {
  const chars = [...name.toLowerCase()]
  const inContext = pinyin(name.toLowerCase(), PLAIN)
  return chars.map((char, at) => (HAN.test(char) ? readings(char, inContext[at], others) : char)).join(' ')
}

function readings(char: string, first: string | undefined, others: Map<string, readonly string[]>): string {
  const all = others.get(char) ?? [polyphonic(char, PLAIN)[0] ?? []].flat().map(latin)
  others.set(char, all)
  return [...new Set([latin(first ?? ''), ...all])].filter(Boolean).join('/')
}

/** `lü` is typed `lv` on most keyboards. */
function latin(sound: string): string {
  return sound.replaceAll('ü', 'v').replace(/[^a-z]/g, '')
}
