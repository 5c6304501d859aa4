import { expect, it } from 'vitest'
import { verifySnapshot } from '../../src/snapshot/verify.ts'
import { generateSnapshot } from './generate-snapshot.ts'

it('generates snapshots that verify, with a few hubs and a long tail', () => {
  const snapshot = generateSnapshot({ entities: 500, statements: 2000, articles: 100 })
  expect(verifySnapshot(snapshot).problems).toEqual([])
  const degree = new Map<string, number>()
  for (const { source, target, attributes } of snapshot.graph.edges) {
    if (attributes.type === 'MENTIONS') continue
    for (const end of [source, target]) degree.set(end, (degree.get(end) ?? 0) + 1)
  }
  const sorted = [...degree.values()].sort((a, b) => b - a)
  expect(sorted[0]).toBeGreaterThan(10 * (sorted[Math.floor(sorted.length / 2)] ?? 0))
  expect(generateSnapshot({ entities: 500, statements: 2000, articles: 100 }).hash).toBe(snapshot.hash)
})

it('generates the same graph with one article more', () => {
  const size = { entities: 500, statements: 2000, articles: 100 }
  const [small, grown] = [generateSnapshot(size), generateSnapshot({ ...size, grown: 1 })]
  expect(verifySnapshot(grown).problems).toEqual([])
  expect(grown.articles).toHaveLength(101)
  expect(grown.articles.slice(0, 100)).toEqual(small.articles)
  const same = new Set(small.graph.edges.map(edge => JSON.stringify(edge)))
  expect(grown.graph.edges.filter(edge => !same.has(JSON.stringify(edge))).length).toBeLessThan(80)
})
