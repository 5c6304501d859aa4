import { MultiDirectedGraph, MultiGraph } from 'graphology'
import gexfModule from 'graphology-gexf'
import graphmlModule from 'graphology-graphml'
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { SAMPLE } from '../snapshot/sample-snapshot.ts'
import { readWith, textOf, whyNot, written } from './foreign.ts'
import { asWritten, hostileSnapshot } from './hostile.ts'

/** CommonJS: what arrives is the module itself. */
interface GraphParser {
  readonly parse: (kind: typeof MultiDirectedGraph, text: string) => MultiDirectedGraph
}
const gexf = gexfModule as unknown as GraphParser
const graphml = graphmlModule as unknown as GraphParser

const isEntity = ({ attributes }: { attributes: { type: string } }) =>
  ['Place', 'Organisation', 'Programme', 'Person'].includes(attributes.type)
const entitiesOf = ({ graph }: Snapshot) => graph.nodes.filter(isEntity)
function relationsOf(snapshot: Snapshot) {
  const keys = new Set(entitiesOf(snapshot).map(node => node.key))
  return snapshot.graph.edges.filter(edge => keys.has(edge.source) && keys.has(edge.target))
}
const HOSTILE = hostileSnapshot()
const BOTH = [
  ['the sample', SAMPLE],
  ['a hostile snapshot', HOSTILE],
] as const
const namesOf = (snapshot: Snapshot) => entitiesOf(snapshot).map(node => asWritten(node.attributes.name))
const ends = (edges: readonly { source: string; target: string }[]) => edges.map(e => `${e.source} ${e.target}`).sort()

describe.each(BOTH)('readers of graphology take %s', (_, snapshot) => {
  it('as GEXF: every node with name, place and colour, every edge with its ends', () => {
    const graph = gexf.parse(MultiGraph as unknown as typeof MultiDirectedGraph, textOf(snapshot, 'gexf'))
    expect(graph.mapNodes((_key, { label }) => label as string).sort()).toEqual(namesOf(snapshot).sort())
    for (const { key, attributes } of entitiesOf(snapshot)) {
      expect(graph.getNodeAttributes(key)).toMatchObject({
        x: attributes.x,
        y: attributes.y,
        degree: attributes.degree,
      })
    }
    expect(ends(graph.mapEdges((_key, _a, source, target) => ({ source, target })))).toEqual(
      ends(relationsOf(snapshot)),
    )
  })

  it('as GraphML: the same, and the confidence of every edge', () => {
    const graph = graphml.parse(MultiDirectedGraph, textOf(snapshot, 'graphml'))
    expect(graph.mapNodes((_key, { label }) => label as string).sort()).toEqual(namesOf(snapshot).sort())
    for (const { key, attributes } of relationsOf(snapshot)) {
      expect(graph.getEdgeAttribute(key, 'confidence')).toBe(attributes.confidence)
    }
    expect(graph.size).toBe(relationsOf(snapshot).length)
  })

  it('as JSON: the whole graph, evidence and all', () => {
    const graph = new MultiDirectedGraph()
    graph.import(JSON.parse(textOf(snapshot, 'json')))
    expect(graph.getAttribute('hash')).toBe(snapshot.hash)
    for (const { key, attributes } of snapshot.graph.nodes) expect(graph.getNodeAttributes(key)).toEqual(attributes)
    for (const { key, attributes } of snapshot.graph.edges) expect(graph.getEdgeAttributes(key)).toEqual(attributes)
  })

  it('as Turtle, read by N3.js: every relation plainly and as a statement', () => {
    const quads = new Parser({ format: 'text/turtle' }).parse(textOf(snapshot, 'turtle'))
    const statements = quads.filter(quad => quad.object.value.endsWith('#Statement'))
    const factual = snapshot.graph.edges.filter(edge => edge.attributes.evidence.length > 0)
    expect(statements).toHaveLength(factual.length)
    const plain = new Set(quads.map(quad => `${quad.subject.value} ${quad.object.value}`))
    for (const { source, target } of factual) expect(plain).toContain(`urn:mailuo:${source} urn:mailuo:${target}`)
    const labels = new Set(quads.filter(quad => quad.predicate.value.endsWith('#prefLabel')).map(q => q.object.value))
    for (const name of namesOf(snapshot)) expect(labels).toContain(name)
  })
})

