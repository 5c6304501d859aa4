import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NodeAttributes } from '../../src/graph/attributes.ts'
import { buildGraph, distinctFacts } from '../../src/graph/build-graph.ts'
import type { Facts } from '../../src/model/facts.ts'
import { factsOf, linkByName } from './facts-fixture.ts'
import { SAMPLE_FACTS } from './sample-facts.ts'

const build = (facts: readonly Facts[]) => buildGraph(facts, linkByName(facts))
const sample = build(SAMPLE_FACTS)
const byName = (name: string, type?: string): string => {
  const found = sample.graph.filterNodes((_, node) => node.name === name && (!type || node.type === type))
  expect(found).toHaveLength(1)
  return found[0] as string
}
const edgeBetween = (type: string, from: string, to: string) => {
  const found = sample.graph.directedEdges(from, to).filter(key => sample.graph.getEdgeAttribute(key, 'type') === type)
  expect(found).toHaveLength(1)
  return sample.graph.getEdgeAttributes(found[0])
}

describe('buildGraph', () => {
  it('makes one node of an entity that several articles name', () => {
    const node = sample.graph.getNodeAttributes(byName('红蜂驿站'))
    expect(node).toMatchObject({ type: 'Programme', kind: 'service', articles: 2, degree: 3 })
    expect(sample.graph.getNodeAttributes('150103')).toMatchObject({ name: '回民区', articles: 2, code: '150103' })
  })

  it('keeps namesakes apart by their anchors', () => {
    expect(sample.graph.filterNodes((_, node) => node.name === '邻里节')).toHaveLength(2)
  })

  it('folds statements of several articles into one edge and counts one vote an article', () => {
    const runs = edgeBetween('RUNS', '150103', byName('双报到'))
    expect(runs.evidence.map(one => one.quote).sort()).toEqual(['回民区持续推行双报到', '回民区还开展双报到活动'])
    expect(runs.confidence).toBe(0.98)
    expect(runs.date).toBe('2024-03-05')
    const repeated = edgeBetween('RUNS', '150105', byName('红蜂驿站', 'Programme'))
    expect(repeated.evidence).toHaveLength(2)
    expect(repeated.confidence).toBe(0.8)
    expect(repeated.date).toBe('2024')
  })

  it('stores an unordered relation with the smaller key first', () => {
    const ends = sample.graph
      .filterEdges((_, edge) => edge.type === 'WORKS_WITH')
      .map(key => sample.graph.extremities(key))
    expect(ends).toHaveLength(2)
    for (const [from, to] of ends) expect(from < to).toBe(true)
  })

  it('carries posts, figures, authors and mentions', () => {
    const post = edgeBetween('AFFILIATED_WITH', byName('李一之'), byName('三顺店社区党支部'))
    expect(post.titles).toEqual(['书记'])
    const figure = sample.graph.getNodeAttributes(byName('红蜂驿站 约40个'))
    expect(figure).toMatchObject({ measure: '红蜂驿站', value: 40, unit: '个', approx: true, date: '2024-05-20' })
    const article = byName('赛罕区：骑手进网格', 'Article')
    expect(edgeBetween('STATED_IN', byName('红蜂驿站 约40个'), article).evidence).toEqual([])
    expect(edgeBetween('WROTE', byName('沈一诺', 'Author'), article).titles).toEqual(['摄影'])
    expect(sample.graph.getNodeAttribute(byName('沈一诺', 'Author'), 'articles')).toBe(2)
    expect(edgeBetween('MENTIONS', article, '150105').count).toBe(4)
  })

  it('quotes every statement as it stands in its article', () => {
    const texts = new Map(SAMPLE_FACTS.map(({ article }) => [article.id, article.text]))
    const evidence = sample.graph.mapEdges((_, edge) => edge.evidence).flat()
    expect(evidence.length).toBeGreaterThan(20)
    for (const one of evidence) expect(texts.get(one.article)?.slice(one.start, one.end)).toBe(one.quote)
  })

  it('numbers communities from the largest on and leaves structure nodes out', () => {
    const sizes = new Map<number, number>()
    sample.graph.forEachNode((_, node: NodeAttributes) => {
      expect(node.community === -1).toBe(['Article', 'Author', 'Figure'].includes(node.type))
      if (node.community >= 0) sizes.set(node.community, (sizes.get(node.community) ?? 0) + 1)
    })
    const counted = [...sizes].sort((a, b) => a[0] - b[0])
    expect(counted.map(([number]) => number)).toEqual(counted.map((_, i) => i))
    expect(counted.map(([, size]) => size)).toEqual(counted.map(([, size]) => size).sort((a, b) => b - a))
    expect(counted[0]?.[1]).toBeGreaterThan(2)
  })

  it('places every node, no two entities on one point', () => {
    const points = sample.graph.mapNodes((_, node) => `${node.x} ${node.y}`)
    expect(points.some(point => point.includes('NaN'))).toBe(false)
    expect(new Set(points).size).toBe(points.length)
  })

  it('gives the same graph for any order of the articles', () => {
    const expected = JSON.stringify(sample.graph.export())
    const orders = fc.shuffledSubarray([...SAMPLE_FACTS], { minLength: SAMPLE_FACTS.length })
    fc.assert(
      fc.property(orders, facts => JSON.stringify(build(facts).graph.export()) === expected),
      { numRuns: 5 },
    )
  })

  it('keeps the places of an earlier snapshot and moves only what is new', () => {
    const old = build(SAMPLE_FACTS.slice(0, 4)).graph
    const positions = new Map(old.mapNodes((key, { x, y }) => [key, { x, y }]))
    const grown = buildGraph(SAMPLE_FACTS, linkByName(SAMPLE_FACTS), { positions })
    const kept = old.filterNodes((_, node) => node.type !== 'Figure' && node.type !== 'Author')
    expect(kept.length).toBeGreaterThan(15)
    for (const key of kept) {
      const { x, y } = grown.graph.getNodeAttributes(key)
      expect({ x, y }).toEqual(positions.get(key))
    }
    expect(grown.layout.algorithm).toBe('forceatlas2, warm start')
  })
})

