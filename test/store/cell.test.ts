import { describe, expect, it } from 'vitest'
import { type Cell, cellText, plainCell } from '../../src/store/cell.ts'

const node: Cell = { $node: { labels: ['Place'], properties: { id: '150103', name: '回民区' } } }

describe('plainCell', () => {
  it('gives plain JSON', () => {
    expect(plainCell([1, { $float: '1.0' }, { $int: '9007199254740993' }, { $float: 'NaN' }, null])).toEqual([
      1,
      1,
      '9007199254740993',
      'NaN',
      null,
    ])
    expect(plainCell({ a: { $float: '2.5' } })).toEqual({ a: 2.5 })
    expect(plainCell({ $path: { nodes: [node], relationships: [], forward: [] } })).toEqual({
      nodes: [{ $node: { labels: ['Place'], properties: { id: '150103', name: '回民区' } } }],
      relationships: [],
      forward: [],
    })
  })
})

describe('cellText', () => {
  it('gives what a table shows', () => {
    expect(cellText(['回民区', '赛罕区'])).toBe('回民区、赛罕区')
    expect(cellText({ $float: '31.0' })).toBe('31')
    expect(cellText(null)).toBe('')
    expect(cellText(true)).toBe('true')
    expect(cellText(node)).toBe('回民区')
    expect(cellText({ $relationship: { type: 'RUNS', properties: {} } })).toBe('RUNS')
    expect(cellText({ since: '2024' })).toBe('{"since":"2024"}')
  })
})
