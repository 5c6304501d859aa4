import { ENTITY_TYPES } from '../../src/schema/ontology.ts'
import type { EntityType } from '../../src/schema/types.ts'

const PATHS: Readonly<Record<string, string>> = {
  circle: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z',
  square: 'M2.8 2.8h10.4v10.4H2.8z',
  diamond: 'M8 1.2L14.8 8L8 14.8L1.2 8z',
  triangle: 'M8 1.8L15 13.8H1z',
  hexagon: 'M4.5 2h7L15 8l-3.5 6h-7L1 8z',
}

/** The mark of a type as the graph draws it: same shape, same colour. Decoration; the name stands beside it. */
export function TypeMark({ type }: { type: EntityType }) {
  const shape = ENTITY_TYPES.find(row => row.type === type)?.shape ?? 'circle'
  return (
    <svg class={`mark mark-${type}`} viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" focusable="false">
      <path d={PATHS[shape]} />
    </svg>
  )
}
