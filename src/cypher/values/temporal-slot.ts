import { CypherError } from '../error.ts'
import type { TemporalKind, TemporalValue, Value } from './value.ts'

/** The lazily loaded dates and times, as the rest of the engine calls them. */
export interface TemporalPart {
  /** @throws CypherError(argument) on text that is no value of that kind. */
  parse(kind: TemporalKind, text: string): TemporalValue
  /** Calls a function of the table by its name in lower case: `date`, `datetime.truncate`, `duration.between` … */
  call(name: string, args: readonly Value[], context: TemporalContext): Value
}

/** What a run fixes once: its moment, so that every `date()` of one query agrees. */
export interface TemporalContext {
  /** Milliseconds since 1970. */
  readonly now: number
}

let part: TemporalPart | null = null

/** Called once by `temporal/index.ts` when it is loaded. */
export function installTemporal(loaded: TemporalPart): void {
  part = loaded
}

/** @throws CypherError(unsupported) while dates and times are not loaded. */
export function temporalPart(): TemporalPart {
  if (part) return part
  throw new CypherError({
    code: 'unsupported',
    message: { en: 'dates and times are not loaded', zh: '日期与时间部分尚未加载' },
    hint: { en: 'await loadTemporal() once before the query runs', zh: '查询前先 await loadTemporal() 一次' },
  })
}
