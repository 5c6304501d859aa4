import type { PageContext } from '../extract/page-context.ts'
import { openRegister } from '../extract/register/register.ts'
import type { Article } from '../model/article.ts'
import type { Entity, Mention } from '../model/facts.ts'
import { bySpan } from '../model/span.ts'
import { anchorOf, findParents } from './anchors.ts'
import { linkBracketAliases } from './bracket-aliases.ts'
import { type Draft, firstOf } from './draft.ts'
import { linkBodies } from './link-bodies.ts'
import { linkNames } from './link-names.ts'
import { linkPersons } from './link-persons.ts'
import { linkPlaces } from './link-places.ts'
import { linkPointers } from './link-pointers.ts'
import { makeScene, type Scene } from './scene.ts'

/**
 * Turns the mentions of one article into its entities: one a thing, with canonical name, aliases, division code, container
 * and the reasons for it. Places come first, since everything else is named by them. What points to nothing is left out.
 * @returns the entities in order of first mention
 */
export function linkArticle(article: Article, mentions: readonly Mention[], context: PageContext): Entity[] {
  const scene = makeScene(article, [...mentions].sort(bySpan), context, openRegister())
  linkPlaces(scene)
  linkPointers(scene)
  linkBodies(scene)
  linkNames(scene, mention => mention.type === 'Organisation' && mention.kind === 'team')
  linkNames(scene, mention => mention.type === 'Programme')
  linkPersons(scene)
  linkBracketAliases(scene)
  findParents(scene)
  return toEntities(scene)
}

function toEntities(scene: Scene): Entity[] {
  const kept = scene.drafts
    .filter(draft => draft.mentions.length > 0)
    .map(draft => ({ draft, first: firstOf(draft) }))
    .sort((a, b) => a.first - b.first || (a.draft.name < b.draft.name ? -1 : 1))
    .map(one => one.draft)
  const ids = new Map(kept.map((draft, i) => [draft, `e${i + 1}`]))
  return kept.map(draft => toEntity(scene, draft, ids))
}

function toEntity(scene: Scene, draft: Draft, ids: ReadonlyMap<Draft, string>): Entity {
  const parent = draft.parent && draft.parent !== draft ? ids.get(draft.parent) : undefined
  draft.aliases.delete(draft.name)
  return {
    id: ids.get(draft)!,
    type: draft.type,
    kind: draft.kind,
    name: draft.name,
    aliases: [...draft.aliases].sort(),
    ...(draft.handle >= 0 ? { code: scene.register.byHandle(draft.handle).code } : {}),
    ...(parent ? { parent } : {}),
    anchor: anchorOf(scene, draft),
    mentions: [...draft.mentions].sort(bySpan),
    reasons: draft.reasons,
  }
}
