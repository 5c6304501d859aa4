import { describe, expect, it } from 'vitest'
import { VETOES, vetoOf } from '../../src/link/vetoes.ts'

describe('vetoes', () => {
  for (const veto of VETOES) {
    it.each(veto.apart)(`${veto.name} keeps apart %s and %s`, (long, short) => {
      const at = long.lastIndexOf(short)
      expect(at).toBeGreaterThanOrEqual(0)
      expect(veto.forbids({ before: long.slice(0, at), after: long.slice(at + short.length) })).toBe(true)
      expect(vetoOf(long, short)).not.toBeNull()
    })
  }

  it.each([
    ['新市民新就业人群积分制奖励引导办法', '积分制奖励引导办法'],
    ['阿拉善盟公安局高速交警支队', '高速交警支队'],
    ['2022年中国美丽休闲乡村', '中国美丽休闲乡村'],
  ])('none keeps %s from %s', (long, short) => {
    expect(vetoOf(long, short)).toBeNull()
  })
})
