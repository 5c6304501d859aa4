import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { relateArticle } from '../../src/relate/relate.ts'
import { ROWS } from '../../src/relate/rows/index.ts'
import { readCalibration } from '../../src/relate/seeds.ts'
import { judge, tally } from './calibrate.ts'
import { DEV_GOLD, readOracle } from './oracle.ts'

const present = DEV_GOLD.filter(existsSync)

describe('the calibration table', () => {
  it('counts no more signed than seen, and knows most rows that often fire', () => {
    const rows = [...readCalibration()]
    for (const [, { signed, seen }] of rows) expect(signed).toBeLessThanOrEqual(seen)
    expect(rows.filter(([rule]) => ROWS.some(r => r.name === rule)).length).toBeGreaterThan(10)
  })

  it('tallies judgements by rule', () => {
    const judged = [
      { rule: 'b', confidence: 0.9, signed: true, ends: true },
      { rule: 'a', confidence: 0.9, signed: false, ends: true },
      { rule: 'b', confidence: 0.9, signed: false, ends: true },
    ]
    expect(tally([...judged, { rule: 'b', confidence: 0.9, signed: false, ends: false }])).toEqual(['a,0,1', 'b,1,2'])
  })
})

// The shared pages may not be part of the repository; a clone without them has nothing to judge.
describe.skipIf(present.length === 0)('on the development gold (skipped where ../shared is absent)', () => {
  it('says 0.85 and more only of edges that are signed that often', () => {
    const sure = present.flatMap(judge).filter(j => j.confidence >= 0.85)
    expect(sure.length).toBeGreaterThan(40)
    expect(sure.filter(j => j.signed).length / sure.length).toBeGreaterThanOrEqual(0.85)
  }, 60_000)

  it('quotes evidence that lies in the text, in order, with known ends', () => {
    let relations = 0
    for (const { article, entities } of present.flatMap(readOracle)) {
      const facts = relateArticle(article, entities)
      const ids = new Set(entities.map(e => e.id))
      for (const { from, to, evidence, confidence } of facts.relations) {
        expect([ids.has(from), ids.has(to)]).toEqual([true, true])
        expect(evidence.start).toBeLessThan(evidence.end)
        expect(evidence.end).toBeLessThanOrEqual(article.text.length)
        expect(confidence).toBeGreaterThan(0)
        expect(confidence).toBeLessThan(1)
        relations++
      }
      expect(relateArticle(article, entities)).toEqual(facts)
    }
    expect(relations).toBeGreaterThan(200)
  }, 60_000)
})
