import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { digestOf, digestText, parseDigest, suspects } from '../../src/store/neo4j/digest.ts'
import { Fingerprinter, markText } from '../../src/store/neo4j/fingerprint.ts'
import { markSnapshot } from '../../src/store/neo4j/marks.ts'
import { SAMPLE_FACTS } from '../graph/sample-facts.ts'
import { altered, SAMPLE, sampleSnapshot } from '../snapshot/sample-snapshot.ts'
import { generateSnapshot } from './generate-snapshot.ts'

const fingerprint = new Fingerprinter()
const print = (value: unknown): string => {
  fingerprint.take(value)
  return markText(fingerprint.high, fingerprint.low)
}

/** The same value with the members of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, reversed(item)])
      .reverse(),
  )
}

describe('Fingerprinter', () => {
  it('tells values apart, and not orders of members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [one, other] = [JSON.stringify(sorted(a)), JSON.stringify(sorted(b))]
        expect(print(a) === print(b)).toBe(one === other)
        expect(print(reversed(a))).toBe(print(a))
      }),
      {
        examples: [
          [{}, []],
          [{ a: 1 }, [['a', 1]]],
        ],
      },
    )
  })

  it.each([
    [1, 1.5],
    [1, '1'],
    [null, 'null'],
    [true, 'true'],
    [[], {}],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [['ab'], ['a', 'b']],
    [
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ],
    [{ a: [1] }, { a: 1 }],
    ['红蜂', '蜂红'],
    [0, -1],
    [[[]], []],
  ])('%j is not %j', (a, b) => {
    expect(print(a)).not.toBe(print(b))
  })

  it('counts members that are undefined as absent', () => {
    expect(print({ a: 1, b: undefined })).toBe(print({ a: 1 }))
  })

  it('gives no mark twice in a large graph', () => {
    const snapshot = generateSnapshot({ entities: 2000, statements: 6000, articles: 200 })
    const { nodes, edges } = markSnapshot(snapshot)
    const marks = [
      ...snapshot.graph.nodes.map((_, i) => nodes.text(i)),
      ...snapshot.graph.edges.map((_, i) => edges.text(i)),
    ]
    expect(new Set(marks).size).toBe(marks.length)
  })
})

/** JSON has one zero, and members in any order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value === 'number') return value + 0
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return { members: members.map(([key, item]) => [key, sorted(item)]) }
}

describe('suspects', () => {
  const names = ({ graph }: Snapshot, found: ReturnType<typeof suspects>): string[] => [
    ...found.nodes.map(i => graph.nodes[i]?.key ?? ''),
    ...found.edges.map(i => graph.edges[i]?.key ?? ''),
  ]
  const differing = (old: Snapshot, now: Snapshot): string[] => {
    const digest = parseDigest(digestText(digestOf(markSnapshot(old))))
    return names(now, suspects(markSnapshot(now), digest!))
  }

  it('are none where nothing changed, whatever way the snapshot came', () => {
    expect(differing(SAMPLE, SAMPLE)).toEqual([])
    expect(differing(SAMPLE, reversed(SAMPLE) as Snapshot)).toEqual([])
  })

  type Draft = Parameters<Parameters<typeof altered>[0]>[0]
  const nodeChange = (change: (attributes: Draft['graph']['nodes'][number]['attributes']) => void) => {
    return ({ graph: { nodes } }: Draft): string => {
      const node = nodes[4]!
      change(node.attributes)
      return node.key
    }
  }
  const articleChange = (change: (article: Draft['articles'][number]) => void) => {
    return ({ articles }: Draft): string => {
      const article = articles[1]!
      change(article)
      return article.id
    }
  }
  const changes: readonly [string, (snapshot: Draft) => string][] = [
    ['a name', nodeChange(node => void Object.assign(node, { name: `${node.name}！` }))],
    ['a position', nodeChange(node => void Object.assign(node, { x: node.x + 0.01 }))],
    ['a text', articleChange(article => void Object.assign(article, { text: `${article.text}。` }))],
    ['a title', articleChange(article => void Object.assign(article, { title: null }))],
    [
      'a mention',
      ({ articles, graph }) => {
        const [article] = articles
        const mention = article!.mentions[0]!
        mention.end += 1
        return graph.edges.find(edge => edge.source === article!.id && edge.target === mention.node)!.key
      },
    ],
    [
      'the offset of a quote',
      ({ graph }) => {
        const edge = graph.edges.find(one => one.attributes.evidence.length > 0)!
        edge.attributes.evidence[0]!.start += 1
        return edge.key
      },
    ],
  ]
  it.each(changes)('find %s', (_, change) => {
    let key = ''
    const now = altered(snapshot => {
      key = change(snapshot)
    })
    const found = differing(SAMPLE, now)
    expect(found).toContain(key)
    expect(found.length).toBeLessThan(80)
  })

  it('find all that one more article changes, and little else', () => {
    const old = sampleSnapshot(SAMPLE_FACTS.slice(0, 5))
    const found = new Set(differing(old, SAMPLE))
    const before = new Map([...old.graph.nodes, ...old.graph.edges].map(one => [one.key, JSON.stringify(one)]))
    for (const one of [...SAMPLE.graph.nodes, ...SAMPLE.graph.edges]) {
      if (before.get(one.key) !== JSON.stringify(one)) expect(found).toContain(one.key)
    }
  })

  it('take no text for a digest that is none', () => {
    for (const text of ['', 'abc', undefined, 3, 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])
      expect(parseDigest(text)).toBeUndefined()
  })
})
