import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { readSeed, splitWords } from '../../src/text/seeds.ts'

describe('readSeed', () => {
  it('gives the rows without header and comments', () => {
    const rows = readSeed('extract/surnames.csv', ['group', 'names'])
    expect(rows.map(row => row[0])).toEqual(['common', 'rare', 'word', 'double'])
    expect(splitWords(rows[0]![1]!)).toContain('王')
  })

  it('names the file and the remedy where the header differs', () => {
    const read = () => readSeed('extract/surnames.csv', ['name'])
    expect(read).toThrow(InputError)
    expect(read).toThrow(/seeds\/extract\/surnames\.csv:1/u)
  })
})
