import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgeKey } from '../../src/graph/keys.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { packSnapshot } from '../../src/snapshot/pack.ts'
import { keyOf } from '../../src/snapshot/packed.ts'
import { pageData, readPageData } from '../../src/snapshot/page-data.ts'
import { readSnapshot } from '../../src/snapshot/read.ts'
import { shortSha256 } from '../../src/snapshot/sha256.ts'
import { snapshotText } from '../../src/snapshot/write.ts'
import { hostileSnapshot } from '../export/hostile.ts'
import { generateSnapshot } from '../store/generate-snapshot.ts'
import { altered, type Mutable, SAMPLE } from './sample-snapshot.ts'

const PINYIN = { '150103': 'hui/kuai min qu' }
const back = (snapshot: Snapshot) => readPageData(pageData(snapshot, PINYIN))
const textBack = (snapshot: Snapshot) => snapshotText(back(snapshot).snapshot as Snapshot)
const isPacked = (snapshot: Snapshot) => packSnapshot(snapshot, PINYIN) !== null
const GENERATED = generateSnapshot({ entities: 60, statements: 150, articles: 12 })

describe('the data of a page', () => {
  it.each([
    ['the sample', SAMPLE],
    ['names that try to be code', hostileSnapshot()],
    ['a graph at random', GENERATED],
    [
      'a snapshot without texts',
      altered(snapshot => {
        for (const article of snapshot.articles) article.text = null
      }),
    ],
    [
      'nothing',
      altered(snapshot =>
        Object.assign(snapshot, { articles: [], graph: { ...snapshot.graph, nodes: [], edges: [] } }),
      ),
    ],
  ])('gives back %s to the letter, packed', (_, snapshot) => {
    expect(isPacked(snapshot)).toBe(true)
    expect(textBack(snapshot)).toBe(snapshotText(snapshot))
  })

  it('gives back snapshots of every version', async () => {
    for (const file of readdirSync('test/snapshot/old')) {
      const snapshot = await readSnapshot(`test/snapshot/old/${file}`)
      expect([isPacked(snapshot), textBack(snapshot)]).toEqual([true, snapshotText(snapshot)])
    }
  })

  it('keeps how names sound', () => {
    expect(back(SAMPLE).pinyin).toEqual(PINYIN)
  })

  it('holds no quote that stands in an article, and no edge that an article gives', () => {
    const { evidence, edges, mentions } = packSnapshot(GENERATED, {}) ?? {}
    expect(evidence?.quote.length).toBeGreaterThan(140)
    expect(evidence?.quote.filter(quote => typeof quote === 'string')).toEqual([])
    expect([mentions, edges?.type.includes('MENTIONS'), edges?.key]).toEqual([true, false, {}])
    const { snapshot, telling } = back(GENERATED)
    const { edges: all } = (snapshot as Snapshot).graph
    expect(telling).toEqual(all.filter(edge => edge.attributes.type !== 'MENTIONS'))
    expect(structuredClone(snapshot)).toEqual(GENERATED)
  })

  it('goes as it is where packing would lose something', () => {
    const later = { ...SAMPLE, version: '1.99' }
    const loose = altered(snapshot => {
      snapshot.graph.edges[0]!.target = 'nowhere'
    })
    for (const snapshot of [later, loose]) {
      expect([isPacked(snapshot), textBack(snapshot)]).toEqual([false, snapshotText(snapshot)])
    }
  })

  it('is the same again whatever is odd about a snapshot', () => {
    const at = fc.nat()
    const odd = fc.record({
      kind: fc.constantFrom(...Object.keys(ODD)) as fc.Arbitrary<keyof typeof ODD>,
      at,
      text: fc.string({ unit: 'binary', maxLength: 8 }),
    })
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1, maxLength: 5 }), list => {
        const snapshot = altered(copy => {
          for (const { kind, at, text } of list) ODD[kind](copy, at, text)
        }, GENERATED)
        expect(textBack(snapshot)).toBe(snapshotText(snapshot))
      }),
      { numRuns: 60 },
    )
  })

  it('is refused where columns are cut off, and never unpacks without end', () => {
    const whole = JSON.parse(pageData(GENERATED, {})) as Record<'edges' | 'evidence', Record<string, unknown[]>>
    for (const part of ['edges', 'evidence'] as const) {
      for (const [name, column] of Object.entries(whole[part])) {
        if (!Array.isArray(column) || name === 'type' || name === 'edge') continue
        const cut = { ...whole, [part]: { ...whole[part], [name]: column.slice(0, -1) } }
        expect(() => readPageData(JSON.stringify(cut)), `${part}.${name}`).toThrow(RangeError)
      }
    }
    const far = { ...whole, evidence: { ...whole.evidence, edge: whole.evidence['edge']?.map(() => 1e12) } }
    expect(() => readPageData(JSON.stringify(far))).toThrow(RangeError)
  })
})

