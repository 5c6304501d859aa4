import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fitLogistic, share } from '../../scripts/fit/logistic.ts'
import { casesOf } from '../../scripts/fit/relations/cases.ts'
import { candidatesOf } from '../../scripts/fit/relations/examples.ts'
import { wantedOf } from '../../scripts/fit/relations/labels.ts'
import { readPages } from '../../scripts/fit/relations/pages.ts'

const probability = (weights: Float64Array, features: readonly number[]) =>
  share(features.reduce((sum, j) => sum + (weights[j] as number), 0))

describe('the logistic fit', () => {
  const examples = Array.from({ length: 40 }, (_, i) => ({
    features: i % 2 ? [0, 1] : [0, 2],
    right: (i % 8 === 0 ? 1 - (i % 2) : i % 2) as 0 | 1,
  }))

  it('weighs a feature by how often it holds of what is right', () => {
    const weights = fitLogistic(examples, 3, 0.01, [0])
    expect(probability(weights, [0, 1])).toBeGreaterThan(0.95)
    expect(probability(weights, [0, 2])).toBeCloseTo(0.25, 1)
  })

  it('is drawn to nothing by the penalty, save what is free, and gives the same twice', () => {
    const [loose, tight] = [0.1, 1000].map(ridge => fitLogistic(examples, 3, ridge, [0]))
    expect(Math.abs(tight?.[1] as number)).toBeLessThan(Math.abs(loose?.[1] as number) / 10)
    expect(probability(tight as Float64Array, [0, 1])).toBeCloseTo(25 / 40, 1)
    expect(fitLogistic(examples, 3, 0.1, [0])).toEqual(loose)
  })

  it('starts from the log-odds that it is given', () => {
    const sure = examples.map(example => ({ ...example, offset: example.right ? 9 : -9 }))
    const weights = fitLogistic(sure, 3, 1)
    for (const weight of weights) expect(Math.abs(weight)).toBeLessThan(0.01)
  })
})

describe('annotated pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailuo-fit-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  writeFileSync(
    join(folder, 'own.txt'),
    [
      '=== 7',
      '云溪区松杨湖街道办起银杏食堂',
      '（记者 李禾）近日，云溪区松杨湖街道杨林社区推出“银杏食堂”，每天为86名老人送餐，社区网格员周小满负责登记。这项服务受到居民欢迎，许多老人说，饭菜软和，价钱公道，出门几步就能吃上热饭。',
      '---',
      'P county | 云溪区',
      'P township | 松杨湖街道',
      'P village | 杨林社区 = ~社区',
      'G service | “银杏食堂” = 银杏食堂',
      '?H - | 周小满',
      'LOCATED_IN | 杨林社区 -> 松杨湖街道',
      'LOCATED_IN | 松杨湖街道 -> 云溪区',
      'RUNS | 杨林社区 -> “银杏食堂”',
      'AFFILIATED_WITH | 周小满 -> 杨林社区',
    ].join('\n'),
  )
  writeFileSync(join(folder, 'figures.list'), '=== 7\n“银杏食堂” | 老人 | 86 | 名\n杨林社区 | 老人 | 86 | 名 | ?\n')
  const pages = readPages([folder])
  const cases = pages.flatMap(page => casesOf(page, 'given'))

  it('are read with their entities, and what must be found of them', () => {
    expect(cases[0]?.entities.map(({ name }) => name)).toEqual([
      '云溪区',
      '松杨湖街道',
      '杨林社区',
      '“银杏食堂”',
      '周小满',
    ])
    expect(wantedOf(pages[0]?.articles[0] as never).map(({ question }) => question)).toEqual([
      'LOCATED_IN',
      'LOCATED_IN',
      'RUNS',
      'FIGURE',
    ])
  })

  it('become questions: what is said is right, what is optional is left open, anything else is wrong', () => {
    const answers = new Map(cases.flatMap(candidatesOf).map(({ about, right }) => [about, right]))
    expect(answers.get('RUNS 杨林社区 > “银杏食堂”')).toBe(1)
    expect(answers.get('LOCATED_IN 松杨湖街道 > 云溪区')).toBe(1)
    expect(answers.get('LOCATED_IN 杨林社区 > 云溪区')).toBeNull()
    expect(answers.get('AFFILIATED_WITH 周小满 > 杨林社区')).toBeNull()
    expect(answers.get('RUNS 周小满 > “银杏食堂”')).toBeNull()
    expect(answers.get('FIGURE “银杏食堂” 老人送餐 86')).toBe(1)
  })
})
