import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { casesOf } from '../../scripts/fit/relations/cases.ts'
import { labelRelation } from '../../scripts/fit/relations/labels.ts'
import { readPages } from '../../scripts/fit/relations/pages.ts'
import { LEAF } from '../../src/relate/learned/forest.ts'
import { compileForests } from '../../src/relate/learned/forests.ts'
import { QUESTIONS } from '../../src/relate/learned/questions.ts'
import { readThresholds } from '../../src/relate/learned/thresholds.ts'
import { readHits, relateArticle } from '../../src/relate/relate.ts'
import { readMarked } from './marked.ts'

describe('what the judge has learned', () => {
  const [forests, thresholds] = [compileForests(), readThresholds()]

  it('has trees for every question, the first of which bears how often the answer is yes', () => {
    for (const question of QUESTIONS) {
      const { roots, features } = forests[question]
      expect(roots.length).toBeGreaterThan(1)
      expect(features[roots[0]!]).toBe(LEAF)
    }
  })

  it('answers each question with yes from a probability of its own', () => {
    for (const question of QUESTIONS) {
      expect(thresholds[question]).toBeGreaterThan(0)
      expect(thresholds[question]).toBeLessThan(1)
    }
  })
})

describe('the judge', () => {
  it('proposes what no row does where the place is the only one of the level that a body names', () => {
    const { article, entities } = readMarked(
      '[云溪区|Place/county]的居民领到了种子。\n在[区农业农村局|Organisation/government]的指导下，[松杨湖街道|Place/township][杨林社区|Place/village]办起了“[阳台菜园|Programme/activity]”，[区农业农村局|Organisation/government]派人上门教种菜。',
    )
    const found = relateArticle(article, entities).relations.filter(r => r.type === 'LOCATED_IN')
    const nameOf = (id: string) => entities.find(e => e.id === id)?.name
    expect(found.map(r => `${nameOf(r.from)} > ${nameOf(r.to)}`)).toContain('区农业农村局 > 云溪区')
  })

  it('gives the same for the same article', () => {
    const { article, entities } = readMarked(
      '[石桥镇|Place/township]联合[镇商会|Organisation/social]举办“[春耕集市|Programme/activity]”，吸引2000余人参加。',
    )
    const facts = relateArticle(article, entities)
    expect(facts.relations.length).toBeGreaterThan(1)
    expect(relateArticle(article, entities)).toEqual(facts)
  })
})

describe('a cue that reaches into a name', () => {
  it('ends where the name begins, and hides it from no row', () => {
    const { article, entities } = readMarked('[何秀芝|Person]守着果园三十年，荣获[全国护林模范|Programme/honour]。')
    expect(readHits(article, entities).hits.map(hit => `${hit.from.name} ${hit.relation} ${hit.to.name}`)).toContain(
      '何秀芝 RECEIVED 全国护林模范',
    )
  })
})

const gold = [
  '../shared/gold/001.json',
  '../shared/gold/003.json',
  ...['05', '21', '22', '33', '36'].map(n => `../shared/wild/gold/${n}.json`),
]
const own = ['01', '02', '03'].map(n => `test/eval/own/gold/${n}.json`)

describe('on annotated articles (the shared ones where ../shared stands beside the repository)', () => {
  const cases = readPages([...own, ...gold.filter(existsSync)]).flatMap(page => casesOf(page, 'given'))

  it('quotes evidence that lies in the text, in order, with known ends', () => {
    let relations = 0
    for (const { article, entities } of cases) {
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
    }
    expect(relations).toBeGreaterThan(40)
  }, 60_000)

  it('is right about nearly all relations between ends that are given', () => {
    const judged = cases.flatMap(one =>
      relateArticle(one.article, one.entities).relations.map(r => labelRelation(one, r.type, r.from, r.to).right),
    )
    const told = judged.filter(right => right !== null)
    expect(told.filter(right => right === 1).length / told.length).toBeGreaterThan(0.85)
  }, 60_000)
})
