import type { GraphInput, Json } from '../../src/cypher/index.ts'
import { CypherError, openGraph, run, toJson } from '../../src/cypher/index.ts'
import { agrees } from '../tck/vector.ts'

export interface Answer {
  readonly rows: readonly (readonly Json[])[]
  /** Why it was refused, null where it was answered. */
  readonly error: string | null
}

/**
 * `same`; `wrong`: both answer, differently; `refused`: only the reference answers; `accepted`: only we do; `known`: that, where
 * docs/cypher.md says why; `crash`: no clean error; `slow`: one of them had not finished in time.
 */
export type Verdict = 'same' | 'wrong' | 'refused' | 'accepted' | 'known' | 'crash' | 'slow'

const LATE = /not completed within the timeout/
/** Neo4j refuses to speak of a path in WHERE after DISTINCT or an aggregation. */
const KNOWN = /In a WITH\/RETURN with DISTINCT or an aggregation/

export function answer(graph: GraphInput, query: string): Answer & { readonly crash: boolean; readonly slow: boolean } {
  try {
    const { rows } = run(openGraph(graph), query, { limits: { time: 5000, rows: 200_000 } })
    return { rows: rows.map(row => row.map(toJson)), error: null, crash: false, slow: false }
  } catch (error) {
    const clean = error instanceof CypherError
    return { rows: [], error: (error as Error).message, crash: !clean, slow: clean && error.code === 'limit' }
  }
}

export function judge(mine: ReturnType<typeof answer>, theirs: Answer, ordered: boolean): Verdict {
  if (mine.crash) return 'crash'
  if (mine.slow || LATE.test(theirs.error ?? '')) return 'slow'
  if (mine.error === null && KNOWN.test(theirs.error ?? '')) return 'known'
  if (mine.error !== null || theirs.error !== null) {
    return mine.error !== null && theirs.error !== null ? 'same' : mine.error === null ? 'accepted' : 'refused'
  }
  return agrees({ columns: null, rows: theirs.rows, ordered, listsUnordered: true }, [], mine.rows) ? 'same' : 'wrong'
}
