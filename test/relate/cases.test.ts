import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Outvoted } from '../../src/relate/containment.ts'
import { readCounts, settleCount } from '../../src/relate/counts.ts'
import { judgePairs } from '../../src/relate/learned/judge.ts'
import { surveyArticle } from '../../src/relate/learned/survey.ts'
import { readHits, relateArticle } from '../../src/relate/relate.ts'
import { readMarked } from './marked.ts'

const folder = new URL('../cases/relate/', import.meta.url)

interface Case {
  readonly name: string
  readonly marked: string
  readonly wanted: readonly string[]
}

/** `# name`, the marked text, `==>`, one line a relation or figure; cases divided by blank lines. */
function readCases(file: string): readonly Case[] {
  return readFileSync(new URL(file, folder), 'utf8')
    .split(/^# /mu)
    .slice(1)
    .map(part => {
      const [head, wanted] = part.split('==>') as [string, string]
      const [name, ...lines] = head.trim().split('\n')
      return {
        name: name as string,
        marked: lines.join('\n'),
        wanted: wanted
          .trim()
          .split('\n')
          .filter(l => l !== ''),
      }
    })
}

/** What rows and voters propose: every relation that a row speaks for, every number with the first vote for its subject. */
function proposed(marked: string): readonly string[] {
  const { article, entities } = readMarked(marked)
  const outvoted: Outvoted[] = []
  const { layout, doers, hits } = readHits(article, entities, outvoted)
  const survey = surveyArticle(article, entities, layout, doers)
  const relations = judgePairs(survey, hits, outvoted).judgements.flatMap(({ hit }) =>
    hit ? [`${hit.relation} ${hit.from.name} > ${hit.to.name}${hit.title ? ` ${hit.title}` : ''}`] : [],
  )
  const figures = readCounts(layout, doers).flatMap(count => {
    const owner = count.votes[0]?.entity
    const settled = owner && settleCount(layout, doers, count, owner)
    const { value, unit, approx } = count.quantity
    return settled
      ? [`FIGURE ${settled.subject.name} | ${settled.measure.text} | ${approx ? '~' : ''}${value} ${unit}`]
      : []
  })
  return [...relations, ...figures]
}

/** What is said in the end. */
function said(marked: string): readonly string[] {
  const { article, entities } = readMarked(marked)
  const facts = relateArticle(article, entities)
  const name = (id: string) => entities.find(e => e.id === id)?.name ?? id
  return [
    ...facts.relations.map(r => `${r.type} ${name(r.from)} > ${name(r.to)}${r.title ? ` ${r.title}` : ''}`),
    ...facts.figures.map(f => `FIGURE ${name(f.subject)} | ${f.measure} | ${f.approx ? '~' : ''}${f.value} ${f.unit}`),
  ]
}

for (const file of readdirSync(folder).sort()) {
  describe(file, () => {
    it.each(readCases(file).map(c => [c.name, c] as const))('%s', (_name, { marked, wanted }) => {
      expect([...proposed(marked)].sort()).toEqual([...wanted].sort())
    })
  })
}

it('nearly all that the rows rightly propose is said in the end, and little else', () => {
  const cases = readdirSync(folder).flatMap(readCases)
  const outcomes = cases.map(({ marked, wanted }) => {
    const given = said(marked)
    return { kept: wanted.filter(line => given.includes(line)).length, wanted: wanted.length, given: given.length }
  })
  const sum = (key: 'kept' | 'wanted' | 'given') => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  expect(sum('kept') / sum('wanted')).toBeGreaterThan(0.85)
  expect(sum('kept') / sum('given')).toBeGreaterThan(0.85)
})
