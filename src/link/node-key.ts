import type { Entity } from '../model/facts.ts'
import { shortHash } from '../text/short-hash.ts'
import { methodNoun, shortOrgan } from './lists.ts'
import { PARTY } from './words.ts'

const MARKS = /[\s"'“”‘’「」『』《》〈〉【】()（）·•・—\-–]/gu

/** A name without what printing adds: white space, quotation and title marks, brackets, dashes; full-width forms folded. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(MARKS, '').toLowerCase()
}

/**
 * The key of the node that an entity belongs to, from what its article knows: a place with a code is its code
 * (`place:150103`), anything else its type, anchor and name (`programme:5kq0…`). A body's name counts without the place
 * that is its anchor, and with the short form of its organ. Stable, URL-safe.
 * @param entities the entities of the same article
 */
export function nodeKeyOf(entity: Entity, entities: readonly Entity[]): string {
  const type = entity.type.toLowerCase()
  if (entity.type === 'Place' && entity.code) return `place:${entity.code}`
  return `${type}:${shortHash(`${entity.type}|${entity.anchor}|${ownName(entity, entities)}`)}`
}

/** 和林县委组织部 and 和林格尔县委组织部 are both 委组织部 of 150123; “四位一体”工作模式 is 四位一体. */
function ownName(entity: Entity, entities: readonly Entity[]): string {
  const name = nameKey(entity.name)
  if (entity.type === 'Programme') {
    const noun = methodNoun(name)
    return noun?.empty && noun.stem.length > 2 ? noun.stem : name
  }
  if (entity.type !== 'Organisation') return name
  const place = entities.find(other => other.type === 'Place' && other.code === entity.anchor)
  const prefixes = place ? [place.name, ...place.aliases].map(nameKey).sort((a, b) => b.length - a.length) : []
  const bare = shortOrgan(name.replace(PARTY, ''))
  const prefix = prefixes.find(one => one.length > 1 && bare.startsWith(one) && bare.length > one.length)
  return prefix ? bare.slice(prefix.length) : bare
}
