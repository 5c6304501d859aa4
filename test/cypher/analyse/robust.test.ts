import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkQuery } from '../../../src/cypher/analyse/analyse.ts'
import { readCases } from '../helpers/cases.ts'
import { anyText } from '../helpers/text.ts'

const queries = [...readCases('parse'), ...readCases('errors'), ...readCases('analyse')].map(({ query }) => query)
const pieces = [...new Set(queries.flatMap(query => query.split(/(\s+|\b|(?=[()[\]{}]))/)))].filter(piece =>
  piece.trim(),
)

/** Any text is answered: by a query, or by errors that lie within it. */
function isAnswered(text: string): boolean {
  const { query, errors } = checkQuery(text)
  return (
    (query === null) === errors.length > 0 &&
    errors.every(
      ({ start = -1, end = -1, line = 0, column = 0 }) =>
        start >= 0 && start <= text.length && end >= start && end <= text.length && line > 0 && column > 0,
    )
  )
}

describe('any text', () => {
  it('is answered', () => {
    fc.assert(fc.property(anyText, isAnswered), { numRuns: 1_000 })
  })

  it('is answered when made of pieces of queries', () => {
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(words => words.join(' '))
    fc.assert(fc.property(soup, isAnswered), { numRuns: 2_000 })
  })

  it('is answered when a query is cut off or lacks a piece', () => {
    for (const query of queries) {
      for (let i = 0; i <= query.length; i++) {
        for (const text of [query.slice(0, i), query.slice(0, i) + query.slice(i + 1)]) {
          if (!isAnswered(text)) expect.fail(text)
        }
      }
    }
  })

  it('is answered when two queries are crossed', () => {
    const cut = fc.tuple(fc.constantFrom(...queries), fc.double({ min: 0, max: 1, noNaN: true }))
    const crossed = fc.tuple(cut, cut).map(([[a, x], [b, y]]) => a.slice(0, a.length * x) + b.slice(b.length * y))
    fc.assert(fc.property(crossed, isAnswered), { numRuns: 2_000 })
  })
})
