import type { Value } from '../values/value.ts'
import { isList } from '../values/value.ts'
import type { Column } from './columns.ts'

export interface SearchHit {
  readonly node: number
  /** 1 where a key is the query, less the more of the key is left over. */
  readonly score: number
}

/** Properties that hold what people search by, where the graph has them: names, aliases, and their pinyin. */
const SEARCH_KEYS = ['name', 'aliases', 'title', 'code', 'pinyin', 'initials', 'search']

/**
 * Finds nodes by text: each word of the query (Lucene's marks are ignored) must be part of one of the node's search keys,
 * without regard to case. Best first, then by id.
 */
export function searchNodes(columns: ReadonlyMap<string, Column>, query: string): SearchHit[] {
  const words = query
    .toLowerCase()
    .replace(/[*~"+()[\]{}^:\\/]|\b(?:and|or|not)\b/g, ' ')
    .split(/\s+/)
    .filter(word => word !== '')
  if (words.length === 0) return []
  const scores = new Map<number, number>()
  for (const key of SEARCH_KEYS) {
    columns.get(key)?.forEach((id, value) => {
      for (const text of textsOf(value)) {
        const score = scoreOf(text.toLowerCase(), words)
        if (score > (scores.get(id) ?? 0)) scores.set(id, score)
      }
    })
  }
  return [...scores].map(([node, score]) => ({ node, score })).sort((a, b) => b.score - a.score || a.node - b.node)
}

function textsOf(value: Value): readonly string[] {
  return (isList(value) ? value : [value]).filter(item => typeof item === 'string')
}

/** 0 where a word is missing; a key that starts with the first word counts a little more. */
function scoreOf(text: string, words: readonly string[]): number {
  let found = 0
  for (const word of words) {
    if (!text.includes(word)) return 0
    found += word.length
  }
  const share = Math.min(1, found / text.length)
  return text.startsWith(words[0] as string) ? share : share * 0.9
}
