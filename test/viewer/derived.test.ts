import { describe, expect, it } from 'vitest'
import { containerFinder } from '../../viewer/data/containers.ts'
import { districtTies, sharedTies, soleDistricts } from '../../viewer/data/districts.ts'
import { makeMatrix } from '../../viewer/data/matrix.ts'
import { createModel } from '../../viewer/data/model.ts'
import { shortestPaths } from '../../viewer/data/paths.ts'
import { makeTimeline } from '../../viewer/data/timeline.ts'
import { derive } from '../../viewer/state/shown.ts'
import { generateSnapshot } from './generate.ts'

const snapshot = generateSnapshot({ nodes: 240, edges: 700 })
const model = createModel(snapshot)
const derived = derive(model)

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

  it('a programme belongs to a district where that one alone runs it', () => {
    const ties = derived.ties
    const sole = soleDistricts(ties)
    for (const programme of new Set(ties.map(tie => tie.programme))) {
      const districts = new Set(ties.filter(tie => tie.programme === programme).map(tie => tie.district))
      expect(sole.get(programme)).toBe(districts.size === 1 ? [...districts][0] : undefined)
    }
    expect(sole.size).toBeGreaterThan(0)
    expect(sole.size).toBeLessThan(new Set(ties.map(tie => tie.programme)).size)
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
