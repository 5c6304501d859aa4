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

/** A zone that lies in a township (…片区, …产业园), other than one that holds townships (…高新区). */
const INNER_ZONE = /(?:片区|小镇|园|园区|基地|街区|商圈|集聚区)$/u

/** Bodies of a level that their names begin with, completed or not: 省厅, 市图书馆, 区司法局, 镇卫生院. */
const BODY_LEVEL = /^(?:(省|自治区)|(市|州|盟)|(区|县|旗)|(镇|乡|街道|苏木))(?!民|域|场|外|内|面|里|属)/u

const BEGINS_LEVEL = new Set([...'省自市州盟区县旗镇乡街苏'].map(unit => unit.charCodeAt(0)))

/** @returns the level that a body's bare name claims (区司法局: 3), 9 where it claims none. */
export function ownLevel(entity: Entity): number {
  if (entity.type !== 'Organisation' || !BEGINS_LEVEL.has(entity.name.charCodeAt(0))) return 9
  const found = BODY_LEVEL.exec(entity.name)
  if (!found) return 9
  return found[1] ? 1 : found[2] ? 3 : found[3] ? 3 : 4
}

/** @returns the level of a place, 9 for anything else. */
export function levelOf(entity: Entity): number {
  if (entity.type !== 'Place') return 9
  return entity.kind === 'zone' && !entity.code && INNER_ZONE.test(entity.name) ? 4.5 : (LEVEL[entity.kind ?? ''] ?? 7)
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
  const { name } = body
  // All forms begin as the name or an alias does: hardly ever is one to be made.
  if (!name.startsWith(place.name.charAt(0)) && !place.aliases.some(alias => name.startsWith(alias.charAt(0))))
    return false
  return name.startsWith(place.name) || shortForms(place).some(form => name.startsWith(form))
}