interface Network {
  readonly directed: boolean
  readonly nodes: Record<string, { label: string; nodetype: string; x?: number; viz?: object; start?: string }>
  readonly edges: readonly [string, string, { confidence: number; relation: string; quotes: string; start?: string }][]
}

const noNetworkx = whyNot('networkx')
describe.skipIf(noNetworkx)(`NetworkX${noNetworkx}`, () => {
  it.each(BOTH)('reads %s as GEXF, with dates', (_, snapshot) => {
    const [path = ''] = written(snapshot, 'gexf').values()
    const graph = readWith<Network>('gexf', path)
    expect(graph.directed).toBe(true)
    const labels = Object.fromEntries(Object.entries(graph.nodes).map(([key, { label }]) => [key, label]))
    expect(labels).toEqual(Object.fromEntries(entitiesOf(snapshot).map(n => [n.key, asWritten(n.attributes.name)])))
    expect(ends(graph.edges.map(([source, target]) => ({ source, target })))).toEqual(ends(relationsOf(snapshot)))
    const dated = relationsOf(snapshot).filter(edge => edge.attributes.date !== undefined)
    expect(graph.edges.filter(([, , { start }]) => /^\d{4}-\d{2}-\d{2}$/.test(start ?? ''))).toHaveLength(dated.length)
    expect(dated.length).toBeGreaterThan(3)
  })

  it.each(BOTH)('reads %s as GraphML, with the quotes', (_, snapshot) => {
    const [path = ''] = written(snapshot, 'graphml').values()
    const graph = readWith<Network>('graphml', path)
    expect(
      Object.values(graph.nodes)
        .map(node => node.label)
        .sort(),
    ).toEqual(namesOf(snapshot).sort())
    const quotes = graph.edges.map(([, , data]) => data.quotes).sort()
    const stored = relationsOf(snapshot).map(({ attributes }) => [...new Set(attributes.evidence.map(e => e.quote))])
    expect(quotes).toEqual(stored.map(list => list.join('\n')).sort())
  })

  it('reads everything where structure is asked for', () => {
    const [path = ''] = written(SAMPLE, 'gexf', { structure: true }).values()
    const graph = readWith<Network>('gexf', path)
    expect(Object.keys(graph.nodes)).toHaveLength(SAMPLE.graph.nodes.length)
    expect(graph.edges).toHaveLength(SAMPLE.graph.edges.length)
  })
})

interface Picture {
  readonly tags: readonly string[]
  readonly attributes: readonly string[]
  readonly texts: readonly string[]
  readonly titles: readonly string[]
}

const noXml = whyNot('xml.etree')
describe.skipIf(noXml)(`Python’s XML reader${noXml}`, () => {
  it.each(BOTH)('reads %s as SVG: names are text, nothing in it can run', (_, snapshot) => {
    const [path = ''] = written(snapshot, 'svg').values()
    const { tags, attributes, texts, titles } = readWith<Picture>('svg', path)
    expect(tags).toEqual(['circle', 'g', 'path', 'polygon', 'rect', 'svg', 'text', 'title'])
    expect(attributes.filter(name => /^on|href/.test(name))).toEqual([])
    expect(texts.length).toBeGreaterThan(30)
    expect(texts.at(-1)).toContain(`sha256 ${snapshot.hash.slice(0, 16)}`)
    expect(texts.some(text => text.startsWith('地方 '))).toBe(true)
    expect(titles.length).toBeGreaterThan(entitiesOf(snapshot).length)
  })
})

