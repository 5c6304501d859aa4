import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { format, fromJson, loadTemporal, openGraph, run, toJson } from '../../../src/cypher/index.ts'

const graph = openGraph({ nodes: [], relationships: [] })
const answer = (expression: string, params = {}) =>
  format(run(graph, `RETURN ${expression} AS x`, { params }).rows[0]?.[0] ?? null, true)

beforeAll(loadTemporal)

describe('reading', () => {
  it.each([
    ["date('20240131')", '2024-01-31'],
    ["date('2024-W05-3')", '2024-01-31'],
    ["date('2024-031')", '2024-01-31'],
    ["date('2024-Q1-31')", '2024-01-31'],
    ["localtime('093005.25')", '09:30:05.25'],
    ["time('09:30+08')", '09:30+08:00'],
    ["localdatetime('2024-01-31T09')", '2024-01-31T09:00'],
    ["datetime('2024-01-31T09:30[Asia/Shanghai]')", '2024-01-31T09:30+08:00[Asia/Shanghai]'],
    [
      "datetime({epochMillis: 1700000000123, timezone: 'Asia/Shanghai'})",
      '2023-11-15T06:13:20.123+08:00[Asia/Shanghai]',
    ],
    ["duration('P1Y2M3W4DT5H6M7.008S')", 'P1Y2M25DT5H6M7.008S'],
    ["duration('-P1DT0.5S')", 'P-1DT-0.5S'],
  ])('%s', (expression, text) => {
    expect(answer(expression)).toBe(text)
  })

  it.each([
    "date('2024-02-30')",
    "date('2023-W53')",
    "time('25:00')",
    "datetime('2024-01-01T00:00[Nowhere/Else]')",
    "duration('P')",
    "duration('1D')",
    'date({year: 2024, day: 3})',
    'date({year: 2024, hour: 3})',
    'time({hour: 1, second: 2})',
    'localtime({hour: 1, minute: 1, second: 1, nanosecond: -1})',
  ])('%s is refused', expression => {
    expect(() => answer(expression)).toThrow()
  })
})

describe('reckoning', () => {
  it.each([
    ["date('2024-01-31') + duration('P1M')", '2024-02-29'],
    ["date('2024-02-29') - duration({years: 1})", '2023-02-28'],
    ["localtime('23:30') + duration('PT45M')", '00:15'],
    ["datetime('2024-03-30T12:00[Europe/Berlin]') + duration('P1D')", '2024-03-31T12:00+02:00[Europe/Berlin]'],
    ["datetime('2024-03-30T12:00[Europe/Berlin]') + duration('PT24H')", '2024-03-31T13:00+02:00[Europe/Berlin]'],
    ["duration('P1M') * 0.5", 'P15DT5H14M33S'],
    ["duration.between(date('2024-01-31'), date('2024-02-29'))", 'P29D'],
    ["duration.between(date('2024-02-29'), date('2023-02-28'))", 'P-1Y'],
    ["duration.inDays(date('2024-01-01'), date('2025-01-01'))", 'P366D'],
    ["duration.inSeconds(localtime('10:00'), localtime('09:00'))", 'PT-1H'],
    ["date.truncate('weekYear', date('2024-12-31'))", '2024-12-30'],
    ["datetime.truncate('hour', datetime('2024-05-05T10:20:30+08:00'), {minute: 5})", '2024-05-05T10:05+08:00'],
    ["date('2024-12-31').week + date('2024-12-31').weekYear", '2026'],
    ["date('2024-01-02') > date('2024-01-01') AND NOT date('2024-01-02') = localdatetime('2024-01-02T00:00')", 'true'],
    ["datetime('2024-01-01T08:00+08:00') = datetime('2024-01-01T00:00Z')", 'false'],
    ["datetime('2024-01-01T08:00+08:00') <= datetime('2024-01-01T00:00Z')", 'false'],
    ["duration('P1D') < duration('P2D')", 'null'],
  ])('%s', (expression, text) => {
    expect(answer(expression)).toBe(text)
  })

  it('has no field that a kind lacks', () => {
    expect(() => answer("date('2024-01-01').hour")).toThrow('no field')
    expect(answer("localdatetime('2024-01-01T01:02:03.004005006').nanosecond")).toBe('4005006')
  })
})

describe('round trips', () => {
  const days = fc.date({ min: new Date('1850-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  it('a date and its text are one', () => {
    fc.assert(
      fc.property(days, day => {
        const text = day.toISOString().slice(0, 10)
        expect(toJson(fromJson({ $Date: text }))).toBe(text)
        expect(answer('date($t) = date(toString(date($t)))', { t: text })).toBe('true')
      }),
    )
  })

  it('what lies between two days leads from the one to the other', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const params = { a: a.toISOString().slice(0, 19), b: b.toISOString().slice(0, 19) }
        const [from, to] = ['localdatetime($a)', 'localdatetime($b)']
        expect(answer(`${from} + duration.between(${from}, ${to}) = ${to}`, params)).toBe('true')
        expect(answer(`${from} + duration.inSeconds(${from}, ${to}) = ${to}`, params)).toBe('true')
      }),
    )
  })

  it('a duration and its text are one', () => {
    const part = fc.integer({ min: -5000, max: 5000 })
    fc.assert(
      fc.property(part, part, part, part, (months, days, seconds, milliseconds) => {
        const params = { d: { months, days, seconds, milliseconds } }
        expect(answer('duration($d) = duration(toString(duration($d)))', params)).toBe('true')
        expect(answer('duration($d) - duration($d) = duration({days: 0})', params)).toBe('true')
      }),
    )
  })
})
