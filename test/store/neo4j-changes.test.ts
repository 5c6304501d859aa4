import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { linesOf } from '../../src/snapshot/lines/snapshot-lines.ts'
import { allPlaces, changedSince, sourceDigest } from '../../src/store/neo4j/changes.ts'
import { difference, digestOf, digestText, folded, parseDigest } from '../../src/store/neo4j/digest.ts'
import { loadRows } from '../../src/store/neo4j/rows.ts'
import { LoadSource } from '../../src/store/neo4j/source.ts'
import { SAMPLE_FACTS } from '../graph/sample-facts.ts'
import { altered, SAMPLE, sampleSnapshot } from '../snapshot/sample-snapshot.ts'
import { generateSnapshot } from './generate-snapshot.ts'

const sourceOf = (snapshot: Snapshot): LoadSource => new LoadSource(linesOf(snapshot))

describe('difference', () => {
  // Fingerprints are hashes: small numbers are no likelier than others.
  const word = fc.noBias(fc.integer({ min: 0, max: 0xffff_ffff }))
  const prints = fc.uniqueArray(fc.tuple(word, word), { maxLength: 400, selector: ([, low]) => low })
  const digest = (pairs: readonly (readonly [number, number])[]) =>
    folded(digestOf([{ high: pairs.map(([high]) => high), low: pairs.map(([, low]) => low) }]), 1024)

  it('gives back what one has and the other has not, however much they share', () => {
    fc.assert(
      fc.property(prints, fc.nat(200), fc.nat(200), (all, before, behind) => {
        const [now, old] = [all.slice(before), all.slice(0, all.length - behind)]
        const isOld = new Set(old.map(([, low]) => low))
        const fresh = now.flatMap(([, low]) => (isOld.has(low) ? [] : [low]))
        expect([...(difference(digest(now), digest(old)) ?? [])].sort()).toEqual(fresh.sort())
      }),
    )
  })

  it('says so where it is too much to tell', () => {
    const many = Array.from({ length: 3000 }, (_, i) => [Math.imul(i + 1, 0x9e3779b1) >>> 0, i] as const)
    expect(difference(digest(many), digest([]))).toBeUndefined()
    expect(difference(digest(many), digest(many))?.size).toBe(0)
  })

  it('comes to an end where a sum is taken for a fingerprint that it is not', () => {
    // Cell 0 holds both, and their sum has the check sum of a fingerprint, which lies in other cells.
    const both = [
      [58, 22],
      [46, 0],
    ] as const
    expect(difference(digest(both), digest([]))).toBeUndefined()
  })

  it('takes no text for a digest that is none', () => {
    for (const text of ['', 'abc', undefined, 3, 'A'.repeat(28)]) expect(parseDigest(text)).toBeUndefined()
  })
})

describe('changedSince', () => {
  const differing = (old: Snapshot, now: Snapshot): string[] => {
    const source = sourceOf(now)
    const places = changedSince(source, parseDigest(digestText(sourceDigest(sourceOf(old))))!)!
    const { nodes, relationships } = loadRows(source, places)
    return [...nodes, ...relationships].map(row => row.id)
  }

  it('finds nothing where nothing changed', () => {
    expect(differing(SAMPLE, SAMPLE)).toEqual([])
  })

  type Draft = Parameters<Parameters<typeof altered>[0]>[0]
  const nodeChange = (change: (attributes: Draft['graph']['nodes'][number]['attributes']) => void) => {
    return ({ graph: { nodes } }: Draft): string[] => {
      const node = nodes[4]!
      change(node.attributes)
      return [node.key]
    }
  }
  const articleChange = (change: (article: Draft['articles'][number]) => void) => {
    return ({ articles, graph }: Draft): string[] => {
      const article = articles[1]!
      change(article)
      const mentions = graph.edges.filter(
        ({ source, attributes }) => source === article.id && attributes.type === 'MENTIONS',
      )
      return [article.id, ...mentions.map(edge => edge.key)]
    }
  }
  const changes: readonly [string, (snapshot: Draft) => string[]][] = [
    ['a name', nodeChange(node => void Object.assign(node, { name: `${node.name}！` }))],
    ['a position', nodeChange(node => void Object.assign(node, { x: node.x + 0.01 }))],
    ['a text', articleChange(article => void Object.assign(article, { text: `${article.text}。` }))],
    ['a title', articleChange(article => void Object.assign(article, { title: null }))],
    ['a mention', articleChange(article => void Object.assign(article.mentions[0]!, { end: 40 }))],
    [
      'the offset of a quote',
      ({ graph }) => {
        const edge = graph.edges.find(one => one.attributes.evidence.length > 0)!
        edge.attributes.evidence[0]!.start += 1
        return [edge.key]
      },
    ],
  ]
  it.each(changes)('finds %s, with what holds a part of it, and nothing else', (_, change) => {
    let keys: string[] = []
    const now = altered(snapshot => {
      keys = change(snapshot)
    })
    expect(differing(SAMPLE, now).sort()).toEqual(keys.sort())
  })

  it('finds the article whose facts changed, also where some are gone', () => {
    const facts = SAMPLE.articles.map(({ id, source, index }) => {
      return { id, source, index, entities: [], relations: [], figures: [] }
    })
    const whole = altered(snapshot => void Object.assign(snapshot, { facts }))
    const without = altered(snapshot => void Object.assign(snapshot, { facts: facts.slice(1) }))
    expect(differing(whole, without)).toContain(facts[0]!.id)
    expect(differing(without, whole)).toContain(facts[0]!.id)
    expect(differing(without, whole)).not.toContain(facts[1]!.id)
  })

  it('finds all that one more article changes', () => {
    const old = sampleSnapshot(SAMPLE_FACTS.slice(0, 5))
    const found = new Set(differing(old, SAMPLE))
    const before = new Map([...old.graph.nodes, ...old.graph.edges].map(one => [one.key, JSON.stringify(one)]))
    for (const one of [...SAMPLE.graph.nodes, ...SAMPLE.graph.edges]) {
      if (before.get(one.key) !== JSON.stringify(one)) expect(found).toContain(one.key)
    }
  })

  it('gives up where the order of the snapshot is not to be relied upon', () => {
    const backwards = altered(snapshot => {
      snapshot.graph.edges.reverse()
      snapshot.articles[0]!.title = '改'
    })
    expect(changedSince(sourceOf(backwards), sourceDigest(sourceOf(SAMPLE)))).toBeUndefined()
  })
})

describe('marks', () => {
  it('stand for one content each in a large graph', () => {
    const source = sourceOf(generateSnapshot({ entities: 2000, statements: 6000, articles: 200 }))
    const { nodes, relationships } = loadRows(source, allPlaces(source))
    const marks = [...nodes, ...relationships].map(row => row.mark)
    expect(new Set(marks).size).toBe(marks.length)
  })
})
