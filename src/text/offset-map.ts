import type { OffsetMap } from '../model/article.ts'

/** A text in the making: pieces kept from a source and characters put between them, with the map of where each came from. */
export interface Edit {
  /** Appends `source[start, end)`. */
  readonly keep: (start: number, end: number) => void
  /** Appends characters that the source does not have; they map to `at`, the source offset where they stand for something. */
  readonly insert: (text: string, at: number) => void
  /** Units appended so far. */
  readonly length: () => number
  readonly finish: () => { readonly text: string; readonly offsets: OffsetMap }
}

/** Starts an edit of `source`. Every offset counts UTF-16 units. */
export function editOf(source: string): Edit {
  const parts: string[] = []
  const runs: { text: number; source: number }[] = []
  let length = 0
  let shift = Number.NaN
  const append = (part: string, at: number): void => {
    if (at - length !== shift) {
      runs.push({ text: length, source: at })
      shift = at - length
    }
    parts.push(part)
    length += part.length
  }
  return {
    keep: (start, end) => {
      if (start < end) append(source.slice(start, end), start)
    },
    insert: (text, at) => {
      if (!text) return
      append(text, at)
      // What follows an insertion never continues its run: the source did not move.
      shift = Number.NaN
    },
    length: () => length,
    finish: () => ({ text: parts.join(''), offsets: runs }),
  }
}

/** @returns the source offset of text offset `offset`; the end of a kept piece maps to the end of its source where it is the last. */
export function toSource(map: OffsetMap, offset: number): number {
  const run = map[runAt(map, offset)]
  return run ? run.source + (offset - run.text) : offset
}

/** @returns the index of the run that holds `offset`, -1 before the first. */
function runAt(map: OffsetMap, offset: number): number {
  let low = 0
  let high = map.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((map[middle]?.text ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
