import { describe, expect, it } from 'vitest'
import { otherEnding } from '../../src/link/endings.ts'
import { leadingLevel, trailingLevel } from '../../src/link/find-place.ts'
import { NAME_LEVELS, PROVINCIAL_LEVELS, UPPER_UNITS } from '../../src/link/levels.ts'

describe('level words', () => {
  it('are found at either end, the longest first', () => {
    expect([leadingLevel('街道城市管理办'), leadingLevel('社区居委会'), leadingLevel('居委会')]).toEqual([
      '街道',
      '社区',
      null,
    ])
    expect([trailingLevel('该县'), trailingLevel('全自治区'), trailingLevel('他们')]).toEqual(['县', '自治区', null])
  })

  it('are grouped by the kinds they may mean', () => {
    expect(PROVINCIAL_LEVELS).toContain('市')
    expect(PROVINCIAL_LEVELS).not.toContain('区')
    expect(UPPER_UNITS).not.toContain('镇')
    expect(NAME_LEVELS).toContain('嘎查')
    expect(NAME_LEVELS).not.toContain('区域服务中心')
  })
})

describe('other endings', () => {
  it.each([
    ['division', '三江自治县', '三江县'],
    ['division', '方城行政村', '方城村'],
    ['street', '水果湖街', '水果湖街道'],
    ['body', '沙田村委', '沙田村委会'],
    ['body', '泗里村村委', '泗里村委会'],
    ['team', '应急队伍', '应急队'],
  ] as const)('%s: %s is %s', (group, name, other) => expect(otherEnding(name, group)).toBe(other))

  it.each([
    ['division', '水果湖街'],
    ['street', '水果湖街道'],
    ['body', '沙田村委会'],
  ] as const)('%s: %s has none', (group, name) => expect(otherEnding(name, group)).toBeNull())
})
