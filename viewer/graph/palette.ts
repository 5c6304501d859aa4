import { ENTITY_TYPES, RELATIONS } from '../../src/schema/ontology.ts'
import type { EntityType, RelationType } from '../../src/schema/types.ts'
import type { Shape } from './picture.ts'

export interface Palette {
  readonly ink: string
  readonly paper: string
  readonly type: (type: EntityType) => string
  /** A line at rest; `strength` is the share of its own colour in the paper's. */
  readonly line: (type: RelationType, strength: number) => string
  readonly strongLine: (type: RelationType) => string
}

type Rgb = readonly [number, number, number]

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** `share` of the first colour in the second, as hex: lines are opaque, so that where many cross nothing glows. */
export function mix(a: string, b: string, share: number): string {
  const [one, two] = [parse(a), parse(b)]
  const channel = (at: 0 | 1 | 2) => Math.round(one[at] * share + two[at] * (1 - share))
  return `#${[channel(0), channel(1), channel(2)].map(value => value.toString(16).padStart(2, '0')).join('')}`
}

const NEUTRAL = '#8a8578'

/** A relation wears the colour of what tells it from others: its target's type, its source's for posts; containment is grey. */
function lineBase(type: RelationType, colourOf: (type: EntityType) => string): string {
  const row = RELATIONS.find(relation => relation.type === type)
  if (!row || type === 'LOCATED_IN') return NEUTRAL
  if (type === 'PART_OF') return mix(colourOf('Programme'), NEUTRAL, 0.3)
  return colourOf(row.type === 'AFFILIATED_WITH' ? 'Person' : row.type === 'WORKS_WITH' ? 'Organisation' : 'Programme')
}

/** Remembers answers: there are few types and many lines. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return key => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

export function palette(dark: boolean): Palette {
  const [ink, paper] = dark ? ['#e9e6df', '#15171b'] : ['#22211d', '#fbfaf7']
  const type = remembered((name: EntityType) => {
    const row = ENTITY_TYPES.find(item => item.type === name)
    return (dark ? row?.colourDark : row?.colour) ?? NEUTRAL
  })
  const atRest = remembered((strength: number) =>
    remembered((name: RelationType) => mix(lineBase(name, type), paper, strength)),
  )
  return {
    ink,
    paper,
    type,
    line: (name, strength) => atRest(strength)(name),
    strongLine: remembered((name: RelationType) => mix(lineBase(name, type), ink, 0.85)),
  }
}

const SHAPES: ReadonlyMap<EntityType, Shape> = new Map(ENTITY_TYPES.map(row => [row.type, row.shape]))

export function shapeOf(type: EntityType): Shape {
  return SHAPES.get(type) ?? 'circle'
}
