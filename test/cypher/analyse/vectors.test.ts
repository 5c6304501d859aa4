import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkQuery } from '../../../src/cypher/analyse/analyse.ts'

interface Vector {
  readonly query: string
  readonly expect: { readonly error?: string; readonly columns?: readonly string[] | null }
}

const folder = new URL('../../../../shared/tck/', import.meta.url)
const present = existsSync(folder)
const read = (name: string): Vector[] =>
  readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Vector)

describe.skipIf(!present)('the vectors of ../shared/tck (skipped where that folder is absent)', () => {
  const vectors = present ? [...read('tck.jsonl'), ...read('random.jsonl')] : []

  it('analyses every valid query, with its columns', () => {
    const valid = vectors.filter(vector => vector.expect.error === undefined)
    const columns = valid.map(({ query }) => checkQuery(query).query?.columns)
    expect(columns).not.toContain(undefined)
    expect(columns.map((found, i) => (valid[i]?.expect.columns ? found : null))).toEqual(
      valid.map(vector => vector.expect.columns ?? null),
    )
  })

  it('refuses every query that is to be refused before it runs', () => {
    const invalid = vectors.filter(vector => vector.expect.error?.includes('compile time'))
    expect(invalid.length).toBeGreaterThan(500)
    expect(invalid.filter(({ query }) => checkQuery(query).query !== null)).toEqual([])
  })
})
