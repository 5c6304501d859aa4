import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pinyinKeys } from '../../src/cli/serve/pinyin-keys.ts'
import { createModel } from '../../viewer/data/model.ts'
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
