/**
 * Counts on the development gold how often a reader signs what each rule says, and writes `seeds/relate/calibration.csv`.
 * Run it by `npx tsx test/relate/calibrate.ts [GOLD…]` after rules or extraction changed; it counts on the gold named too.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Entity, Facts } from '../../src/model/facts.ts'
import { readFacts } from '../../src/page-facts.ts'
import { DEV_GOLD } from './oracle.ts'

interface GoldEntity {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases?: readonly string[]
  readonly mentions: readonly string[]
  readonly optional?: boolean
}

interface GoldArticle {
  readonly end: string
  readonly entities: readonly GoldEntity[]
  readonly relations: readonly { readonly type: string; readonly from: string; readonly to: string }[]
  readonly figures?: readonly { readonly subject: string; readonly value: number }[]
}

/** One edge or figure that the program gave, and what the gold says of it. */
export interface Judged {
  readonly rule: string
  readonly confidence: number
  readonly signed: boolean
  /** Both ends are entities of the gold: only then does it tell of the rule. */
  readonly ends: boolean
}

const squeeze = (s: string) => s.normalize('NFKC').replace(/\s+/gu, '')
const key = (s: string) => squeeze(s).replace(/["'“”‘’《》()（）·—-]/gu, '')

/** Judges all that the pipeline gives for one gold file; edges that touch an optional entity only are left out. */
export function judge(goldPath: string): readonly Judged[] {
  const gold = JSON.parse(readFileSync(goldPath, 'utf8')) as { source: string; articles: readonly GoldArticle[] }
  const path = [dirname(goldPath), join(dirname(goldPath), '../sources')]
    .map(dir => join(dir, gold.source))
    .find(existsSync)
  if (!path) return []
  const { facts } = readFacts(gold.source, readFileSync(path))
  return gold.articles.flatMap(a => {
    const mine = facts.find(f => squeeze(f.article.text).includes(squeeze(a.end).slice(-10)))
    return mine ? judgeArticle(a, mine) : []
  })
}

function judgeArticle(gold: GoldArticle, facts: Facts): readonly Judged[] {
  const byName = (e: Entity) =>
    gold.entities.find(g => g.type === e.type && [g.name, ...(g.aliases ?? [])].some(n => key(n) === key(e.name))) ??
    gold.entities.find(g => g.type === e.type && g.mentions.some(m => e.mentions.some(x => key(x.text) === key(m))))
  const match = new Map(facts.entities.map(e => [e.id, byName(e)]))
  const inside = (a: string, b: string) =>
    gold.relations.some(r => r.type === 'LOCATED_IN' && r.from === a && r.to === b)
  const ancestors = (id: string, into = new Set<string>()): ReadonlySet<string> => {
    for (const r of gold.relations)
      if (r.type === 'LOCATED_IN' && r.from === id && !into.has(r.to)) ancestors(r.to, into.add(r.to))
    return into
  }
  const out: Judged[] = []
  for (const r of facts.relations) {
    const [from, to] = [match.get(r.from), match.get(r.to)]
    const said = (a: string, b: string) =>
      gold.relations.some(
        g =>
          g.type === r.type &&
          g.to === b &&
          (g.from === a || (r.type !== 'LOCATED_IN' && (inside(g.from, a) || inside(a, g.from)))),
      )
    const signed =
      from !== undefined &&
      to !== undefined &&
      (said(from.id, to.id) || (r.type === 'WORKS_WITH' && said(to.id, from.id)))
    if (!signed && (from?.optional || to?.optional)) continue
    // What restates containment two steps up is neither right nor wrong.
    if (!signed && from && to && r.type === 'LOCATED_IN' && ancestors(from.id).has(to.id)) continue
    out.push({ rule: r.rule, confidence: r.confidence, signed, ends: from !== undefined && to !== undefined })
  }
  for (const f of facts.figures) {
    const subject = match.get(f.subject)?.id
    const signed = (gold.figures ?? []).some(
      g =>
        Math.abs(g.value - f.value) < 1e-6 * Math.max(1, g.value) &&
        subject !== undefined &&
        (g.subject === subject || inside(g.subject, subject) || inside(subject, g.subject)),
    )
    out.push({ rule: f.rule, confidence: f.confidence, signed, ends: subject !== undefined })
  }
  return out
}

/** Rows of the table: how often each rule was seen, and how often signed, sorted by rule. */
export function tally(judged: readonly Judged[]): readonly string[] {
  const counts = new Map<string, [number, number]>()
  for (const { rule, signed, ends } of judged) {
    if (!ends) continue
    const [yes, all] = counts.get(rule) ?? [0, 0]
    counts.set(rule, [yes + (signed ? 1 : 0), all + 1])
  }
  return [...counts].map(([rule, [yes, all]]) => `${rule},${yes},${all}`).sort()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rows = tally([...DEV_GOLD, ...process.argv.slice(2)].filter(existsSync).flatMap(judge))
  writeFileSync(
    new URL('../../seeds/relate/calibration.csv', import.meta.url),
    `rule,signed,seen\n${rows.join('\n')}\n`,
  )
  console.log(rows.join('\n'))
}