const noCsv = whyNot('csv')
describe.skipIf(noCsv)(`Python’s csv${noCsv}`, () => {
  it.each(BOTH)('reads %s as two tables; no cell is a formula', (_, snapshot) => {
    const paths = [...written(snapshot, 'csv').values()]
    const tables = readWith<Record<'nodes' | 'edges', Record<string, string>[]>>('tables', ...paths)
    const unguarded = (text: string) => (/^'[=+@-]/.test(text) ? text.slice(1) : text)
    expect(tables.nodes.map(row => unguarded(row['Label'] ?? ''))).toEqual(namesOf(snapshot))
    expect(tables.edges.map(row => row['Id'])).toEqual(relationsOf(snapshot).map(edge => edge.key))
    const cells = [...tables.nodes, ...tables.edges].flatMap(row => Object.values(row))
    expect(cells.filter(cell => /^[=+@\t\r]/.test(cell))).toEqual([])
    expect(cells.length).toBeGreaterThan(100)
  })
})

interface Rdf {
  readonly triples: number
  readonly same: boolean
  readonly names: readonly string[]
  readonly quotes: readonly (readonly [string, string, string, string])[]
}

const noRdflib = whyNot('rdflib')
describe.skipIf(noRdflib)(`rdflib${noRdflib}`, () => {
  it.each(BOTH)(
    'reads %s as Turtle and as JSON-LD: the same triples, and finds every quote by SPARQL',
    (_, snapshot) => {
      const [turtle = ''] = written(snapshot, 'turtle').values()
      const [jsonLd = ''] = written(snapshot, 'jsonld').values()
      const rdf = readWith<Rdf>('rdf', turtle, jsonLd)
      expect(rdf.same).toBe(true)
      for (const name of namesOf(snapshot)) expect(rdf.names).toContain(name)
      const quotes = snapshot.graph.edges.flatMap(({ source, target, attributes }) =>
        attributes.evidence.map(one => `${source} ${target} ${one.quote}`),
      )
      const found = rdf.quotes.map(([s, , o, quote]) => `${s.slice(11)} ${o.slice(11)} ${quote}`)
      expect(new Set(found)).toEqual(new Set(quotes))
    },
  )

  it('keeps IRIs when more pages come, and takes another base', () => {
    expect(textOf(SAMPLE, 'turtle', { base: 'https://example.org/g/' })).toContain('<https://example.org/g/150103>')
    expect(textOf(SAMPLE, 'turtle', { base: 'urn:x> <y' })).not.toContain('urn:x> <y')
  })
})

interface Ftm {
  readonly entities: readonly { id: string; schema: string; caption: string }[]
  readonly lost: readonly unknown[]
}

const noFtm = whyNot('followthemoney')
describe.skipIf(noFtm)(`followthemoney${noFtm}`, () => {
  it.each(BOTH)('validates every entity of %s by `ftm validate`, which drops no value', (_, snapshot) => {
    const [path = ''] = written(snapshot, 'ftm').values()
    const { entities, lost } = readWith<Ftm>('ftm', path)
    expect(lost).toEqual([])
    const authors = snapshot.graph.nodes.filter(node => node.attributes.type === 'Author').length
    const expected = snapshot.articles.length + entitiesOf(snapshot).length + relationsOf(snapshot).length + authors
    expect(entities).toHaveLength(expected)
    expect(new Set(entities.map(one => one.id)).size).toBe(expected)
    expect(new Set(entities.map(one => one.schema))).toContain('Project')
  })
})

describe('a Markdown report', () => {
  it('quotes every sentence once, with a numbered source', () => {
    const text = textOf(SAMPLE, 'md')
    const facts = SAMPLE.graph.edges.filter(edge => edge.attributes.evidence.length > 0)
    const quotes = text.split('\n').filter(line => line.startsWith('  - “'))
    expect(quotes).toHaveLength(facts.reduce((sum, edge) => sum + edge.attributes.evidence.length, 0))
    for (const line of quotes) expect(line).toMatch(/ \[\\\[\d+\\\]\]\(#s\d+\)/)
  })

  it('lets no name become markup', () => {
    const text = textOf(HOSTILE, 'md')
    expect(text).not.toMatch(/<script|<!--|[^\\]\]\(javascript|\u202e|[^\P{Cc}\n]/u)
    expect(text).toContain('长'.repeat(10_000))
  })
})
