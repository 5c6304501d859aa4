import type { Entity } from '../model/facts.ts'

/** Levels of places from the country down; a container's number is smaller. Sites hold nothing but other sites. */
const LEVEL: Readonly<Record<string, number>> = {
  province: 1,
  prefecture: 2,
  county: 3,
  zone: 3.5,
  township: 4,
  village: 5,
  estate: 6,
  site: 7,
}

/** @returns the level of a place, 9 for anything else. */
export function levelOf(entity: Entity): number {
  return entity.type === 'Place' ? (LEVEL[entity.kind ?? ''] ?? 7) : 9
}

/** @returns whether codes allow `inner` in `outer`: true where they say so, false where they deny it, null where they do not know. */
function codesAllow(inner: Entity, outer: Entity): boolean | null {
  if (!inner.code || !outer.code) return null
  return inner.code.length > outer.code.length && inner.code.startsWith(outer.code)
}

/**
 * @param stated the text itself puts them together, so that a road may hold an estate
 * @returns whether `outer` may hold `inner` by level and code
 */
export function mayHold(outer: Entity, inner: Entity, stated = false): boolean {
  if (outer.type !== 'Place' || outer.id === inner.id) return false
  if (inner.type !== 'Place') return true
  const allowed = codesAllow(inner, outer)
  if (allowed !== null) return allowed
  if (stated && outer.kind === 'site') return inner.kind === 'estate' || inner.kind === 'site'
  return levelOf(outer) < levelOf(inner)
}

/** @returns the names that a body of the place may begin with beside its full name: aliases, 天津 for 天津市. */
export function shortForms(place: Entity): readonly string[] {
  const forms = place.aliases.filter(a => a.length > 1)
  return place.name.length > 2 && levelOf(place) <= 3 ? [...forms, place.name.slice(0, -1)] : forms
}

/** Whether a place begins a body's name, in full or in a short form (天津市 in 天津轨道交通集团). */
export function isPrefix(place: Entity, body: Entity): boolean {
  if (place.type !== 'Place') return false
  return body.name.startsWith(place.name) || shortForms(place).some(form => body.name.startsWith(form))
}
