import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { selectSnapshot } from '../../src/snapshot/select.ts'
import { verifySnapshot } from '../../src/snapshot/verify.ts'
import { openEmbedded } from '../../src/store/embedded-store.ts'
import { selectByQuery } from '../../src/store/select-by-query.ts'
import { SAMPLE } from './sample-snapshot.ts'

const names = (part: typeof SAMPLE, type: string): string[] =>
  part.graph.nodes.filter(node => node.attributes.type === type).map(node => node.attributes.name)

describe('selectSnapshot', () => {
  it('gives a snapshot that verifies, whatever is wanted', () => {
    const nodes = fc.subarray(SAMPLE.graph.nodes.map(node => node.key))
    const edges = fc.oneof(
      fc.constant([]),
      fc.subarray(
        SAMPLE.graph.edges.map(edge => edge.key),
        { maxLength: 4 },
      ),
    )
    fc.assert(
      fc.property(nodes, edges, (some, few) => {
        const part = selectSnapshot(SAMPLE, { nodes: new Set(some), edges: new Set(few) }, 'part')
        expect(verifySnapshot(part).problems).toEqual([])
        const kept = new Set(part.graph.nodes.map(node => node.key))
        for (const key of some) expect(kept.has(key)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('gives all of it back where all is wanted', () => {
    const all = new Set(SAMPLE.graph.nodes.map(node => node.key))
    const part = selectSnapshot(SAMPLE, { nodes: all, edges: new Set() }, SAMPLE.scope)
    expect(part).toEqual(SAMPLE)
  })
})

describe('selectByQuery', () => {
  it('takes what a query returns: the articles that say so come along', async () => {
    const store = await openEmbedded(SAMPLE)
    const wanted = await selectByQuery(store, "MATCH p = (:Place {name: '赛罕区'})-[:RUNS]->(:Programme) RETURN p")
    const part = selectSnapshot(SAMPLE, wanted, '赛罕区')
    expect(verifySnapshot(part).problems).toEqual([])
    expect(names(part, 'Place')).toEqual(['赛罕区'])
    expect(names(part, 'Programme').sort()).toEqual(['双报到', '红蜂驿站'])
    expect(names(part, 'Article')).toEqual(['赛罕区：骑手进网格'])
    expect(names(part, 'Author').sort()).toEqual(['沈一诺', '韩露'])
    const place = part.graph.nodes.find(node => node.key === '150105')
    expect(place?.attributes).toMatchObject({ degree: 2, articles: 1 })
  })

  it('finds nodes in lists and maps, and says when there are none', async () => {
    const store = await openEmbedded(SAMPLE)
    const listed = await selectByQuery(store, "MATCH (n {name: '王敏'})-[r]->() RETURN [{a: n}] AS x, collect(r) AS y")
    expect([listed.nodes.size, listed.edges.size]).toEqual([1, 1])
    await expect(selectByQuery(store, 'MATCH (n) RETURN n.name')).rejects.toThrow('names no part of the graph')
  })
})
