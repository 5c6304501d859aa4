import type { ExtractedArticle } from '../read-extraction.ts'
import type { GoldArticle } from './gold.ts'
import { dice, gramsOf, nameKey } from './keys.ts'
import type { EntityMatch } from './score-entities.ts'
import type { Containment } from './score-relations.ts'
import type { Score } from './tally.ts'

/** Two measures read alike: one holds the other, or they share half of their characters. */
function readAlike(a: string, b: string): boolean {
  const x = nameKey(a)
  const y = nameKey(b)
  return x.includes(y) || y.includes(x) || dice(gramsOf(x, 1), gramsOf(y, 1)) >= 0.5
}

/** Counts figures: the same value of the same entity, or of the place it sits in, with a measure that reads alike. */
export function scoreFigures(
  score: Score,
  where: string,
  gold: GoldArticle,
  system: ExtractedArticle | null,
  match: EntityMatch,
  { inside }: Containment,
): void {
  const used = new Set<number>()
  for (const figure of system?.figures ?? []) {
    const subject = match.goldOf.get(figure.subject)?.id
    const i = gold.figures.findIndex(
      (wanted, i) =>
        !used.has(i) &&
        Math.abs(wanted.value - figure.value) < 1e-6 * Math.max(1, Math.abs(wanted.value)) &&
        (wanted.subject === subject || inside(wanted.subject, subject) || inside(subject, wanted.subject)) &&
        readAlike(wanted.measure, figure.measure),
    )
    if (i >= 0) {
      used.add(i)
      if (!gold.figures[i]?.optional) score.count('right', 'figures')
      continue
    }
    score.count('invented', 'figures')
    const name = system?.entities.find(entity => entity.id === figure.subject)?.name
    const said = `${name} ${figure.measure} = ${figure.value}${figure.unit ?? ''}`
    score.miss(where, 'figures', 'invented', `figure invented: ${said}`)
  }
  for (const [i, wanted] of gold.figures.entries()) {
    if (used.has(i) || wanted.optional) continue
    score.count('missed', 'figures')
    const name = gold.entities.find(entity => entity.id === wanted.subject)?.name
    const said = `${name} ${wanted.measure} = ${wanted.value}${wanted.unit ?? ''}`
    score.miss(where, 'figures', 'missed', `figure missing: ${said}`)
  }
}
