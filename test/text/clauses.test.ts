import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitClauses } from '../../src/text/clauses.ts'

const clausesOf = (text: string) => splitClauses(text, []).clauses.map(c => text.slice(c.start, c.end))

describe('splitClauses', () => {
  it.each([
    ['推行新机制，群众满意。', ['推行新机制', '群众满意']],
    ['坚持“党建引领，邻里同心”思路，打造品牌', ['坚持“党建引领，邻里同心”思路', '打造品牌']],
    ['出台《关于水库、河道管理的办法，试行》，即日施行', ['出台《关于水库、河道管理的办法，试行》', '即日施行']],
    ['共有1,234户', ['共有1,234户']],
    ['“路灯亮了。我们放心了。”她说', ['路灯亮了', '我们放心了', '她说']],
    ['第一段\n第二段', ['第一段', '第二段']],
  ])('%s', (text, wanted) => {
    expect(clausesOf(text)).toEqual(wanted)
  })

  it('marks speech, paragraphs and sentences', () => {
    const { clauses, sentences } = splitClauses('“路灯亮了。我们放心了。”她说。\n村里建成广场。', [])
    expect(clauses.map(c => [c.speech, c.paragraph])).toEqual([
      [true, 0],
      [true, 0],
      [false, 0],
      [false, 1],
    ])
    expect(sentences).toHaveLength(4)
  })

  it('gives clauses in order, apart from one another and inside their sentence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('社区', '，', '。', '“', '”', '《', '》', '\n', '12', '（', '）', '：'), {
          maxLength: 40,
        }),
        parts => {
          const text = parts.join('')
          const { clauses, sentences } = splitClauses(text, [])
          let end = 0
          for (const clause of clauses) {
            expect(clause.start).toBeGreaterThanOrEqual(end)
            expect(clause.end).toBeGreaterThan(clause.start)
            expect(clause.end).toBeLessThanOrEqual(text.length)
            end = clause.end
            expect(sentences[clause.sentence]).toBeDefined()
          }
          expect(sentences.reduce((n, s) => n + s.clauses[1] - s.clauses[0], 0)).toBe(clauses.length)
        },
      ),
    )
  })
})
