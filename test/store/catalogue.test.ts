import { describe, expect, it } from 'vitest'
import { InputError, UsageError } from '../../src/errors.ts'
import { findQuery, isQueryName, loadCatalogue } from '../../src/store/catalogue.ts'
import { freeParam, parseParams, queryParams } from '../../src/store/params.ts'
import { readQueryFile } from '../../src/store/query-file.ts'
import { suggestNames } from '../../src/store/suggest.ts'

const HEADER = `// name: partners
// zh: 它和谁合作？
// en: Who works with whom?
// param: name string = '' | 单位 | body
// column: body | 单位
// explain: 合作没有方向。
// explain: 每一对只列一次。
`
const BODY = 'MATCH (b) WHERE b.name CONTAINS $name\nRETURN b.name AS body\n'

function thrown<T extends Error>(kind: abstract new (...args: never[]) => T, work: () => unknown): T {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(kind)
    return error as T
  }
  throw new Error('nothing was thrown')
}

describe('readQueryFile', () => {
  it('reads header and query', () => {
    expect(readQueryFile('queries/partners.cypher', HEADER + BODY)).toEqual({
      name: 'partners',
      zh: '它和谁合作？',
      en: 'Who works with whom?',
      params: [{ name: 'name', type: 'string', zh: '单位', en: 'body', default: '' }],
      columns: [{ name: 'body', zh: '单位' }],
      explanation: '合作没有方向。每一对只列一次。',
      cypher: BODY.trim(),
    })
  })

  const faults: readonly [string, string, number, RegExp][] = [
    ['a bare comment', `// hello\n${HEADER}${BODY}`, 1, /key: value/],
    ['an unknown key', `${HEADER}// colour: red\n${BODY}`, 8, /「colour」 is no key/],
    ['a name that is not the file’s', HEADER.replace('partners', 'others') + BODY, 1, /not the name of the file/],
    ['a parameter of no type', HEADER.replace('name string', 'name text') + BODY, 4, /「text」 is no type/],
    [
      'a default of another type',
      HEADER.replace("name string = ''", 'name integer = many') + BODY,
      4,
      /the default many is no integer/,
    ],
    ['a parameter in another form', HEADER.replace(' | 单位 | body', '') + BODY, 4, /a parameter is/],
    [
      'a column in another form',
      HEADER.replace('body | 单位\n// explain', 'body\n// explain') + BODY,
      5,
      /a column is/,
    ],
    ['a doubled question', `${HEADER}// zh: 又一问\n${BODY}`, 8, /stands twice/],
    ['no explanation', HEADER.replaceAll(/\/\/ explain.*\n/g, '') + BODY, 1, /lacks 「explain」/],
    ['no column', HEADER.replace(/\/\/ column.*\n/, '') + BODY, 1, /names no column/],
    ['no query', HEADER, 8, /query is missing/],
    ['an undeclared parameter', `${HEADER}${BODY} LIMIT $most`, 1, /\$most is used and not declared/],
    ['an unused parameter', `${HEADER}RETURN 1 AS body`, 1, /name is declared and not used/],
  ]
  it.each(faults)('refuses %s and names the line', (_, text, line, message) => {
    const error = thrown(InputError, () => readQueryFile('queries/partners.cypher', text))
    expect(error.message).toMatch(message)
    expect(error.where).toBe(`queries/partners.cypher:${line}`)
  })
})

describe('findQuery', () => {
  const catalogue = loadCatalogue()

  it('finds by name and suggests for misspelt ones', () => {
    expect(findQuery(catalogue, 'partners').name).toBe('partners')
    expect(thrown(UsageError, () => findQuery(catalogue, 'partnrs')).remedy).toBe('Did you mean partners?')
    expect(findQuery(catalogue, 'shared').name).toBe('shared-programmes')
    expect(thrown(UsageError, () => findQuery(catalogue, 'si')).remedy).toBe(
      'Did you mean side-by-side or silent-places?',
    )
    expect(thrown(UsageError, () => findQuery(catalogue, 'zzzzzz')).remedy).toContain('--list')
  })

  it('tells names from Cypher', () => {
    expect(['partners', 'only-here', '合作'].map(isQueryName)).toEqual([true, true, true])
    expect(['MATCH (n) RETURN n', 'RETURN 1', 'match(n)'].map(isQueryName)).toEqual([false, false, false])
  })

  it('completes a beginning and mends swapped letters', () => {
    expect(suggestNames('si', ['side-by-side', 'silent-places', 'search'])).toEqual(['side-by-side', 'silent-places'])
    expect(suggestNames('serach', ['side-by-side', 'search'])).toEqual(['search'])
  })
})

describe('parameters', () => {
  const catalogue = loadCatalogue()
  const shared = findQuery(catalogue, 'shared-programmes')
  const weak = findQuery(catalogue, 'weak-facts')

  it('turns texts and values into the declared type', () => {
    expect(queryParams(shared, {})).toEqual({ least: 2 })
    expect(queryParams(shared, { least: '3' })).toEqual({ least: 3 })
    expect(queryParams(shared, { least: 4 })).toEqual({ least: 4 })
    expect(queryParams(weak, { below: '1' })).toEqual({ below: { $float: '1' } })
    expect(queryParams(weak, { below: 0.25 })).toEqual({ below: 0.25 })
  })

  it.each([
    [{ least: 'two' }, /"two", which is no integer/],
    [{ least: 2.5 }, /2\.5, which is no integer/],
    [{ least: null }, /null, which is no integer/],
    [{ most: 1 }, /has no parameter most/],
  ])('refuses %j', (given, message) => {
    expect(thrown(UsageError, () => queryParams(shared, given)).message).toMatch(message)
  })

  it('asks for what has no default', () => {
    const needs = { ...shared, params: [{ name: 'least', type: 'integer', zh: '至少', en: 'least' }] } as const
    const error = thrown(UsageError, () => queryParams(needs, {}))
    expect(error.message).toContain('needs the parameter least')
    expect(error.remedy).toContain('--param least=')
  })

  it('reads k=v of the command line', () => {
    expect(parseParams(['a=回民区', 'b=x=y', 'c='])).toEqual({ a: '回民区', b: 'x=y', c: '' })
    expect(thrown(UsageError, () => parseParams(['=x'])).message).toContain('is no parameter')
    expect(['3', 'true', '["a"]', '回民区', '"3"'].map(freeParam)).toEqual([3, true, ['a'], '回民区', '3'])
  })
})
