import type { ExtractedArticle } from '../read-extraction.ts'
import type { GoldArticle, GoldEntity } from './gold.ts'
import { nameKey } from './keys.ts'
import type { Score } from './tally.ts'

type SystemEntity = ExtractedArticle['entities'][number]

/** Which gold entity each extracted one stands for, and the other way round, by id. */
export interface EntityMatch {
  readonly goldOf: ReadonlyMap<string, GoldEntity>
  readonly systemOf: ReadonlyMap<string, SystemEntity>
}

const surfaces = (entity: SystemEntity): string[] =>
  [entity.name, ...entity.aliases, ...entity.mentions.map(mention => mention.text)].map(nameKey)

/** Pairs entities one to one: by canonical name first, then by any shared surface form. */
export function matchEntities(gold: GoldArticle, system: readonly SystemEntity[]): EntityMatch {
  const names = gold.entities.map(entity => new Set([entity.name, ...entity.aliases].map(nameKey)))
  const forms = gold.entities.map((entity, i) => new Set([...(names[i] ?? []), ...entity.mentions.map(nameKey)]))
  const goldOf = new Map<string, GoldEntity>()
  const systemOf = new Map<string, SystemEntity>()
  const pass = (fits: (candidate: SystemEntity, i: number) => boolean) => {
    for (const candidate of system) {
      if (goldOf.has(candidate.id)) continue
      const wanted = gold.entities.find(
        (entity, i) => entity.type === candidate.type && !systemOf.has(entity.id) && fits(candidate, i),
      )
      if (!wanted) continue
      goldOf.set(candidate.id, wanted)
      systemOf.set(wanted.id, candidate)
    }
  }
  pass((candidate, i) => names[i]?.has(nameKey(candidate.name)) ?? false)
  pass((candidate, i) => forms[i]?.has(nameKey(candidate.name)) ?? false)
  pass((candidate, i) => surfaces(candidate).some(form => names[i]?.has(form)))
  return { goldOf, systemOf }
}

/** Counts entities by type, and of those found their canonical names, kinds and codes. */
export function scoreEntities(
  score: Score,
  where: string,
  gold: GoldArticle,
  system: readonly SystemEntity[],
  match: EntityMatch,
): void {
  for (const wanted of gold.entities) {
    if (wanted.optional) continue
    const found = match.systemOf.get(wanted.id)
    score.count(found ? 'right' : 'missed', 'entities', `entities.${wanted.type}`)
    if (found) scoreFound(score, where, wanted, found)
    else
      score.miss(
        where,
        `entities.${wanted.type}`,
        'missed',
        `${wanted.type} missing: ${wanted.name} (${wanted.mentions.slice(0, 3).join(' / ')})`,
      )
  }
  for (const entity of system) {
    if (match.goldOf.has(entity.id)) continue
    score.count('invented', 'entities', `entities.${entity.type}`)
    score.miss(where, `entities.${entity.type}`, 'invented', `${entity.type} invented: ${entity.name}`)
  }
}

function scoreFound(score: Score, where: string, wanted: GoldEntity, found: SystemEntity): void {
  if ([wanted.name, ...wanted.aliases].map(nameKey).includes(nameKey(found.name))) {
    score.count('right', 'canonical names')
  } else {
    score.count('invented', 'canonical names')
    score.count('missed', 'canonical names')
    score.miss(where, 'canonical names', 'wrong name', `${wanted.type} named ${found.name}, wanted ${wanted.name}`)
  }
  if (!wanted.kind || wanted.kind === found.kind) {
    score.count('right', 'kinds')
  } else {
    score.count('invented', 'kinds')
    score.count('missed', 'kinds')
    score.miss(where, 'kinds', 'wrong kind', `${wanted.type} ${wanted.name} is ${wanted.kind}, got ${found.kind}`)
  }
  if (wanted.code) scoreCode(score, where, wanted, found)
}

function scoreCode(score: Score, where: string, wanted: GoldEntity, found: SystemEntity): void {
  if (String(found.code ?? '') === String(wanted.code)) {
    score.count('right', 'place codes')
    return
  }
  score.count('missed', 'place codes')
  if (found.code) score.count('invented', 'place codes')
  score.miss(
    where,
    'place codes',
    'wrong code',
    `place code of ${wanted.name}: wanted ${wanted.code}, got ${found.code ?? 'none'}`,
  )
}
