import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { verifySnapshot } from '../../src/snapshot/verify.ts'
import { altered, type Mutable, SAMPLE } from './sample-snapshot.ts'

const edgeWithEvidence = (snapshot: Mutable<Snapshot>) => {
  const edge = snapshot.graph.edges.find(one => one.attributes.type === 'RUNS')
  if (!edge?.attributes.evidence[0]) throw new Error('no such edge')
  return { edge, evidence: edge.attributes.evidence[0] }
}

describe('verifySnapshot', () => {
  it('finds nothing wrong with a snapshot as built, and says how much it looked at', () => {
    const { checked, problems } = verifySnapshot(SAMPLE)
    expect(problems).toEqual([])
    expect(checked).toEqual({
      articles: 6,
      nodes: SAMPLE.graph.nodes.length,
      edges: SAMPLE.graph.edges.length,
      spans: expect.any(Number),
    })
    expect(checked.spans).toBeGreaterThan(60)
  })

  it('takes a snapshot without texts', () => {
    const bare = altered(snapshot =>
      snapshot.articles.forEach(article => {
        article.text = null
      }),
    )
    expect(verifySnapshot(bare).problems).toEqual([])
  })

  const cases: readonly [string, (snapshot: Mutable<Snapshot>) => void, RegExp][] = [
    ['a moved span', s => void edgeWithEvidence(s).evidence.start++, /differ in length/],
    [
      'another quote',
      s => {
        edgeWithEvidence(s).evidence.quote = edgeWithEvidence(s).evidence.quote.replace(/^./u, '某')
      },
      /does not say/,
    ],
    [
      'evidence from nowhere',
      s => {
        edgeWithEvidence(s).evidence.article = 'a-none'
      },
      /not in the snapshot/,
    ],
    [
      'a dangling end',
      s => {
        edgeWithEvidence(s).edge.target = 'nowhere'
      },
      /ends at nowhere/,
    ],
    [
      'a relation of wrong ends',
      s => {
        edgeWithEvidence(s).edge.attributes.type = 'PART_OF'
      },
      /PART_OF cannot lead from/,
    ],
    [
      'a boast',
      s => {
        edgeWithEvidence(s).edge.attributes.confidence = 1
      },
      /states confidence 1/,
    ],
    ['a doubled node', s => void s.graph.nodes.splice(0, 0, structuredClone(s.graph.nodes[0]!)), /stands twice/],
    ['a doubled edge', s => void s.graph.edges.splice(0, 0, structuredClone(s.graph.edges[0]!)), /stands twice/],
    ['nodes out of order', s => void s.graph.nodes.reverse(), /out of order/],
    [
      'a wrong kind',
      s => {
        s.graph.nodes.find(n => n.key === '150103')!.attributes.kind = 'policy'
      },
      /cannot be of kind policy/,
    ],
    [
      'an altered text',
      s => {
        s.articles[0]!.text += '。'
      },
      /its text does not have the hash/,
    ],
    [
      'a mention of nothing',
      s => {
        s.articles[0]!.mentions[0]!.node = 'x'
      },
      /mentions x/,
    ],
    [
      'a mention beyond the text',
      s => {
        s.articles[0]!.mentions[0]!.end = 99999
      },
      /lies outside/,
    ],
    [
      'an article without node',
      s => {
        s.articles[0]!.id = 'a-0'
      },
      /has no node/,
    ],
    [
      'a degree below zero',
      s => {
        s.graph.nodes[0]!.attributes.degree = -1
      },
      /Too small/,
    ],
  ]
  it.each(cases)('finds %s', (_, change, message) => {
    const { problems } = verifySnapshot(altered(change))
    expect(problems.map(problem => problem.what).join('\n')).toMatch(message)
  })

  it('finds a hash that does not fit', () => {
    const { problems } = verifySnapshot({ ...SAMPLE, title: '别的' })
    expect(problems.map(problem => problem.where)).toEqual(['hash'])
  })
})
