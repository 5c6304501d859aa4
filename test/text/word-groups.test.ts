import { describe, expect, it, vi } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { oneOf, readWordGroups } from '../../src/text/word-groups.ts'

let file = ''
vi.mock('node:fs', () => ({ readFileSync: () => file }))

const read = (...rows: readonly string[]) => {
  file = ['group,words', '# 县 and what is under it', ...rows, ''].join('\n')
  return readWordGroups('link/words.csv', ['level', 'head'])
}

describe('readWordGroups', () => {
  it('joins the rows of a group', () => {
    expect(read('level,县 市', 'head,局', 'level,街道')).toEqual({ level: ['县', '市', '街道'], head: ['局'] })
  })

  it.each([
    [['level,县', 'end,局'], /words\.csv:4: There is no group "end"/u],
    [['level,县 市', 'head,局', 'level,市'], /words\.csv:5: "市" stands twice in "level"/u],
    [['level,县  市', 'head,局'], /words\.csv:3: Two spaces/u],
    [['level,', 'head,局'], /words\.csv:3: The group "level" has no word/u],
    [['level,县'], /words\.csv: No row is of the group "head"/u],
  ])('refuses %j', (rows, message) => {
    expect(() => read(...rows)).toThrow(InputError)
    expect(() => read(...rows)).toThrow(message)
  })
})

describe('oneOf', () => {
  it('takes the longest word, whatever the order', () => {
    const pattern = new RegExp(oneOf(['区', '社'], ['社区', '小区', '社']), 'u')
    expect(pattern.exec('阳光社区')?.[0]).toBe('社区')
    expect(pattern.source).toBe('(?:小区|社区|[区社])')
  })

  it('takes every word as it is written', () => {
    const words = ['(', '+', ']', 'a|b', '*.', '/', '^', '-', '\\']
    const pattern = new RegExp(`^${oneOf(words)}$`, 'u')
    for (const word of words) expect([word, pattern.test(word)]).toEqual([word, true])
    for (const other of ['a', 'b', '..', 'x']) expect([other, pattern.test(other)]).toEqual([other, false])
  })
})
