import type { Article } from '../model/article.ts'
import type { Entity } from '../model/facts.ts'
import { levelOf } from './places.ts'
import { canAct, type Found } from './subjects.ts'
import type { Layout } from './tokens.ts'

/** The place or body that the headline names first (innermost of a chain), else the first that acts in the body. */
export function findProtagonist(
  article: Article,
  entities: readonly Entity[],
  layout: Layout,
  found: readonly Found[],
): Entity | null {
  const inTitle = article.title ? protagonistOfTitle(article.title, entities) : null
  if (inTitle) return inTitle
  const subjects = found.flatMap(c => c.subject.map(n => n.entity)).filter(e => e.kind !== 'site')
  if (subjects.length) return mostNamed(subjects)
  for (const sentence of layout.sentences)
    for (const token of sentence.tokens)
      if (token.name && canAct(token.name) && !['site', 'estate'].includes(token.name.entity.kind ?? ''))
        return token.name.entity
  return null
}

/** The place that acts most often; standing first and standing high count too: a story may open with a village and be its city's. */
function mostNamed(subjects: readonly Entity[]): Entity | null {
  const first = subjects[0] as Entity
  const counts = new Map<Entity, number>([[first, 1.5]])
  for (const entity of subjects) counts.set(entity, (counts.get(entity) ?? Math.max(0, 4 - levelOf(entity)) * 0.75) + 1)
  const places = [...counts.keys()].filter(e => e.type === 'Place' && (first.type === 'Place' || levelOf(e) <= 3))
  places.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || levelOf(a) - levelOf(b))
  return places[0] ?? first
}

function protagonistOfTitle(title: string, entities: readonly Entity[]): Entity | null {
  let best: { entity: Entity; at: number; end: number } | null = null
  const spots: { entity: Entity; at: number; end: number }[] = []
  for (const entity of entities) {
    if (entity.type !== 'Place' && entity.type !== 'Organisation') continue
    if (entity.kind === 'site') continue
    let spot: { entity: Entity; at: number; end: number } | null = null
    const look = (form: string): void => {
      const at = form.length < 2 ? -1 : title.indexOf(form)
      if (at >= 0 && (!spot || at < spot.at || (at === spot.at && at + form.length > spot.end)))
        spot = { entity, at, end: at + form.length }
    }
    look(entity.name)
    entity.aliases.forEach(look)
    for (const mention of entity.mentions) if (!mention.anaphor) look(mention.text)
    if (spot) spots.push(spot)
  }
  spots.sort((a, b) => a.at - b.at || b.end - a.end || levelOf(b.entity) - levelOf(a.entity))
  for (const spot of spots) {
    // 回民区|光明路街道|阳光社区: follow the chain to its innermost name.
    if (!best) best = spot
    else if (spot.at >= best.end && spot.at - best.end <= 1 && levelOf(spot.entity) > levelOf(best.entity)) best = spot
    else if (spot.at < best.end && spot.end > best.end) best = spot
    else if (spot.at > best.end + 1) break
  }
  return best?.entity ?? null
}
