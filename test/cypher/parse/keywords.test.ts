import { describe, expect, it } from 'vitest'
import { similar } from '../../../src/cypher/parse/keywords.ts'

describe('similar', () => {
  it('finds slips of the hand', () => {
    expect(similar('RETRUN', ['MATCH', 'RETURN'])).toEqual(['RETURN'])
    expect(similar('persn', ['place', 'person'])).toEqual(['person'])
    expect(similar('TOUPER', ['toUpper', 'toLower'])).toEqual(['toUpper'])
  })

  it('prefers what begins alike', () => {
    expect(similar('siz', ['sin', 'size'])).toEqual(['size', 'sin'])
  })

  it('is silent where nothing is near', () => {
    expect(similar('x', ['y'])).toEqual([])
    expect(similar('node', ['edge'])).toEqual([])
  })
})
