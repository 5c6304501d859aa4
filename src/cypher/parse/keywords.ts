/** Words that begin a clause, in the order that completion offers them. */
export const clauseWords = [
  'MATCH',
  'OPTIONAL',
  'WHERE',
  'WITH',
  'RETURN',
  'UNWIND',
  'CALL',
  'UNION',
  'FINISH',
] as const

/** Those of them by which the parser finds its way again after an error. */
export const clauseStarts: ReadonlySet<string> = new Set(
  clauseWords.filter(word => word !== 'WHERE' && word !== 'UNION'),
)

/** Words that begin a clause or command that changes data, schema or rights, or reads from elsewhere. */
export const writeWords: ReadonlySet<string> = new Set(
  'CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH LOAD INSERT DROP ALTER GRANT DENY REVOKE START STOP RENAME'.split(
    ' ',
  ),
)

/** Words of the language that are neither clause nor function, for completion and highlighting. */
export const otherWords = [
  ...'AS ASC ASCENDING DESC DESCENDING DISTINCT ORDER BY SKIP OFFSET LIMIT YIELD ALL ANY SHORTEST GROUPS PATHS'.split(
    ' ',
  ),
  ...'AND OR XOR NOT IN IS NULL TRUE FALSE STARTS ENDS CONTAINS CASE WHEN THEN ELSE END EXISTS COUNT COLLECT'.split(
    ' ',
  ),
  ...'EXPLAIN PROFILE NORMALIZED TYPED'.split(' '),
]

/** Words that join expressions. */
export const operatorWords = ['AND', 'OR', 'XOR', 'IN', 'IS', 'STARTS', 'ENDS', 'CONTAINS'] as const

/** Words that end an expression, and so are no variables unless the query has bound them or they stand in backticks. */
export const reservedWords: ReadonlySet<string> = new Set(
  'MATCH WHERE WITH RETURN UNWIND UNION ORDER SKIP LIMIT AND OR XOR IN AS WHEN THEN ELSE IS STARTS ENDS CONTAINS DISTINCT YIELD CREATE MERGE SET DELETE DETACH REMOVE FOREACH'.split(
    ' ',
  ),
)

/**
 * @returns those of `names` that are most like `word`, at most `limit`: at most a third of its letters wrong,
 * by the distance of Damerau (exchange of neighbours counts as one), case aside. Of two that are as near, the one that begins with
 * `word` is first. Words of one or two letters are like too many others to tell.
 */
export function similar(word: string, names: Iterable<string>, limit = 2): string[] {
  const lower = word.toLowerCase()
  const most = lower.length < 3 ? 0 : Math.max(1, Math.floor(lower.length / 3))
  const scored: [number, string][] = []
  for (const name of names) {
    const other = name.toLowerCase()
    if (Math.abs(other.length - lower.length) > most) continue
    const cost = distance(lower, other)
    if (cost <= most) scored.push([other.startsWith(lower) ? cost - 0.5 : cost, name])
  }
  return scored
    .sort((a, b) => a[0] - b[0])
    .slice(0, limit)
    .map(([, name]) => name)
}

function distance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min((previous[j] as number) + 1, (row[j - 1] as number) + 1, change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      row.push(cost)
    }
    before = previous
    previous = row
  }
  return previous[b.length] as number
}
