import type { Entity } from '../model/facts.ts'
import type { RelationType } from '../schema/types.ts'
import { readEnds } from './seeds.ts'

const seen = readEnds()
/** So many made-up sightings stand behind the prior. */
const WEIGHT = 6
const PRIOR = 0.6

/** How sure an end's own name is depends on its type, its code, its quotation marks. */
function classOf(text: string, { type, kind, code, mentions }: Entity): string {
  if (type === 'Place') return code ? 'Place coded' : `Place ${kind ?? 'bare'}`
  if (type === 'Organisation') return `Organisation ${kind ?? 'other'}`
  if (type === 'Person') return 'Person'
  const quoted = mentions.some(m => '“《‘'.includes(text.charAt(m.start)) || '“《‘'.includes(text.charAt(m.start - 1)))
  return quoted ? 'Programme quoted' : 'Programme bare'
}

/** @returns the class by which an edge is counted: its type and the end that it is about; a partner or container without a code is named too */
export function edgeClass(text: string, relation: RelationType, from: Entity, to: Entity): string {
  const about = relation === 'RUNS' || relation === 'RECEIVED' ? to : from
  const other = about === to ? from : to
  const firm = other.type === 'Place' && other.code !== undefined
  return `${relation} ${classOf(text, about)}${firm ? ' coded' : ''}`
}

/** @returns the share of edges of this class that held on pages that extraction had not been made with */
export function edgeShare(text: string, relation: RelationType, from: Entity, to: Entity): number {
  return shareOf(edgeClass(text, relation, from, to))
}

/** @returns the same for figures of a subject */
export function subjectShare(text: string, subject: Entity): number {
  return shareOf(subjectClass(text, subject))
}

export const subjectClass = (text: string, subject: Entity): string => `FIGURE ${classOf(text, subject)}`

function shareOf(name: string): number {
  const row = seen.get(name)
  return row ? (row.signed + WEIGHT * PRIOR) / (row.seen + WEIGHT) : PRIOR
}
