import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pinyinKeys } from '../../src/cli/serve/pinyin-keys.ts'
import { containerFinder } from '../../viewer/data/containers.ts'
import { districtTies, sharedTies } from '../../viewer/data/districts.ts'
import { makeMatrix } from '../../viewer/data/matrix.ts'
import { createModel } from '../../viewer/data/model.ts'
import { shortestPaths } from '../../viewer/data/paths.ts'
import { makeTimeline } from '../../viewer/data/timeline.ts'
import { SearchIndex } from '../../viewer/search/index.ts'
import { search } from '../../viewer/search/search.ts'
import { SoundIndex } from '../../viewer/search/sounds.ts'
import { edgeTest, sourceCount, toggleValue } from '../../viewer/state/filters.ts'
import { readHash, writeHash } from '../../viewer/state/hash.ts'
import { derive, showState } from '../../viewer/state/shown.ts'
import { COLOURS, LAYOUTS, SIZES, START, VIEWS, type ViewState } from '../../viewer/state/view-state.ts'
import { generateSnapshot } from './generate.ts'

const snapshot = generateSnapshot({ nodes: 240, edges: 700 })
const model = createModel(snapshot)
const derived = derive(model)

describe('search', () => {
  const sounds = (key: string, typed: string) => {
    const index = new SoundIndex()
    index.add(3, key)
    return index.match(typed).get(3) ?? null
  }

  it.each([
    ['hui min qu', 'huiminqu', 'whole'],
    ['hui min qu', 'hmq', 'whole'],
    ['hui min qu', 'huimq', 'whole'],
    ['hui min qu', 'huim', 'start'],
    ['hui min qu', 'minq', 'middle'],
    ['hui min qu', 'hmx', null],
    ['dan/shan xian', 'shanxian', 'whole'],
    ['xi an shi', 'xian', 'start'],
    ['hui min qu|hui min', 'huimin', 'whole'],
    ['', 'a', null],
  ])('%s sounds like %s: %s', (key, typed, expected) => {
    expect(sounds(key, typed)).toBe(expected)
  })

  it('ranks the name itself before its start, its middle and its sound', () => {
    const index = new SearchIndex(model.nodes, pinyinKeys(snapshot))
    const names = search(index, '回民区', 50).hits.map(hit => hit.node.name)
    expect(names[0]).toBe('回民区')
    expect(names.slice(1).every(name => name.includes('回民区'))).toBe(true)
    expect(search(index, '150103', 5).hits[0]?.node.name).toBe('回民区')
    expect(search(index, '没有这个名字', 5)).toEqual({ hits: [], total: 0 })
    expect(search(index, ' ', 5).total).toBe(0)
  })

  it('finds by writing exactly the nodes that hold it, best rank first, whatever is typed', () => {
    const index = new SearchIndex(model.nodes, {})
    const letters = fc.constantFrom(
      ...'回民区社街道第一二1500a',
      ...[...model.nodes.slice(0, 30)].map(node => node.name),
    )
    fc.assert(
      fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 3 }), typed => {
        const holds = model.nodes.filter(
          node =>
            [node.name, ...node.aliases].some(name => name.includes(typed)) || (node.code ?? '').startsWith(typed),
        )
        const { hits, total } = search(index, typed, 10_000)
        expect(total).toBe(holds.length)
        expect(new Set(hits.map(hit => hit.node.key))).toEqual(new Set(holds.map(node => node.key)))
        expect(hits.map(hit => hit.rank)).toEqual(hits.map(hit => hit.rank).sort((a, b) => a - b))
        expect(search(index, typed, 3).hits).toEqual(hits.slice(0, 3))
      }),
    )
  })

  it('keeps every reading of a character that place names use', () => {
    const one = { ...snapshot.graph.nodes[0]!, key: 'p' }
    const named = (name: string) => ({
      ...snapshot,
      graph: {
        ...snapshot.graph,
        nodes: [{ ...one, attributes: { ...one.attributes, type: 'Place' as const, name, aliases: [] } }],
      },
    })
    expect(sounds(pinyinKeys(named('单县'))['p'] ?? '', 'shanxian')).toBe('whole')
    expect(sounds(pinyinKeys(named('长寿区'))['p'] ?? '', 'changshouqu')).toBe('whole')
    expect(sounds(pinyinKeys(named('六安市'))['p'] ?? '', 'luanshi')).toBe('whole')
  })
})

