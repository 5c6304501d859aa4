import type { Value } from '../values/value.ts'

export type TypeName =
  | 'any'
  | 'boolean'
  | 'integer'
  | 'float'
  | 'number'
  | 'string'
  | 'list'
  | 'map'
  | 'node'
  | 'relationship'
  | 'path'
  | 'temporal'
  | 'duration'
  | 'point'

/** One type, or alternatives. */
export type ArgType = TypeName | readonly TypeName[]

/** What can be known of a function before running. */
export interface Signature {
  /** In the spelling to show: `toUpper`. Looked up without regard to case. */
  readonly name: string
  readonly min: number
  readonly max: number
  readonly aggregate: boolean
  /** The last one repeats where `max` is greater. */
  readonly args: readonly ArgType[]
  readonly result: ArgType
  /** Whether two calls with the same arguments may differ within one query. */
  readonly nondeterministic: boolean
  /** A call and its answer, run by the tests. */
  readonly example: string
}

/** What one run fixes, for the few functions that ask the world. */
export interface FunctionContext {
  /** Milliseconds since 1970, the same during one run. */
  readonly now: number
  /** A number in [0, 1) from the run's seeded source. */
  readonly random: () => number
  /** @throws CypherError(limit) where one list or string of that many items would burst the budget. */
  readonly allocate: (items: number) => void
  /** That many items more are held until the end. @throws CypherError(limit) */
  readonly hold: (items: number) => void
}

export type FunctionCall = (a: Value, b: Value, c: Value, context: FunctionContext) => Value

/** A function of one value each row; missing optional arguments come as null. */
export interface FunctionRow extends Signature {
  readonly call: FunctionCall
  /** Whether it wants to see null; else any null argument gives null. */
  readonly seesNull: boolean
  /** How many arguments, from the first, must not be null. */
  readonly needed: number
}

interface Extra {
  /** Least number of arguments, where the last ones are optional. */
  readonly min?: number
  readonly max?: number
  readonly seesNull?: boolean
  readonly needed?: number
  readonly nondeterministic?: boolean
}

/** A row of the function table. */
export function row(
  name: string,
  args: readonly ArgType[],
  result: ArgType,
  call: FunctionCall,
  example: string,
  extra: Extra = {},
): FunctionRow {
  return {
    name,
    args,
    result,
    call,
    example,
    aggregate: false,
    min: extra.min ?? args.length,
    max: extra.max ?? args.length,
    seesNull: extra.seesNull ?? false,
    needed: extra.needed ?? 0,
    nondeterministic: extra.nondeterministic ?? false,
  }
}
