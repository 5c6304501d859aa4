import type { EdgeItem } from './model.ts'

/** Where something lies or belongs does not happen. */
const LASTING: ReadonlySet<EdgeItem['type']> = new Set(['LOCATED_IN', 'PART_OF'])

/** Whether a relation tells of something that happened, and not of what has always been so. */
export function isNews(type: EdgeItem['type']): boolean {
  return !LASTING.has(type)
}

/** Dated relations, the latest first; of one day those that happened before those that last. */
export function latestFirst(edges: readonly EdgeItem[]): readonly EdgeItem[] {
  return edges
    .filter(edge => edge.date !== null)
    .sort(
      (a, b) =>
        (b.date ?? '').localeCompare(a.date ?? '') ||
        Number(isNews(b.type)) - Number(isNews(a.type)) ||
        (a.key < b.key ? -1 : 1),
    )
}
