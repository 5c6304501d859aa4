import { describe, expect, it } from 'vitest'
import { analyseQuery, checkQuery } from '../../../src/cypher/analyse/analyse.ts'
import { readCases } from '../helpers/cases.ts'
import { showErrors, showQuery } from '../helpers/show-query.ts'

const good = readCases('analyse')
const bad = readCases('errors')

describe('analyse', () => {
  it('has cases', () => {
    expect(good.length).toBeGreaterThan(20)
    expect(bad.length).toBeGreaterThan(50)
  })

  it.each(good)('$title', ({ query, expected }) => {
    expect(showQuery(analyseQuery(query))).toBe(expected)
  })

  it.each(bad)('$title', ({ query, expected }) => {
    const checked = checkQuery(query)
    expect(checked.query).toBeNull()
    expect(showErrors(checked.errors)).toBe(expected)
  })

  it('throws the first error with its place', () => {
    expect(() => analyseQuery('RETURN\n  a + b')).toThrow('the variable `a` is not defined')
    expect(checkQuery('RETURN\n  a + b').errors.map(error => error.render('zh'))).toEqual([
      '第 2 行第 3 列：变量 `a` 没有定义\n  a + b\n  ^',
      '第 2 行第 7 列：变量 `b` 没有定义\n  a + b\n      ^',
    ])
  })
})
