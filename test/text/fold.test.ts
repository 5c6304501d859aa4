import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'

describe('folding', () => {
  it('gives half-width letters, digits and marks, and one of each kind of mark', () => {
    expect(fold('达７５．９４％，（Ａｐｐ）')).toBe('达75.94%,(App)')
    expect(fold('「红蜂驿站」⋯阿拉坦・其其格')).toBe('“红蜂驿站”…阿拉坦·其其格')
    expect(fold('无可折叠')).toBe('无可折叠')
  })

  it('keeps every offset and is done after once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const once = fold(text)
        expect(once.length).toBe(text.length)
        expect(fold(once)).toBe(once)
      }),
    )
  })
})
