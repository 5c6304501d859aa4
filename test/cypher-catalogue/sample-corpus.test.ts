import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFacts } from '../../src/page-facts.ts'
import { assembleSnapshot } from '../../src/pipeline.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { verifySnapshot } from '../../src/snapshot/verify.ts'
import { loadCatalogue } from '../../src/store/catalogue.ts'
import { type EmbeddedStore, openEmbedded } from '../../src/store/embedded-store.ts'
import { queryParams } from '../../src/store/params.ts'

const PAGES = new URL('../../seeds/pages/', import.meta.url)

/** Questions that the sample corpus, small as it is, need not be able to answer with its defaults. */
const MAY_BE_EMPTY = ['components', 'namesakes', 'silent-places', 'spread', 'unlocated', 'weak-facts']

describe('the catalogue on the sample corpus', () => {
  const catalogue = loadCatalogue()
  let snapshot: Snapshot
  let store: EmbeddedStore
  beforeAll(async () => {
    const files = readdirSync(PAGES).filter(file => file.endsWith('.txt'))
    const facts = files.flatMap(file => readFacts(file, readFileSync(new URL(file, PAGES))).facts)
    snapshot = assembleSnapshot(facts, { generator: 'mailuo test' })
    store = await openEmbedded(snapshot)
  })

  it('has a snapshot that verifies', () => {
    expect(verifySnapshot(snapshot).problems).toEqual([])
  })

  it.each(catalogue.map(query => [query.name, query] as const))(
    '%s answers, and quotes what the articles say',
    async (name, query) => {
      const { columns, rows } = await store.run(query.cypher, queryParams(query, {}))
      if (!MAY_BE_EMPTY.includes(name)) expect(rows.length).toBeGreaterThan(0)
      const at = columns.indexOf('quote')
      for (const row of at < 0 ? [] : rows) {
        expect(snapshot.articles.some(article => article.text?.includes(String(row[at])))).toBe(true)
      }
    },
  )

  it('finds what the corpus was written to show', async () => {
    const ask = async (name: string, params = {}) => {
      const query = catalogue.find(one => one.name === name)!
      return (await store.run(query.cypher, queryParams(query, params))).rows
    }
    const shared = await ask('shared-programmes')
    expect(shared.find(([programme]) => programme === '红蜂驿站')?.[3]).toEqual(
      expect.arrayContaining(['回民区', '赛罕区']),
    )
    const both = await ask('side-by-side')
    expect(both.find(([programme]) => programme === '红蜂驿站')?.slice(2, 4)).toEqual([true, true])
  })
})
