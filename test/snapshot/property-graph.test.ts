import { describe, expect, it } from 'vitest'
import { contentHash } from '../../src/snapshot/content-hash.ts'
import { fromPropertyGraph } from '../../src/snapshot/from-property-graph.ts'
import { NODE_PROPERTIES, RELATIONSHIP_PROPERTIES, toPropertyGraph } from '../../src/snapshot/property-graph.ts'
import { altered, SAMPLE } from './sample-snapshot.ts'

const graph = toPropertyGraph(SAMPLE)
const node = (name: string) => graph.nodes.find(one => one.properties['name'] === name)

describe('toPropertyGraph', () => {
  it('gives every node one label and its properties', () => {
    expect(graph.nodes).toHaveLength(SAMPLE.graph.nodes.length)
    expect(node('呼和浩特市')).toMatchObject({
      id: '1501',
      labels: ['Place'],
      properties: {
        id: '1501',
        kind: 'prefecture',
        aliases: ['首府'],
        code: '1501',
        search: '呼和浩特市\n首府\n1501',
        articles: 2,
      },
    })
    expect(node('李一之')?.properties).not.toHaveProperty('kind')
  })

  it('keeps floats apart from integers', () => {
    expect(node('红蜂驿站 31个')?.properties).toMatchObject({
      value: { $float: '31' },
      unit: '个',
      approx: false,
      articles: 1,
    })
    expect(node('完成率 96.4%')?.properties['value']).toBe(96.4)
  })

  it('gives articles their text and relationships their evidence side by side', () => {
    const article = SAMPLE.articles.find(one => one.title?.startsWith('赛罕区'))
    expect(node('赛罕区：骑手进网格')?.properties).toMatchObject({
      text: article?.text,
      bylines: ['韩露', '沈一诺'],
      roles: ['记者', '摄影'],
    })
    const post = graph.relationships.find(one => one.type === 'AFFILIATED_WITH' && one.end !== '150123100')
    expect(post?.properties).toMatchObject({
      quotes: ['三顺店社区党支部书记李一之'],
      titles: ['书记'],
      dates: ['2024-06-01'],
      date: '2024-06-01',
      sources: 1,
      confidence: 0.9,
      rules: ['fixture'],
    })
    const runs = graph.relationships.find(
      one =>
        one.type === 'RUNS' &&
        one.start === '150105' &&
        Array.isArray(one.properties['quotes']) &&
        one.properties['quotes'].length === 2,
    )
    expect(runs?.properties).toMatchObject({ sources: 1, confidence: 0.8, dates: ['2024-05-20', '2024'] })
  })

  it('gives mentions their spans', () => {
    const mentions = graph.relationships.filter(one => one.type === 'MENTIONS')
    expect(mentions.length).toBeGreaterThan(20)
    for (const { properties } of mentions) {
      expect(properties['starts']).toHaveLength(properties['count'] as number)
    }
  })

  it('holds no null and no mixed list, which Neo4j would not store', () => {
    const values = [...graph.nodes, ...graph.relationships].flatMap(one => Object.values(one.properties))
    expect(values.length).toBeGreaterThan(500)
    for (const value of values) {
      expect(value).not.toBeNull()
      if (Array.isArray(value)) expect(new Set(value.map(item => typeof item)).size).toBeLessThan(3)
    }
  })
})

describe('fromPropertyGraph', () => {
  const { articles: _articles, graph: _graph, hash, ...head } = SAMPLE

  it('gives the snapshot back to the byte, in whatever order nodes and relationships come', () => {
    const shuffled = { nodes: [...graph.nodes].reverse(), relationships: [...graph.relationships].reverse() }
    const back = fromPropertyGraph(shuffled, head)
    expect(contentHash(back)).toBe(hash)
    expect(back).toEqual({ ...head, articles: SAMPLE.articles, graph: SAMPLE.graph })
  })

  it('keeps absent texts absent', () => {
    const bare = altered(snapshot => {
      for (const article of snapshot.articles) article.text = null
    })
    expect(contentHash(fromPropertyGraph(toPropertyGraph(bare), head))).toBe(bare.hash)
  })

  it('knows every property that there is', () => {
    const names = (all: readonly { readonly properties: object }[]): string[] => [
      ...new Set(all.flatMap(one => Object.keys(one.properties))),
    ]
    expect(names(graph.nodes).filter(name => !(NODE_PROPERTIES as readonly string[]).includes(name))).toEqual([])
    expect(
      names(graph.relationships).filter(name => !(RELATIONSHIP_PROPERTIES as readonly string[]).includes(name)),
    ).toEqual([])
  })
})
