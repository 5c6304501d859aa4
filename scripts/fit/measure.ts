import { nameKey } from '../../src/cli/eval/keys.ts'
import { decideByLearned, decideWithRepeats, proposeAll } from '../../src/extract/extract.ts'
import type { Learned } from '../../src/extract/learned.ts'
import { TAGGED_TYPES } from '../../src/extract/tagger/alphabet.ts'
import type { Mention } from '../../src/model/facts.ts'
import type { AnnotatedArticle } from './corpus.ts'
import { readScene } from './examples.ts'

/** Entities found, invented and missed. */
export interface Tally {
  found: number
  invented: number
  missed: number
}

export const newTallies = (): Tally[] => TAGGED_TYPES.map(() => ({ found: 0, invented: 0, missed: 0 }))

/** What extraction finds in an article by the rules alone, and with what was learned. */
export function extractBoth(
  { text, title }: AnnotatedArticle,
  learned: Learned,
): { readonly ruled: Mention[]; readonly learnt: Mention[] } {
  const scene = readScene(text)
  const candidates = proposeAll(scene)
  return {
    ruled: decideWithRepeats(scene, candidates),
    learnt: decideByLearned(scene, candidates, learned, { title }),
  }
}

/**
 * Counts by type: an entity is found when one of its names is among the mentions' texts, and a text that is no form of any
 * entity of the type is invented; what only points (区人社局) may find a name but invents none. Marks do not count. The form of the entity scores of `mailuo eval`, before linking.
 */
export function count(
  { text, entities }: AnnotatedArticle,
  mentions: readonly Mention[],
  tallies: readonly Tally[],
): void {
  tallies.forEach((tally, type) => {
    const ofType = mentions.filter(one => one.type === TAGGED_TYPES[type])
    const said = new Set(ofType.map(one => nameKey(one.text)))
    const known = new Set<string>()
    for (const entity of entities) {
      if (entity.type !== type) continue
      for (const form of entity.forms) known.add(nameKey(form.text))
      const names = entity.forms.filter(form => form.force === 'must' && text.includes(form.text))
      if (names.length === 0) continue
      if (names.some(form => said.has(nameKey(form.text)))) tally.found++
      else tally.missed++
    }
    for (const form of new Set(ofType.filter(one => !one.anaphor).map(one => nameKey(one.text))))
      if (!known.has(form)) tally.invented++
  })
}

/** P, R and F1 of the tallies together, then F1 by type. */
export function scoreLine(tallies: readonly Tally[]): string {
  const of = (list: readonly Tally[]): readonly [number, number, number] => {
    const sum = (pick: (tally: Tally) => number): number => list.reduce((all, tally) => all + pick(tally), 0)
    const found = sum(tally => tally.found)
    const precision = found / (found + sum(tally => tally.invented) || 1)
    const recall = found / (found + sum(tally => tally.missed) || 1)
    return [precision, recall, (2 * precision * recall) / (precision + recall || 1)]
  }
  const whole = of(tallies).map(share => share.toFixed(3))
  const types = tallies.map((tally, type) => `${TAGGED_TYPES[type]} ${of([tally])[2].toFixed(3)}`)
  return `P ${whole[0]} R ${whole[1]} F1 ${whole[2]} (${types.join(', ')})`
}

/** Names found whose kind is known, and those of the right kind, by type. */
export interface KindTally {
  named: number
  right: number
}

export const newKindTallies = (): Readonly<Record<'ruled' | 'learnt', KindTally[]>> => {
  const tallies = (): KindTally[] => TAGGED_TYPES.map(() => ({ named: 0, right: 0 }))
  return { ruled: tallies(), learnt: tallies() }
}

/** Counts, for each name found, whether its kind is the annotated one. */
export function countKinds(
  { entities }: AnnotatedArticle,
  found: Readonly<Record<'ruled' | 'learnt', readonly Mention[]>>,
  tallies: Readonly<Record<'ruled' | 'learnt', KindTally[]>>,
): void {
  const kinds = new Map(
    entities.flatMap(({ type, kind, forms }) =>
      forms.map((form): [string, string] => [`${type}${nameKey(form.text)}`, kind]),
    ),
  )
  for (const way of ['ruled', 'learnt'] as const) {
    const seen = new Set<string>()
    for (const { type, kind, text, anaphor } of found[way]) {
      const number = TAGGED_TYPES.indexOf(type)
      const key = `${number}${nameKey(text)}`
      const wanted = kinds.get(key)
      if (wanted === undefined || anaphor || type === 'Person' || seen.has(key)) continue
      seen.add(key)
      tallies[way][number]!.named++
      if (kind === wanted) tallies[way][number]!.right++
    }
  }
}

/** The share of right kinds, by type. */
export const kindLine = (tallies: readonly KindTally[]): string =>
  `kinds ${tallies.flatMap(({ named, right }, type) => (named ? [`${TAGGED_TYPES[type]} ${(right / named).toFixed(3)}`] : [])).join(', ')}`
