import type { ArgType, TypeName } from '../functions/signatures.ts'
import type { MessageKey, Text } from '../messages.ts'
import { say } from '../messages.ts'
import { list } from '../parse/cursor.ts'
import type { VariableKind } from './query.ts'

/** What is known of a value before running: the set of types that it may have, as bits, null aside. No bit at all is null itself. */
export interface Type {
  readonly bits: number
  /** Of a list's items, where that is known. */
  readonly inner: Type | null
}

/** Bits by name, with what they are called. */
const BITS = {
  boolean: [1, 'aBoolean'],
  integer: [2, 'anInteger'],
  float: [4, 'aFloat'],
  string: [8, 'aString'],
  list: [16, 'aList'],
  map: [32, 'aMap'],
  node: [64, 'aNode'],
  relationship: [128, 'aRelationship'],
  path: [256, 'aPath'],
  temporal: [512, 'aTemporal'],
  duration: [1024, 'aDuration'],
  point: [2048, 'aPoint'],
} as const satisfies Record<string, readonly [number, MessageKey]>

function simple(bits: number): Type {
  return { bits, inner: null }
}

export const NULL = simple(0)
export const BOOLEAN = simple(1)
export const INTEGER = simple(2)
export const FLOAT = simple(4)
export const NUMBER = simple(6)
export const STRING = simple(8)
export const LIST = simple(16)
export const MAP = simple(32)
export const NODE = simple(64)
export const RELATIONSHIP = simple(128)
export const PATH = simple(256)
export const TEMPORAL = simple(512)
export const DURATION = simple(1024)
export const ANY = simple(4095)

/** What the property of a node or relationship can be. */
export const STORED = simple(ANY.bits & ~(32 | 64 | 128 | 256))

/** What a property can be read from, what can be indexed, and what can be joined, added, subtracted and multiplied. */
export const HOLDER = simple(32 | 64 | 128 | 512 | 1024 | 2048)
export const INDEXED = simple(16 | 32 | 64 | 128)
export const JOINED = simple(8 | 16)
export const ADDED = simple(2 | 4 | 8 | 16 | 512 | 1024)
export const RECKONED = simple(2 | 4 | 512 | 1024)

export function eitherOf(...types: readonly Type[]): Type {
  return simple(types.reduce((bits, type) => bits | type.bits, 0))
}

export function listOf(inner: Type): Type {
  return { bits: LIST.bits, inner }
}

/** The type of list literals: of items that are all alike, or of any; a null among them leaves all open, as in Neo4j. */
export function common(types: readonly Type[]): Type {
  const first = types[0]
  if (!first || first.bits === 0 || types.some(type => type.bits !== first.bits)) return ANY
  return { bits: first.bits, inner: types.every(type => type.inner?.bits === first.inner?.bits) ? first.inner : null }
}

/** @returns whether a value of that type may stand where the other is wanted; null may stand anywhere. */
export function conforms(type: Type, wanted: Type): boolean {
  return type.bits === 0 || (type.bits & wanted.bits) !== 0
}

/** The static type of an argument or result in the function table; an integer passes as a float. */
export function typeOf(type: ArgType, argument: boolean): Type {
  const names: readonly TypeName[] = typeof type === 'string' ? [type] : type
  let bits = 0
  for (const name of names) {
    if (name === 'any') return ANY
    if (name === 'number') bits |= NUMBER.bits
    else bits |= BITS[name][0] | (argument && name === 'float' ? INTEGER.bits : 0)
  }
  return simple(bits)
}

export function kindOf(type: Type): VariableKind {
  if (type.bits === NODE.bits) return 'node'
  if (type.bits === RELATIONSHIP.bits) return 'relationship'
  if (type.bits === PATH.bits) return 'path'
  if (type.bits === LIST.bits && type.inner?.bits === RELATIONSHIP.bits) return 'relationships'
  return type.bits === LIST.bits && type.inner?.bits === NODE.bits ? 'nodes' : 'value'
}

/** 「a node or a map」. */
export function describe(type: Type): Text {
  if (type.bits === ANY.bits || type.bits === STORED.bits) return say('aValue')
  const number = (type.bits & NUMBER.bits) === NUMBER.bits
  const items = Object.values(BITS)
    .filter(([bit]) => (type.bits & bit) !== 0 && !(number && (bit & NUMBER.bits) !== 0))
    .map(([, key]) => say(key))
  return list(number ? [say('aNumber'), ...items] : items)
}