describe('what is left out', () => {
  it('counts an article that stands in two sources once and says so', () => {
    const [first] = SAMPLE_FACTS as [Facts]
    const copy: Facts = { ...first, article: { ...first.article, source: 'pages/z.txt', index: 9 } }
    const twice = build([copy, ...SAMPLE_FACTS])
    expect(JSON.stringify(twice.graph.export())).toBe(JSON.stringify(sample.graph.export()))
    expect(twice.report).toEqual([
      {
        source: 'pages/z.txt',
        place: 'article 9',
        reason: 'the same article stands in another source',
        remedy: 'nothing: it counts once',
      },
    ])
    expect(distinctFacts([copy, first]).kept).toEqual([first])
  })

  it('drops a relation whose ends are one node and reports it', () => {
    const facts = factsOf({
      source: 'x.txt',
      index: 1,
      title: 'x',
      date: null,
      text: '阳光社区位于阳光里社区。',
      entities: [
        ['Place', 'village', '阳光社区', { code: '150104001001' }],
        ['Place', 'village', '阳光里社区', { code: '150104001001' }],
      ],
      relations: [['LOCATED_IN', '阳光社区', '阳光里社区', '阳光社区位于阳光里社区']],
    })
    const { graph, report } = build([facts])
    expect(graph.filterEdges((_, edge) => edge.type === 'LOCATED_IN')).toEqual([])
    expect(report).toHaveLength(1)
    expect(report[0]?.place).toBe('article 1, 0–11')
  })

  it('refuses entities that were not linked', () => {
    expect(() => buildGraph(SAMPLE_FACTS, linkByName([]))).toThrow(RangeError)
  })

  it('makes an empty graph of no articles', () => {
    expect(build([]).graph.order).toBe(0)
  })
})
