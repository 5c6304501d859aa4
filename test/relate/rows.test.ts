import { describe, expect, it } from 'vitest'
import { followDoers } from '../../src/relate/doers.ts'
import type { Hit } from '../../src/relate/hits.ts'
import { relateArticle } from '../../src/relate/relate.ts'
import { ROWS } from '../../src/relate/rows/index.ts'
import type { Row } from '../../src/relate/rows/row.ts'
import { applyRules, compileRules } from '../../src/relate/rules.ts'
import { layOut } from '../../src/relate/tokens.ts'
import { readMarked } from './marked.ts'

function hitsOf(rows: readonly Row[], marked: string): readonly Hit[] {
  const { article, entities } = readMarked(marked)
  const layout = layOut(article, entities)
  const hits: Hit[] = []
  applyRules(compileRules(rows), layout, followDoers(article, layout, entities), hits)
  return hits
}

describe.each(ROWS)('row $name', row => {
  it.each(row.fires)('fires: %s', example => {
    const [marked, wanted] = example.split(' => ') as [string, string]
    const got = hitsOf([row], marked).map(h => `${h.from.name} > ${h.to.name}`)
    for (const pair of wanted.split('; ')) expect(got).toContain(pair)
  })

  it.each(row.not)('does not fire: %s', example => {
    expect(hitsOf([row], example)).toEqual([])
  })
})

describe('the rows together', () => {
  it('have names of their own and examples of both sorts', () => {
    expect(new Set(ROWS.map(r => r.name)).size).toBe(ROWS.length)
    for (const row of ROWS) expect([row.fires.length > 0, row.not.length > 0]).toEqual([true, true])
  })

  it('say the same in any order', () => {
    const shuffled = [...ROWS].sort((a, b) => (a.name.slice(-3) < b.name.slice(-3) ? -1 : 1))
    const key = (h: Hit) => `${h.rule} ${h.from.id} ${h.to.id} ${h.start}`
    for (const row of ROWS)
      for (const example of row.fires) {
        const marked = example.split(' => ')[0] as string
        expect(hitsOf(shuffled, marked).map(key).sort()).toEqual(hitsOf(ROWS, marked).map(key).sort())
      }
  })

  it('give relations whose evidence holds the words of the match', () => {
    for (const row of ROWS)
      for (const example of row.fires) {
        const { article, entities } = readMarked(example.split(' => ')[0] as string)
        for (const relation of relateArticle(article, entities).relations) {
          const said = article.text.slice(relation.evidence.start, relation.evidence.end)
          const ends = entities.filter(e => e.id === relation.from || e.id === relation.to)
          expect(ends.some(e => said.includes(e.name))).toBe(true)
        }
      }
  })
})
