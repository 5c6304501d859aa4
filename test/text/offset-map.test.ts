import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editOf, toSource } from '../../src/text/offset-map.ts'

/** Keeps some characters of a source, in order, and puts others between. */
const edits = fc.tuple(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom('', '\n', ' ')), { maxLength: 14 }),
)

function apply(source: string, steps: readonly (readonly [number, number, string])[]) {
  const edit = editOf(source)
  const inserted = new Set<number>()
  let at = 0
  for (const [skip, take, put] of steps) {
    const start = Math.min(source.length, at + skip)
    const end = Math.min(source.length, start + take)
    edit.keep(start, end)
    if (put) inserted.add(edit.length())
    edit.insert(put, end)
    at = end
  }
  return { ...edit.finish(), inserted }
}

describe('offset maps', () => {
  it('lead every kept character back to itself', () => {
    fc.assert(
      fc.property(edits, ([source, steps]) => {
        const { text, offsets, inserted } = apply(source, steps)
        for (let i = 0; i < text.length; i++) if (!inserted.has(i)) expect(source[toSource(offsets, i)]).toBe(text[i])
      }),
    )
  })

  it('hold one run where nothing was cut', () => {
    const edit = editOf('某区开展活动')
    edit.keep(0, 2)
    edit.keep(2, 6)
    expect(edit.finish()).toEqual({ text: '某区开展活动', offsets: [{ text: 0, source: 0 }] })
  })
})
