import type { NodeItem } from '../data/model.ts'
import { fold, type SearchIndex } from './index.ts'
import type { SoundMatch } from './sounds.ts'

export interface Hit {
  readonly node: NodeItem
  /** Smaller is better. */
  readonly rank: number
  /** What matched where it is not the name: an alias or the code. */
  readonly by: string | null
}

const LATIN = /^[a-z' ]+$/
const RANKS = 8
const HEARD: Readonly<Record<SoundMatch, number>> = { whole: 2, start: 5, middle: 7 }
const NONE = 255

/**
 * Finds nodes whose name, alias, pinyin, initials or code holds the query, best first: whole name, its start, its middle,
 * alias, sound, code; among equals the more linked, as the index has them in order. Nothing is sorted: ranks are few, so
 * hits are taken rank by rank.
 */
export function search(index: SearchIndex, query: string, most: number): { hits: readonly Hit[]; total: number } {
  const wanted = fold(query).trim()
  if (!wanted) return { hits: [], total: 0 }
  while (!index.isWhole) index.fill()
  const ranks = new Uint8Array(index.nodes.length).fill(NONE)
  const by = new Map<number, number>()
  let total = findWritten(index, wanted, ranks, by)
  const sound = LATIN.test(wanted) ? wanted.replace(/[' ]/g, '') : ''
  if (sound) {
    for (const [owner, kind] of index.sounds.match(sound)) {
      if (ranks[owner] !== NONE) continue
      ranks[owner] = HEARD[kind]
      total += 1
    }
  }
  return { hits: best(index, ranks, by, most), total }
}

/** Walks all lines that hold the query. @returns how many nodes it found */
function findWritten(index: SearchIndex, wanted: string, ranks: Uint8Array, by: Map<number, number>): number {
  const { text, starts, owners, fields } = index
  let total = 0
  let line = 0
  for (let at = text.indexOf(wanted, 1); at >= 0; at = text.indexOf(wanted, nextStart(starts, line, text))) {
    line = lineAt(starts, at, line)
    const start = starts[line] ?? 0
    const end = nextStart(starts, line, text) - 1
    const owner = owners[line] ?? 0
    const field = fields[line] ?? 0
    const rank = rankOf(field, at === start, at === start && at + wanted.length === end)
    const known = ranks[owner] ?? NONE
    if (rank >= known) continue
    if (known === NONE) total += 1
    ranks[owner] = rank
    if (field === 0) by.delete(owner)
    else by.set(owner, field)
  }
  return total
}

/** A code is found from its start only: 103 in the middle of one means nothing. */
function rankOf(field: number, isStart: boolean, isWhole: boolean): number {
  if (field === 0) return isWhole ? 0 : isStart ? 1 : 3
  if (field > 0) return isWhole ? 1 : 4
  return isWhole ? 0 : isStart ? 6 : NONE
}

const nextStart = (starts: readonly number[], line: number, text: string) => starts[line + 1] ?? text.length

/** The line that holds a place, by halving, from a line that is not after it. */
function lineAt(starts: readonly number[], at: number, from: number): number {
  let [low, high] = [from, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

function best(index: SearchIndex, ranks: Uint8Array, by: ReadonlyMap<number, number>, most: number): readonly Hit[] {
  const buckets: number[][] = Array.from({ length: RANKS }, () => [])
  for (let owner = 0; owner < ranks.length; owner += 1) {
    const rank = ranks[owner] ?? NONE
    const bucket = buckets[rank]
    if (bucket && bucket.length < most) bucket.push(owner)
  }
  return buckets
    .flatMap((bucket, rank) => bucket.flatMap(owner => hitOf(index, owner, rank, by.get(owner))))
    .slice(0, most)
}

function hitOf(index: SearchIndex, owner: number, rank: number, field: number | undefined): Hit | [] {
  const node = index.nodes[owner]
  if (!node) return []
  const label = field === undefined ? null : field < 0 ? (node.code ?? null) : (node.aliases[field - 1] ?? null)
  return { node, rank, by: label }
}