/** Ways in which a snapshot may be other than the builder makes it. */
const ODD = {
  key: ({ graph }: Mutable<Snapshot>, at: number, text: string) => {
    graph.edges[at % graph.edges.length]!.key = `x:${text}`
  },
  count: ({ graph }: Mutable<Snapshot>, at: number) => {
    graph.edges[at % graph.edges.length]!.attributes.count = at
  },
  titles: ({ graph }: Mutable<Snapshot>, at: number, text: string) => {
    graph.edges[at % graph.edges.length]!.attributes.titles = text ? [text] : []
  },
  date: ({ graph }: Mutable<Snapshot>, at: number, text: string) => {
    graph.edges[at % graph.edges.length]!.attributes.date = text
  },
  confidence: ({ graph }: Mutable<Snapshot>, at: number) => {
    graph.edges[at % graph.edges.length]!.attributes.confidence = 1 / (at + 1)
  },
  order: ({ graph }: Mutable<Snapshot>, at: number) => {
    graph.edges.push(...graph.edges.splice(at % graph.edges.length, 1))
  },
  gone: ({ graph }: Mutable<Snapshot>, at: number) => {
    graph.edges.splice(at % graph.edges.length, 1)
  },
  twice: ({ graph }: Mutable<Snapshot>, at: number) => {
    graph.edges.splice(at % graph.edges.length, 0, structuredClone(graph.edges[(at * 7) % graph.edges.length]!))
  },
  name: ({ graph }: Mutable<Snapshot>, at: number, text: string) => {
    graph.nodes[at % graph.nodes.length]!.attributes.name = text
  },
  text: ({ articles }: Mutable<Snapshot>, at: number, text: string) => {
    articles[at % articles.length]!.text = text || null
  },
  mention: ({ articles }: Mutable<Snapshot>, at: number) => {
    const { mentions } = articles[at % articles.length]!
    mentions.unshift({ ...mentions[at % mentions.length]!, end: at })
  },
  undated: ({ articles }: Mutable<Snapshot>, at: number) => {
    articles[at % articles.length]!.date = null
  },
  evidence: ({ graph }: Mutable<Snapshot>, at: number, text: string) => {
    const told = graph.edges.filter(edge => edge.attributes.evidence.length > 0)
    const one = told[at % told.length]!.attributes.evidence[0]!
    if (at % 3 === 0) one.quote = text
    else if (at % 3 === 1) one.end += at
    else delete (one as { date?: string }).date
    if (text) one.title = text
  },
}

describe('keys without Node', () => {
  it('are the first 64 bits of SHA-256 of any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    )
    fc.assert(
      fc.property(text, said => {
        const digest = createHash('sha256').update(said, 'utf8').digest()
        expect(shortSha256(said)).toBe(digest.readBigUInt64BE(0).toString(36).padStart(13, '0'))
      }),
      { numRuns: 500 },
    )
  })

  it('are those of the graph', () => {
    const part = fc.string({ unit: 'grapheme' })
    fc.assert(fc.property(part, part, part, (...parts) => keyOf(...parts) === edgeKey(...parts)))
  })
})
