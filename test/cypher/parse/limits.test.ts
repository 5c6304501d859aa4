import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/cypher/parse/parse.ts'

const message = (query: string) => parse(query).errors[0]?.message

describe('limits', () => {
  it.each([
    ['round brackets', `RETURN ${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['open brackets', `RETURN ${'['.repeat(10_000)}`],
    ['maps', `RETURN ${'{a:'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['NOT', `RETURN ${'NOT '.repeat(20_000)}true`],
    ['signs', `RETURN ${'- '.repeat(20_000)}1`],
    ['a long sum', `RETURN ${'1+'.repeat(30_000)}1`],
    ['a long path of properties', `WITH {} AS a RETURN a${'.a'.repeat(30_000)}`],
    ['subqueries', `MATCH (n) WHERE ${'EXISTS { MATCH (n) WHERE '.repeat(5_000)}true${'}'.repeat(5_000)} RETURN n`],
    ['CASE', `RETURN ${'CASE WHEN true THEN '.repeat(5_000)}1${' END'.repeat(5_000)}`],
    ['label expressions', `MATCH (n:${'A|'.repeat(20_000)}B) RETURN n`],
  ])('refuses too deep a nesting of %s', (_, query) => {
    expect(message(query)).toMatch(/nested more than \d+ deep/)
  })

  it('takes a million characters and not one more', () => {
    expect(message(`RETURN '${'x'.repeat(1_000_000 - 9)}'`)).toBeUndefined()
    expect(message(`RETURN '${'x'.repeat(1_000_000 - 8)}'`)).toMatch(/more than the 1000000 allowed/)
  })

  it('takes long flat queries', () => {
    expect(message(`MATCH (n) WHERE ${'n.x = 1 OR '.repeat(20_000)}false RETURN n`)).toBeUndefined()
    expect(message(`RETURN [${'1,'.repeat(100_000)}1]`)).toBeUndefined()
    expect(message(`MATCH ${'(a)--'.repeat(20_000)}(b) RETURN a`)).toBeUndefined()
  })

  it('refuses NUL and halves of pairs, written or escaped', () => {
    expect(message('RETURN "\0"')).toBe('the query contains a NUL character')
    expect(message('RETURN "\ud83d"')).toBe('the query contains half of a surrogate pair')
    expect(message("RETURN '\\ud83d'")).toBe('the query contains half of a surrogate pair')
    expect(message("RETURN '\\ud83d\\ude00'")).toBeUndefined()
  })

  it('refuses more clauses than a thousand', () => {
    expect(message(`${'MATCH (n) '.repeat(2_000)}RETURN n`)).toMatch(/more than 1000 clauses/)
  })
})
