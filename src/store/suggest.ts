/** Edits (insert, drop, replace, swap neighbours) between two words: optimal string alignment (Damerau 1964). */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** Names that a misspelt one may stand for, the likeliest first, at most three: those that begin with it or are close. */
export function suggestNames(wrong: string, names: readonly string[]): string[] {
  const low = wrong.toLowerCase()
  const scored = names.map(name => ({
    name,
    score: name.startsWith(low) ? 0 : name.includes(low) && low.length > 2 ? 1 : distance(low, name),
  }))
  return scored
    .filter(({ score }) => score <= Math.max(1, Math.floor(low.length / 3)))
    .sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name)
}
