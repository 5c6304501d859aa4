import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMPONENT_RULES } from '../../src/relate/components.ts'
import { CONTAINMENT } from '../../src/relate/containment.ts'
import { readCounts, settleCount } from '../../src/relate/counts.ts'
import { MEASURE_RULES } from '../../src/relate/measures.ts'
import { NAMESAKE_RULE } from '../../src/relate/namesakes.ts'
import { PARTNER_RULE } from '../../src/relate/partners.ts'
import { POST_RULES } from '../../src/relate/posts.ts'
import { readHits } from '../../src/relate/relate.ts'
import { ROWS } from '../../src/relate/rows/index.ts'
import { readMarked } from './marked.ts'

/** Rules that need codes or linking, which marked sentences have not. */
const LINKED = ['container-by-register', 'container-linked']

const folder = new URL('../cases/relate/', import.meta.url)

function ownExamples(): readonly string[] {
  const cases = readdirSync(folder).flatMap(file =>
    readFileSync(new URL(file, folder), 'utf8')
      .split(/^# /mu)
      .slice(1)
      .map(part => (part.split('==>')[0] as string).trim().split('\n').slice(1).join('\n')),
  )
  return [...cases, ...ROWS.flatMap(row => row.fires.map(example => example.split(' => ')[0] as string))]
}

function firing(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const count = (rule: string) => counts.set(rule, (counts.get(rule) ?? 0) + 1)
  for (const marked of ownExamples()) {
    const { article, entities } = readMarked(marked)
    const { layout, doers, hits } = readHits(article, entities)
    for (const { rule } of hits) count(rule)
    for (const counted of readCounts(layout, doers))
      for (const { entity } of counted.votes) {
        const rule = settleCount(layout, doers, counted, entity)?.measure.rule
        if (rule) count(rule)
      }
  }
  return counts
}

describe('the rules of relations and figures', () => {
  it('fire each on some example of our own', () => {
    const counts = firing()
    const all = [
      ...[...ROWS, ...CONTAINMENT, ...COMPONENT_RULES, NAMESAKE_RULE, PARTNER_RULE].map(({ name }) => name),
      ...Object.keys(POST_RULES),
      ...Object.keys(MEASURE_RULES),
    ]
    expect(all.filter(rule => !counts.has(rule) && !LINKED.includes(rule))).toEqual([])
  })
})
