import { beforeAll, describe, expect, it } from 'vitest'
import { AGGREGATES } from '../../../src/cypher/functions/aggregate.ts'
import { FUNCTIONS, functionNames, signatureOf } from '../../../src/cypher/functions/signatures.ts'
import { format, loadTemporal, openGraph, run } from '../../../src/cypher/index.ts'

const graph = openGraph({ nodes: [], relationships: [] })
const answer = (query: string) => format(run(graph, query, { now: 1_000 }).rows[0]?.[0] ?? null)
const refusal = (query: string) => () => run(graph, query)

beforeAll(loadTemporal)

describe('the function table', () => {
  it.each(FUNCTIONS.map(row => [row.name, row.example]))('%s: its example is true', (_name, example) => {
    expect(answer(`RETURN ${example}`)).toBe('true')
  })

  it.each(AGGREGATES.map(row => [row.name, row.example]))('%s: its example is true', (_name, example) => {
    expect(answer(example)).toBe('true')
  })

  it('names each function once, in any case, with an example that calls it', () => {
    const names = functionNames().map(name => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(100)
    for (const row of [...FUNCTIONS, ...AGGREGATES]) {
      expect(signatureOf(row.name.toLowerCase())).toBe(row)
      expect(row.example.toLowerCase()).toContain(`${row.name.toLowerCase()}(`)
      expect(row.min).toBeLessThanOrEqual(row.max)
    }
  })

  it('answers null for a null argument, but where null is its business', () => {
    const plain = FUNCTIONS.filter(row => !row.seesNull && row.needed === 0 && row.min > 0)
    expect(plain.length).toBeGreaterThan(60)
    for (const row of plain) {
      expect([row.name, answer(`RETURN ${row.name}(${Array(row.min).fill('null').join()})`)]).toEqual([
        row.name,
        'null',
      ])
    }
  })
})

describe('text functions', () => {
  it('count code points', () => {
    expect(
      answer(
        "RETURN [size('𠮷野家'), left('𠮷野家', 1), right('野𠮷', 1), substring('𠮷野家', 1, 1), reverse('𠮷野')]",
      ),
    ).toBe("[3, '𠮷', '𠮷', '野', '野𠮷']")
  })

  it('split at one separator, any of several, or everywhere', () => {
    expect(answer("RETURN [split('a,b;c', [',', ';']), split('abc', ''), split('', ','), split('a,,b', ',')]")).toBe(
      "[['a', 'b', 'c'], ['a', 'b', 'c'], [''], ['a', '', 'b']]",
    )
  })

  it('refuse negative counts', () => {
    expect(refusal("RETURN left('a', -1)")).toThrow('negative')
    expect(refusal("RETURN substring('a', -1)")).toThrow('negative')
  })

  it('match a whole text by pattern, with flags in front', () => {
    expect(answer("RETURN ['abc' =~ 'a.c', 'abc' =~ 'b', 'ABC' =~ '(?i)abc', 'a\\nb' =~ '(?s)a.b', null =~ 'a']")).toBe(
      '[true, false, true, true, null]',
    )
    expect(refusal("RETURN 'a' =~ '['")).toThrow('regular expression')
  })
})

describe('number functions', () => {
  it('round by decimal digits', () => {
    expect(
      answer(
        "RETURN [round(-1.5), round(2.5), round(1.005, 2), round(-1.55, 1), round(2.5, 0, 'HALF_EVEN'), round(1.21, 1, 'UP')]",
      ),
    ).toBe('[-1.0, 3.0, 1.01, -1.6, 2.0, 1.3]')
  })

  it('convert, or say that they cannot', () => {
    expect(
      answer(
        "RETURN [toInteger('1.9'), toInteger(' 1 '), toInteger('x'), toInteger(true), toFloat('1e3'), toBoolean('TRUE')]",
      ),
    ).toBe('[1, null, null, 1, 1000.0, true]')
    expect(refusal("RETURN toInteger('99999999999999999999')")).toThrow('too large')
    expect(refusal('UNWIND [1, []] AS x RETURN toInteger(x)')).toThrow('toInteger()')
  })

  it('make ranges either way, empty ones too', () => {
    expect(
      answer('RETURN [range(1, 3), range(3, 1, -1), range(0, 10, 5), range(2, 1), range(2, 1, 2), range(0, 1, -1)]'),
    ).toBe('[[1, 2, 3], [3, 2, 1], [0, 5, 10], [], [], []]')
    expect(refusal('RETURN range(1, 2, 0)')).toThrow('step')
  })
})

describe('aggregates', () => {
  it('pass over null, and know the empty group', () => {
    expect(
      answer('UNWIND [] AS x RETURN [count(x), sum(x), avg(x), min(x), collect(x), stDev(x), percentileDisc(x, 0.5)]'),
    ).toBe('[0, 0, null, null, [], null, null]')
    expect(
      answer(
        'UNWIND [1, null, 2, 2] AS x RETURN [count(x), count(DISTINCT x), count(*), sum(DISTINCT x), collect(DISTINCT x)]',
      ),
    ).toBe('[3, 2, 4, 3, [1, 2]]')
  })

  it('find percentiles between and at values', () => {
    expect(
      answer(
        'UNWIND [10, 20, 30, 40] AS x RETURN [percentileCont(x, 0.4), percentileDisc(x, 0.4), percentileDisc(x, 0.0), percentileCont(x, 1.0)]',
      ),
    ).toBe('[22.0, 20, 10, 40]')
    expect(refusal('UNWIND [1] AS x RETURN percentileCont(x, 1.5)')).toThrow('percentile')
  })

  it('sum durations', () => {
    expect(answer("UNWIND [duration('P1D'), duration('PT12H')] AS x RETURN [toString(sum(x)), toString(avg(x))]")).toBe(
      "['P1DT12H', 'PT18H']",
    )
    expect(refusal("UNWIND [1, 'a'] AS x RETURN sum(x)")).toThrow('sum()')
  })
})

describe('the world', () => {
  it('gives the same random numbers for the same seed', () => {
    const query = 'RETURN [rand(), rand(), randomUUID()] AS r'
    const [a, b, c] = [1, 1, 2].map(seed => format(run(graph, query, { seed }).rows[0]?.[0] ?? null))
    expect(a).toBe(b)
    expect(a).not.toBe(c)
  })

  it('has one moment in a run', () => {
    const { rows } = run(graph, 'RETURN [timestamp(), toString(datetime()), date().year]', { now: 1_700_000_000_123 })
    expect(format(rows[0]?.[0] ?? null)).toBe("[1700000000123, '2023-11-14T22:13:20.123Z', 2023]")
  })
})
