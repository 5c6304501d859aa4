import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/text/dates.ts'

const isoOf = (text: string, base: string | null = '2024-11-20') =>
  findDates(text, 0, text.length, base).map(d => d.iso)

describe('findDates', () => {
  it('reads back full dates, and its spans cut them out of the text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1950, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (y, m, d) => {
          const written = `${y}年${m}月${d}日`
          const text = `据悉，${written}，社区挂牌`
          const [hit] = findDates(text, 0, text.length, null)
          expect(hit?.iso).toBe(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
          expect(text.slice(hit?.start, hit?.end)).toBe(written)
        },
      ),
    )
  })

  it.each([
    ['2024年以来', ['2024']],
    ['去年以来', ['2023']],
    ['今年3月', ['2024-03']],
    ['前年', ['2022']],
    ['2019年3月，公司成立党支部；8月，又', ['2019-03', '2019-08']],
    ['12月7日', ['2024-12-07']],
    ['截至目前', ['2024-11-20']],
    ['目前，全县', ['2024-11-20']],
    ['在社区工作27年', []],
    ['3个月', []],
    ['13月', []],
  ])('%s', (text, wanted) => {
    expect(isoOf(text)).toEqual(wanted)
  })

  it('says nothing relative without a date to be relative to', () => {
    expect(isoOf('今年3月，截至目前，去年', null)).toEqual([])
  })
})
