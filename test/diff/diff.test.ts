import { describe, expect, it } from 'vitest'
import { diffSnapshots, isChanged } from '../../src/diff/diff.ts'
import { DIFF_FORMATS, printDiff } from '../../src/diff/print.ts'
import { assembleSnapshot } from '../../src/pipeline.ts'
import { hostileSnapshot } from '../export/hostile.ts'
import { SAMPLE_FACTS } from '../graph/sample-facts.ts'
import { altered, SAMPLE } from '../snapshot/sample-snapshot.ts'

const META = { generator: 'mailuo test' }
const whole = assembleSnapshot(SAMPLE_FACTS, META)
const fewer = assembleSnapshot(SAMPLE_FACTS.slice(1), META)

const renamed = altered(snapshot => {
  const node = snapshot.graph.nodes.find(one => one.key === '150103')
  if (node) Object.assign(node.attributes, { name: '回民区（市辖）', x: 1, y: 2 })
})

describe('diffSnapshots', () => {
  it('finds nothing between a snapshot and itself, nor where only places moved', () => {
    expect(isChanged(diffSnapshots(SAMPLE, SAMPLE))).toBe(false)
    const moved = altered(snapshot => {
      for (const node of snapshot.graph.nodes) node.attributes.x += 1
    })
    const diff = diffSnapshots(SAMPLE, moved)
    expect([isChanged(diff), diff.moved]).toEqual([false, SAMPLE.graph.nodes.length])
  })

  it('tells a rename from another node, by id', () => {
    const { nodes } = diffSnapshots(SAMPLE, renamed)
    expect([nodes.added, nodes.removed]).toEqual([[], []])
    expect(nodes.changed.map(({ changes }) => changes)).toEqual([
      [{ member: 'name', before: '回民区', after: '回民区（市辖）' }],
    ])
  })

  it('gives the evidence that came, and the same the other way round as what went', () => {
    const there = diffSnapshots(fewer, whole)
    const back = diffSnapshots(whole, fewer)
    expect(there.articles.added).toEqual([SAMPLE_FACTS[0]?.article.id])
    expect(back.articles.removed).toEqual(there.articles.added)
    expect(back.nodes.removed.map(node => node.key)).toEqual(there.nodes.added.map(node => node.key))
    expect(back.edges.removed.map(edge => edge.key)).toEqual(there.edges.added.map(edge => edge.key))
    const came = there.edges.changed.flatMap(edge => edge.came)
    expect(came.map(one => one.article)).toEqual(came.map(() => SAMPLE_FACTS[0]?.article.id))
    expect(back.edges.changed.flatMap(edge => edge.went)).toEqual(came)
    expect(there.edges.added.length).toBeGreaterThan(2)
  })
})

describe('printDiff', () => {
  it('quotes what came in every format', () => {
    for (const format of DIFF_FORMATS) expect(printDiff(fewer, whole, format)).toContain('沿街设立31个')
    const { changed, edges } = JSON.parse(printDiff(fewer, whole, 'json')) as { changed: boolean; edges: { added: [] } }
    expect([changed, edges.added.length]).toEqual([true, diffSnapshots(fewer, whole).edges.added.length])
  })

  it('lets no name become markup or move the cursor', () => {
    const hostile = hostileSnapshot()
    const html = printDiff(SAMPLE, hostile, 'html')
    expect(html).not.toMatch(/<script|<img|<!--/)
    expect(html).toContain('&lt;/script&gt;')
    expect(printDiff(SAMPLE, hostile, 'text')).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u)
    expect(printDiff(SAMPLE, hostile, 'md')).not.toMatch(/<script|[^\\]\]\(javascript/)
  })
})
