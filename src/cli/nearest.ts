/** Edit distance by Levenshtein, rows of a matrix kept one at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The name that a misspelt word most likely meant: at most a third of its letters wrong; undefined where none is near. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map(name => ({ name, far: name.startsWith(word) ? 0 : distance(word, name) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
  const best = ranked[0]
  return best && best.far <= Math.max(1, Math.floor(word.length / 3)) ? best.name : undefined
}