describe('state', () => {
  const keys = model.nodes.slice(0, 40).map(node => node.key)
  const edges = model.edges.slice(0, 40).map(edge => edge.key)
  const some = (from: readonly string[]) => fc.uniqueArray(fc.constantFrom(...from), { maxLength: 6 })
  const state = fc.record<ViewState>({
    view: fc.constantFrom(...VIEWS),
    scope: fc.constantFrom('overview', 'all', 'set'),
    set: some(keys),
    hidden: some(keys),
    selected: some(keys),
    edges: some(edges),
    path: some(edges),
    filters: fc.uniqueArray(
      fc.oneof(
        fc.record({
          facet: fc.constantFrom('type', 'kind', 'relation', 'place', 'community'),
          values: some(keys).filter(list => list.length > 0),
        }),
        fc.record({ facet: fc.constantFrom('confidence', 'sources'), min: fc.integer({ min: 0, max: 9 }) }),
        fc.record({
          facet: fc.constant('date'),
          from: fc.constantFrom('', '2024', '2024-03'),
          to: fc.constantFrom('2025', '2025-11'),
        }),
      ),
      { selector: filter => filter.facet, maxLength: 5 },
    ) as fc.Arbitrary<ViewState['filters']>,
    article: fc.option(fc.record({ id: fc.constantFrom('a1', 'a2'), start: fc.nat(99), end: fc.nat(99) })),
    layout: fc.constantFrom(...LAYOUTS),
    sizeBy: fc.constantFrom(...SIZES),
    colourBy: fc.constantFrom(...COLOURS),
    camera: fc.option(fc.tuple(fc.integer(), fc.integer(), fc.integer({ min: 1 }))),
    pins: fc.dictionary(fc.constantFrom(...keys), fc.tuple(fc.integer(), fc.integer()), { maxKeys: 3 }),
    query: fc.string({ unit: 'grapheme' }),
  })

  it('comes back from the address as it went in', () => {
    fc.assert(
      fc.property(state, given => {
        expect(readHash(writeHash(given), () => true)).toEqual(given)
      }),
    )
  })

  it('is the first screen for an empty or a broken address', () => {
    expect(readHash('', () => true)).toEqual(START)
    for (const broken of ['#%E0%A4%A', '#sel=%25E0%25A4', '#pin=a', '#f=%25', '#read=%25,x']) {
      expect(readHash(broken, () => false)).toEqual(START)
    }
    expect(writeHash(START)).toBe('')
  })

  it('drops ids that a rebuild has taken away', () => {
    const read = readHash(
      writeHash({ ...START, scope: 'set', set: ['here', 'gone'], selected: ['gone'] }),
      id => id === 'here',
    )
    expect([read.set, read.selected]).toEqual([['here'], []])
  })

  it('filters by date with partial dates, by sources, by confidence', () => {
    const within = edgeTest([{ facet: 'date', from: '2023-02', to: '2023' }])
    const dates = model.edges.filter(within).map(edge => edge.evidence.map(item => item.date ?? ''))
    expect(dates.length).toBeGreaterThan(0)
    for (const list of dates) expect(list.some(date => date >= '2023-02' && date < '2024')).toBe(true)
    const many = model.edges.filter(edgeTest([{ facet: 'sources', min: 2 }]))
    expect(many.every(edge => sourceCount(edge) >= 2)).toBe(true)
    expect(toggleValue(toggleValue([], 'type', 'Place'), 'type', 'Place')).toEqual([])
  })

  it('shows an edge only between shown nodes', () => {
    const shown = showState(model, derived, { ...START, scope: 'all', filters: [{ facet: 'type', values: ['Place'] }] })
    const inside = new Set(shown.nodes.map(node => node.key))
    expect(shown.edges.length).toBeGreaterThan(0)
    expect(shown.edges.every(edge => inside.has(edge.source) && inside.has(edge.target))).toBe(true)
  })
})

