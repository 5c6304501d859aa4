import { describe, expect, it } from 'vitest'
import { argueRelations } from '../../src/relate/argue.ts'
import { relateArticle } from '../../src/relate/relate.ts'
import { readMarked } from './marked.ts'

const { article, entities } = readMarked(
  '[云溪区|Place/county][松杨湖街道|Place/township]推出“[银杏管家|Programme/brand]”。近日，“[银杏管家|Programme/brand]”又在[松杨湖街道|Place/township][杨林社区|Place/village]启动。[[云溪区|Place/county][松杨湖街道|Place/township]综治中心|Organisation/government]位于[云溪区|Place/county]。',
)
const nameOf = (id: string) => entities.find(e => e.id === id)?.name
const pairs = argueRelations(article, entities)
const lines = pairs.flatMap(pair =>
  pair.arguments.map(a => `${pair.type} ${nameOf(pair.from)} > ${nameOf(pair.to)} | ${a.rule} | ${a.verdict}`),
)

describe('the arguments for relations', () => {
  it('name the rule that says it and those that said it with less weight', () => {
    const runs = lines.filter(line => line.startsWith('RUNS 松杨湖街道 > 银杏管家'))
    expect(runs[0]).toBe('RUNS 松杨湖街道 > 银杏管家 | launches-programme | says it')
    expect(lines).toContain('RUNS 松杨湖街道 > 银杏管家 | programme-mentioned | only where no other row speaks')
  })

  it('name the containers that lost and why', () => {
    expect(lines).toContain('LOCATED_IN 云溪区松杨湖街道综治中心 > 云溪区 | container-in-name | a nearer container')
    expect(lines).toContain('LOCATED_IN 云溪区松杨湖街道综治中心 > 云溪区 | container-located | a nearer container')
  })

  it('name a rule once a pair', () => {
    const named = lines.map(line => line.split(' | ').slice(0, 2).join())
    expect(new Set(named).size).toBe(named.length)
  })

  it('sum up to the probability that is said', () => {
    for (const { probability, terms } of pairs) {
      const sum = terms.reduce((total, { weight }) => total + weight, 0)
      expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(probability, 10)
    }
  })

  it('say exactly the relations that are given', () => {
    const said = pairs.filter(pair => pair.signed).map(pair => `${pair.type} ${nameOf(pair.from)} > ${nameOf(pair.to)}`)
    const given = relateArticle(article, entities).relations.map(r => `${r.type} ${nameOf(r.from)} > ${nameOf(r.to)}`)
    expect(said.sort()).toEqual([...given].sort())
  })
})
