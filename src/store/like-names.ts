import type { Store } from './store.ts'

/** The best known names that hold a text or, where none does, its first characters. */
const LIKE = `MATCH (n) WHERE n.name CONTAINS $text AND NOT n:Article AND NOT n:Figure AND n.id IS NOT NULL
WITH n.name AS name, max(n.degree) AS degree RETURN name ORDER BY degree DESC, name LIMIT 4`

/**
 * Names of the graph that somebody may have meant: 回民 → 回民区, 回民区委. A name that is there as it stands has none.
 * @returns the most linked ones first, at most four
 */
export async function likeNames(store: Store, text: string): Promise<readonly string[]> {
  for (const part of [text, ...(text.length > 2 ? [text.slice(0, -1), text.slice(0, 2)] : [])]) {
    const { rows } = await store.run(LIKE, { text: part })
    const names = rows.map(([name]) => String(name))
    if (names.includes(text)) return []
    if (names.length > 0) return names
  }
  return []
}
