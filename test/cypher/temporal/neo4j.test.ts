import { beforeAll, describe, expect, it } from 'vitest'
import { loadTemporal, openGraph, run, toJson } from '../../../src/cypher/index.ts'

const graph = openGraph({ nodes: [], relationships: [] })
const value = (expression: string) => toJson(run(graph, `RETURN ${expression} AS v`).rows[0]?.[0] ?? null)

/** Where the TCK is silent: as Neo4j 5.26 answers. */
describe('dates and times as Neo4j has them', () => {
  beforeAll(loadTemporal)

  it.each([
    ["date({date: date('2019-03-31'), month: 2})", '2019-02-28'],
    ["date({date: date('2024-01-31'), quarter: 2})", '2024-04-30'],
    ["date({date: date('2020-03-29'), quarter: 2})", '2020-06-29'],
    ["date.truncate('decade', date('-0044-03-15'))", '-0040-01-01'],
    ["toString(localdatetime('2000-02-29T00:00') + duration('P-1M1D'))", '2000-01-30T00:00:00'],
    ["toString(time('00:00+01:00'))", '00:00:00+01:00'],
    ["toString(localtime('01:02:03.500'))", '01:02:03.5'],
    ['toString(duration({years: 12, seconds: -70, nanoseconds: 3}) / 7)', 'P1Y8M17DT9H25M2.000000004S'],
    ["localdatetime('2016-12-31T23:59').quarterDay", 92],
    ["duration('P1D') <= duration('P1D')", true],
    ["duration('P1D') <= duration('P2D')", null],
    ["duration('P1D') < duration('P1D')", null],
  ])('%s', (expression, expected) => expect(value(expression)).toEqual(expected))

  it.each([
    "datetime(date('2024-02-29'))",
    "localdatetime(date('2024-02-29'))",
    "localdatetime.truncate('hour', date('2024-02-29'))",
    "duration.inMonths(localtime('12:31'), time('12:31+01:00'))",
    "date({date: date('2019-03-31'), month: 2, day: 31})",
  ])('%s is refused', expression => expect(() => value(expression)).toThrow())
})
