import type { AggregateRow } from './aggregate.ts'
import { AGGREGATES } from './aggregate.ts'
import { CONVERSION_FUNCTIONS } from './conversion.ts'
import { GRAPH_FUNCTIONS } from './graph-functions.ts'
import { LIST_FUNCTIONS } from './list.ts'
import { MATH_FUNCTIONS } from './math.ts'
import type { FunctionRow, Signature } from './row.ts'
import { STRING_FUNCTIONS } from './string.ts'
import { TEMPORAL_FUNCTIONS } from './temporal.ts'

export type { ArgType, Signature, TypeName } from './row.ts'

/** Every function that the engine knows, aggregates apart. */
export const FUNCTIONS: readonly FunctionRow[] = [
  ...GRAPH_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...STRING_FUNCTIONS,
  ...MATH_FUNCTIONS,
  ...CONVERSION_FUNCTIONS,
  ...TEMPORAL_FUNCTIONS,
]

const FUNCTION_BY_NAME = new Map(FUNCTIONS.map(row => [row.name.toLowerCase(), row]))
const AGGREGATE_BY_NAME = new Map(AGGREGATES.map(row => [row.name.toLowerCase(), row]))

/** @param name in lower case. */
export function signatureOf(name: string): Signature | undefined {
  return FUNCTION_BY_NAME.get(name) ?? AGGREGATE_BY_NAME.get(name)
}

export function functionOf(name: string): FunctionRow | undefined {
  return FUNCTION_BY_NAME.get(name)
}

export function aggregateOf(name: string): AggregateRow | undefined {
  return AGGREGATE_BY_NAME.get(name)
}

/** @returns the names in the spelling to show, for completion and suggestions. */
export function functionNames(): string[] {
  return [...FUNCTIONS, ...AGGREGATES].map(row => row.name).sort()
}

/** Whether a query that calls this function needs dates and times loaded. @param name in lower case. */
export function isTemporalFunction(name: string): boolean {
  return TEMPORAL_NAMES.has(name)
}

const TEMPORAL_NAMES: ReadonlySet<string> = new Set(TEMPORAL_FUNCTIONS.map(row => row.name.toLowerCase()))
