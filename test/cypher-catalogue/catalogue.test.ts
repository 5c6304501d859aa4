import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/store/catalogue.ts'
import { openEmbedded } from '../../src/store/embedded-store.ts'
import { queryParams } from '../../src/store/params.ts'
import { SAMPLE } from '../snapshot/sample-snapshot.ts'
import { EXPECTED } from './expected.ts'

const catalogue = loadCatalogue()

describe('the catalogue', () => {
  it('has at least 24 queries, each with expected rows', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(24)
    expect([...new Set(EXPECTED.map(one => one.query))].sort()).toEqual(catalogue.map(query => query.name).sort())
  })

  it.each(EXPECTED)('$query $params', async ({ query: name, params = {}, rows }) => {
    const query = catalogue.find(one => one.name === name)!
    const store = await openEmbedded(SAMPLE)
    const answer = await store.run(query.cypher, queryParams(query, params))
    expect(answer.columns).toEqual(query.columns.map(column => column.name))
    expect(answer.rows).toEqual(rows)
  })

  it.each(catalogue.map(query => [query.name, query] as const))(
    '%s runs on its defaults and orders its rows',
    async (_, query) => {
      const store = await openEmbedded(SAMPLE)
      await store.run(query.cypher, queryParams(query, {}))
      expect(query.cypher).toMatch(/\nORDER BY /)
      expect(await store.explain(query.cypher)).not.toBe('')
    },
  )

  it('says everything in Chinese and in English', () => {
    for (const { zh, en, explanation, params, columns } of catalogue) {
      const chinese = [zh, explanation, ...params.map(param => param.zh), ...columns.map(column => column.zh)]
      for (const text of chinese) expect(text).toMatch(/\p{Script=Han}/u)
      for (const text of [en, ...params.map(param => param.en)]) expect(text).toMatch(/^[\x20-\x7e]+$/)
    }
  })
})
