/** A text as the scorer compares it: compatibility forms unified, white space gone, since pages wrap their lines. */
export function squeeze(text: string | null | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/\s+/gu, '')
}

/** A name as the scorer compares it: squeezed, without quotation marks, brackets, dots and dashes, in lower case. */
export function nameKey(name: string | null | undefined): string {
  return squeeze(name)
    .replace(/["'“”‘’「」『』《》〈〉()[\]【】·•・—\-–]/gu, '')
    .toLowerCase()
}

type Grams = ReadonlyMap<string, number>

/** The multiset of a text's substrings of `n` UTF-16 units. */
export function gramsOf(text: string, n: number): Grams {
  const counts = new Map<string, number>()
  for (let i = 0; i + n <= text.length; i++) {
    const gram = text.slice(i, i + n)
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const sizeOf = (grams: Grams): number => {
  let size = 0
  for (const count of grams.values()) size += count
  return size
}

/** Dice's coefficient of two multisets: twice what they share over all they hold; 0 for two empty ones. */
export function dice(a: Grams, b: Grams): number {
  const total = sizeOf(a) + sizeOf(b)
  let shared = 0
  for (const [gram, count] of a) shared += Math.min(count, b.get(gram) ?? 0)
  return total ? (2 * shared) / total : 0
}
