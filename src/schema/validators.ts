import { z } from 'zod'
import { ENTITY_TYPES, RELATIONS, STRUCTURE_RELATIONS, STRUCTURE_TYPES } from './ontology.ts'
import type { EntityKind, EntityType, RelationType, StructureRelationType, StructureType } from './types.ts'

const enumOf = <T extends string>(names: readonly T[]) => z.enum(names as unknown as readonly [T, ...T[]])

/** The four entity types. */
export const entityType = enumOf<EntityType>(ENTITY_TYPES.map(row => row.type))

/** Any kind of any type; `kindFits` says whether it belongs to one. */
export const entityKind = enumOf<EntityKind>(ENTITY_TYPES.flatMap(row => row.kinds.map(({ kind }) => kind)))

/** The six relations between entities. */
export const relationType = enumOf<RelationType>(RELATIONS.map(row => row.type))

/** Every node type of a graph: entities and structure. */
export const nodeType = enumOf<EntityType | StructureType>([
  ...ENTITY_TYPES.map(row => row.type),
  ...STRUCTURE_TYPES.map(row => row.type),
])

/** Every edge type of a graph: relations and structure. */
export const edgeType = enumOf<RelationType | StructureRelationType>([
  ...RELATIONS.map(row => row.type),
  ...STRUCTURE_RELATIONS.map(row => row.type),
])

/** @returns whether the kind is one of the type's; a type without kinds (Person) takes only null. */
export function kindFits(type: EntityType, kind: EntityKind | null): boolean {
  const kinds: readonly { kind: string }[] = ENTITY_TYPES.find(row => row.type === type)?.kinds ?? []
  return kind === null ? kinds.length === 0 : kinds.some(row => row.kind === kind)
}

/** @returns whether the relation may join these two types, in this order. */
export function endsFit(type: RelationType, from: EntityType, to: EntityType): boolean {
  const rule = RELATIONS.find(row => row.type === type)
  if (!rule) return false
  const allowed = (ends: readonly string[], end: string) => ends.includes(end)
  return allowed(rule.from, from) && allowed(rule.to, to) && (!('sameType' in rule) || from === to)
}