describe('what is worked out from the graph', () => {
  it('folds what subdistricts and bodies run up to their district', () => {
    const ties = districtTies(model)
    const facts = new Set(ties.flatMap(tie => tie.facts.map(fact => fact.key)))
    const runs = model.edges.filter(edge => edge.type === 'RUNS')
    expect(facts.size).toBe(runs.filter(edge => derived.district(edge.source)).length)
    const { ties: shared, programmes } = sharedTies(ties, 3, 5)
    expect(new Set(shared.map(tie => tie.programme)).size).toBeLessThanOrEqual(Math.max(5, programmes))
    expect(new Set(shared.map(tie => tie.district)).size).toBeLessThanOrEqual(3)
  })

  it('finds every place that a node lies in, by containment and by code', () => {
    const node = (key: string, attributes: Partial<(typeof snapshot.graph.nodes)[0]['attributes']>) => ({
      key,
      attributes: { ...snapshot.graph.nodes[0]!.attributes, name: key, code: undefined, anchor: '', ...attributes },
    })
    const located = (source: string, target: string) => ({
      ...snapshot.graph.edges.find(edge => edge.attributes.type === 'LOCATED_IN')!,
      key: `${source}>${target}`,
      source,
      target,
    })
    const nodes = [
      node('市', { type: 'Place', kind: 'prefecture', code: '1501', anchor: '15' }),
      node('区', { type: 'Place', kind: 'county', code: '150103', anchor: '1501' }),
      node('街道', { type: 'Place', kind: 'township', code: '150103004', anchor: '150103' }),
      node('小区', { type: 'Place', kind: 'estate' }),
      node('支部', { type: 'Organisation', kind: 'party' }),
      node('别处', { type: 'Place', kind: 'county', code: '150203', anchor: '1502' }),
    ] as unknown as (typeof snapshot)['graph']['nodes']
    const edges = [located('小区', '街道'), located('支部', '小区')]
    const containers = containerFinder(createModel({ ...snapshot, graph: { ...snapshot.graph, nodes, edges } }))
    expect([...containers('支部')].sort()).toEqual(['区', '小区', '市', '支部', '街道'])
    expect([...containers('区')].sort()).toEqual(['区', '市'])
    expect([...containers('别处')]).toEqual(['别处'])
  })

  it('matrix: every fact once in its cell; alike rows stand together', () => {
    const runs = model.edges.filter(edge => edge.type === 'RUNS')
    const matrix = makeMatrix(model, derived, runs, 'district', 'Programme')
    const counted = matrix.cells.reduce((sum, cell) => sum + cell.facts.length, 0)
    expect(counted).toBe(runs.filter(edge => derived.district(edge.source)).length)
    expect(new Set(matrix.rows).size).toBe(matrix.rows.length)
    for (const { row, column, facts } of matrix.cells) {
      expect(facts.every(fact => derived.district(fact.source) === matrix.rows[row])).toBe(true)
      expect(facts.every(fact => fact.target === matrix.columns[column])).toBe(true)
    }
  })

  it('timeline: every piece of evidence in one bin', () => {
    const { bins, undated } = makeTimeline(model.edges)
    const all = model.edges.reduce((sum, edge) => sum + edge.evidence.length, 0)
    expect(bins.reduce((sum, bin) => sum + bin.total, undated)).toBe(all)
    expect(bins.map(bin => bin.period)).toEqual([...bins.map(bin => bin.period)].sort())
  })

  it('timeline: a long stretch without facts is one bin, and the brush keeps its ends', () => {
    const [one] = model.edges
    const [said] = one?.evidence ?? []
    if (!one || !said) throw new Error('the graph has no evidence')
    const dated = (...dates: string[]) => [{ ...one, evidence: dates.map(date => ({ ...said, date })) }]
    const spans = (...dates: string[]) =>
      makeTimeline(dated(...dates)).bins.map(bin => [bin.period, bin.until, bin.total])
    expect(spans('2020-01', '2024-03-05', '2024-04')).toEqual([
      ['2020-01', '2020-01', 1],
      ['2020-02', '2024-02', 0],
      ['2024-03', '2024-03', 1],
      ['2024-04', '2024-04', 1],
    ])
    expect(spans('2024-01', '2024-04').map(([period]) => period)).toEqual(['2024-01', '2024-02', '2024-03', '2024-04'])
  })

  it('paths: all shortest ones, connected, from end to end', () => {
    const [from, to] = ['place:150103', model.nodes.at(-1)?.key ?? '']
    const paths = shortestPaths(model, from, to, () => true)
    expect(paths.length).toBeGreaterThan(0)
    for (const path of paths) {
      expect(path.length).toBe(paths[0]?.length)
      let at = from
      for (const edge of path) {
        expect([edge.source, edge.target]).toContain(at)
        at = edge.source === at ? edge.target : edge.source
      }
      expect(at).toBe(to)
    }
    expect(shortestPaths(model, from, to, () => false)).toEqual([])
    expect(shortestPaths(model, from, from, () => true)).toEqual([])
  })
})
