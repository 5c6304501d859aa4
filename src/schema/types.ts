import type { ENTITY_TYPES, RELATIONS, STRUCTURE_RELATIONS, STRUCTURE_TYPES } from './ontology.ts'

type EntityTypeTable = (typeof ENTITY_TYPES)[number]

/** `Place`, `Organisation`, `Programme`, `Person`. */
export type EntityType = EntityTypeTable['type']

/** Any kind; a Person has none. */
export type EntityKind = EntityTypeTable['kinds'][number]['kind']

/** `LOCATED_IN` … `RECEIVED`. */
export type RelationType = (typeof RELATIONS)[number]['type']

export type StructureType = (typeof STRUCTURE_TYPES)[number]['type']
export type StructureRelationType = (typeof STRUCTURE_RELATIONS)[number]['type']
