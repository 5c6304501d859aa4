import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { bodyOf, type GoldPage, readGold } from '../../../src/cli/eval/gold.ts'
import { scoreValue } from '../../../src/cli/eval/print.ts'
import { scoreExtraction } from '../../../src/cli/eval/score.ts'
import { type ExtractedArticle, readExtraction } from '../../../src/cli/read-extraction.ts'

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url))
const scorer = join(shared, 'gold/score.mjs')

/** A repeatable source of yes and no: the same seed gives the same errors. */
function seeded(seed: number): (share: number) => boolean {
  let state = seed
  return share => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 < share
  }
}

/** A system that answers with the gold and errs in every way the scorer knows. */
function imperfect({ gold, page }: GoldPage, seed: number): ExtractedArticle[] {
  const err = seeded(seed)
  const span = { start: 0, end: 1 }
  return gold.articles
    .filter(() => !err(0.1))
    .map((article, i) => {
      const entities = article.entities
        .filter(() => !err(0.15))
        .map(entity => ({
          id: entity.id,
          type: entity.type,
          kind: err(0.1) ? null : ((entity.kind ?? null) as ExtractedArticle['entities'][number]['kind']),
          name: err(0.2) ? (entity.mentions[0] ?? '').slice(err(0.5) ? 1 : 0) : entity.name,
          aliases: err(0.3) ? [] : entity.aliases,
          ...(entity.code && !err(0.1) ? { code: String(entity.code) } : {}),
          mentions: entity.mentions.slice(err(0.3) ? 1 : 0).map(text => ({ ...span, text })),
        }))
      const known = new Set(entities.map(entity => entity.id))
      const ids = [...known]
      const relations = article.relations
        .filter(relation => known.has(relation.from) && known.has(relation.to) && !err(0.2))
        .map(relation => ({
          type: relation.type,
          from: err(0.15) ? (ids[0] ?? '') : relation.from,
          to: err(0.15) ? (ids[ids.length - 1] ?? '') : relation.to,
          evidence: span,
          rule: 'gold',
          confidence: 1,
        }))
      const figures = article.figures
        .filter(figure => known.has(figure.subject) && !err(0.2))
        .map(figure => ({
          subject: err(0.2) ? (ids[0] ?? '') : figure.subject,
          measure: err(0.2) ? `各类${figure.measure.slice(1)}` : figure.measure,
          value: err(0.1) ? figure.value + 1 : figure.value,
          unit: figure.unit ?? '',
          approx: false,
          evidence: span,
        }))
      return {
        id: `a${i}`,
        source: `pages/${gold.source}`,
        index: i + 1,
        title: err(0.2) ? null : (article.title ?? null),
        date: null,
        text: bodyOf(article, page).slice(err(0.2) ? 200 : 0),
        span,
        bylines: article.bylines.filter(() => !err(0.2)).map(({ name }) => ({ name, role: '记者' })),
        entities,
        relations,
        figures,
      }
    })
}

describe.skipIf(!existsSync(scorer))(
  'scoreExtraction against the annotation guide’s scorer (needs ../shared/gold)',
  () => {
    const golds = existsSync(scorer)
      ? ['gold', 'wild/gold'].flatMap(folder =>
          readdirSync(join(shared, folder))
            .filter(name => /^\d+\.json$/.test(name))
            .map(name => join(shared, folder, name)),
        )
      : []

    it.each([1, 2, 3, 4, 5])('agrees to the last digit on a system that errs (seed %i)', seed => {
      const pages = golds.map(path => readGold(path, undefined))
      const extracted = pages.flatMap(page => imperfect(page, seed))
      const file = join(mkdtempSync(join(tmpdir(), 'mailuo-eval-')), 'extracted.jsonl')
      writeFileSync(file, extracted.map(article => `${JSON.stringify(article)}\n`).join(''))
      const theirs = JSON.parse(execFileSync('node', [scorer, file, ...golds, '--json'], { encoding: 'utf8' }))
      const ours = scoreValue(scoreExtraction(readExtraction(file), pages))
      expect(ours).toEqual(theirs)
      expect(ours['entities']?.fn).toBeGreaterThan(50)
      expect(ours['relations']?.fp).toBeGreaterThan(20)
    })
  },
)
