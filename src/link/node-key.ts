import { createHash } from 'node:crypto'
import type { Entity } from '../model/facts.ts'

const MARKS = /[\s"'“”‘’「」『』《》〈〉【】()（）·•・—\-–]/gu

/** A name without what printing adds: white space, quotation and title marks, brackets, dashes; full-width forms folded. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(MARKS, '').toLowerCase()
}

/**
 * The key of the node that an entity belongs to, from what the article itself knows: a place with a code is its code
 * (`place:150103`), anything else its type, anchor and name (`programme:5kq0…`). Stable, URL-safe.
 */
export function nodeKeyOf(entity: Entity): string {
  const type = entity.type.toLowerCase()
  if (entity.type === 'Place' && entity.code) return `place:${entity.code}`
  const hash = createHash('sha256')
    .update(`${entity.type}|${entity.anchor}|${nameKey(entity.name)}`)
    .digest()
  return `${type}:${hash.readBigUInt64BE(0).toString(36).padStart(13, '0').slice(0, 13)}`
}
