import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numeralAt, parseNumeral } from '../../src/text/numerals.ts'

const DIGITS = '零一二三四五六七八九'

/** A whole number below 10^8 as a person writes it: 12,034 → 一万二千零三十四. */
function inHanzi(value: number): string {
  if (value < 10) return DIGITS.charAt(value)
  if (value >= 10_000) {
    const rest = value % 10_000
    const gap = rest === 0 ? '' : rest < 1000 ? `零${inHanzi(rest)}` : inHanzi(rest)
    return `${inHanzi(Math.floor(value / 10_000))}万${gap}`
  }
  let out = ''
  let rest = value
  let gap = false
  for (const [scale, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    const digit = Math.floor(rest / scale)
    rest %= scale
    if (digit) out += `${gap ? '零' : ''}${DIGITS.charAt(digit)}${sign}`
    gap = out !== '' && digit === 0
  }
  return rest ? `${out}${gap ? '零' : ''}${DIGITS.charAt(rest)}` : out
}

describe('numeralAt', () => {
  it('reads back what is written in hanzi', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), value => {
        expect(parseNumeral(inHanzi(value))).toBe(value)
      }),
    )
  })

  it('reads back arabic numbers with and without decimals, whatever stands round them', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const written = cents ? `${whole}.${String(cents).padStart(2, '0')}` : String(whole)
        const found = numeralAt(`共有${written}名`, 2)
        expect(found?.value).toBe(Number(written))
        expect(found?.end).toBe(2 + written.length)
      }),
    )
  })

  it.each([
    ['1.23万', 12_300],
    ['30余万', 300_000],
    ['5亿多', 500_000_000],
    ['２０', 20],
    ['1,234', 1234],
    ['58、47万', 584_700],
    ['三万五', 35_000],
    ['两千三百', 2300],
    ['一百零五', 105],
    ['十二', 12],
    ['二〇二四', 2024],
    ['三点五', 3.5],
  ])('%s is %d', (written, value) => {
    expect(parseNumeral(written)).toBe(value)
  })

  it.each([
    ['96.4%', 96.4, false],
    ['75.94％', 75.94, false],
    ['7成', 70, false],
    ['九成', 90, false],
    ['百分之九十五', 95, false],
  ])('%s is %d per cent', (written, value, approx) => {
    expect(numeralAt(written, 0)).toMatchObject({ value, approx, percent: true, end: written.length })
  })

  it.each(['700余', '8万多', '30来', '二十多'])('%s is about', written => {
    expect(numeralAt(written, 0)).toMatchObject({ approx: true, end: written.length })
  })

  it('keeps a list a list, and 成 a verb', () => {
    expect(numeralAt('3、4万', 0)).toMatchObject({ value: 3, end: 1 })
    expect(numeralAt('2成立', 0)).toMatchObject({ value: 2, percent: false, end: 1 })
  })

  it('finds none where none begins', () => {
    expect(numeralAt('万家', 0)).toBeNull()
    expect(parseNumeral('')).toBeNull()
    expect(parseNumeral('12人')).toBeNull()
  })
})
