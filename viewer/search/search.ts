import type { Model, NodeItem } from '../data/model.ts'
import { readSounds, type Sounds, soundMatch } from './sounds.ts'

export interface Hit {
  readonly node: NodeItem
  /** Smaller is better. */
  readonly rank: number
  /** What matched where it is not the name: an alias or the code. */
  readonly by: string | null
}

interface Entry {
  readonly node: NodeItem
  readonly name: string
  readonly aliases: readonly string[]
  readonly code: string
  readonly sounds: Sounds
  /** All that is written, in one string: a single `includes` refuses most nodes. */
  readonly all: string
}

export type SearchIndex = readonly Entry[]

/** Folds full-width forms and case: ＡＰＰ → app. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** @param pinyin by node key, as the server or the exporter made it: `hui min qu|hui min`. */
export function createIndex(model: Model, pinyin: Readonly<Record<string, string>>): SearchIndex {
  const read = readSounds()
  return model.nodes.map(node => {
    const name = fold(node.name)
    const aliases = node.aliases.map(fold)
    const code = node.code ?? ''
    return { node, name, aliases, code, sounds: read(pinyin[node.key] ?? ''), all: [name, ...aliases, code].join('\n') }
  })
}

const LATIN = /^[a-z' ]+$/

/**
 * Finds nodes whose name, alias, pinyin, initials or code holds the query, best first: whole name, its start, its middle,
 * alias, sound, code; among equals the more linked.
 */
export function search(index: SearchIndex, query: string, most: number): { hits: readonly Hit[]; total: number } {
  const wanted = fold(query).trim()
  if (!wanted) return { hits: [], total: 0 }
  const sound = LATIN.test(wanted) ? wanted.replace(/[' ]/g, '') : null
  const hits: Hit[] = []
  for (const entry of index) {
    const hit = entry.all.includes(wanted) ? judge(entry, wanted) : null
    const heard = hit ?? (sound ? hear(entry, sound) : null)
    if (heard) hits.push(heard)
  }
  hits.sort((a, b) => a.rank - b.rank || b.node.degree - a.node.degree || a.node.name.length - b.node.name.length)
  return { hits: hits.slice(0, most), total: hits.length }
}

function judge(entry: Entry, wanted: string): Hit | null {
  const { node } = entry
  const at = entry.name.indexOf(wanted)
  if (entry.name === wanted) return { node, rank: 0, by: null }
  if (at >= 0) return { node, rank: at === 0 ? 1 : 3, by: null }
  const alias = entry.aliases.findIndex(one => one.includes(wanted))
  if (alias >= 0) return { node, rank: entry.aliases[alias] === wanted ? 1 : 4, by: node.aliases[alias] ?? null }
  if (entry.code.startsWith(wanted)) return { node, rank: entry.code === wanted ? 0 : 6, by: entry.code }
  return null
}

const HEARD = { whole: 2, start: 5, middle: 7 } as const

function hear(entry: Entry, sound: string): Hit | null {
  const match = soundMatch(entry.sounds, sound)
  return match && { node: entry.node, rank: HEARD[match], by: null }
}
