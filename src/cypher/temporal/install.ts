import { CypherError } from '../error.ts'
import type { TemporalContext, TemporalPart } from '../values/temporal-slot.ts'
import { installTemporal } from '../values/temporal-slot.ts'
import type { Float, MapValue, Value } from '../values/value.ts'
import { isMap, toDouble, typeName } from '../values/value.ts'
import { between, inDays, inMonths, inSeconds } from './between.ts'
import { convert, momentFromMap, readZone } from './build.ts'
import type { MomentKind } from './moment.ts'
import { atInstant, Moment } from './moment.ts'
import { checked, parseMoment } from './parse.ts'
import { durationFromMap, parseDuration } from './parse-duration.ts'
import { truncate } from './truncate.ts'

type Call = (args: readonly Value[], context: TemporalContext) => Value

const KINDS: Readonly<Record<string, MomentKind>> = {
  date: 'Date',
  localtime: 'LocalTime',
  time: 'Time',
  localdatetime: 'LocalDateTime',
  datetime: 'DateTime',
}

/** The run's moment in a zone (UTC where none is named). */
function now(kind: MomentKind, zone: Value, context: TemporalContext): Moment {
  const instant = BigInt(Math.trunc(context.now)) * 1_000_000n
  if (zone === null) return convert(kind, atInstant(instant, 0))
  return convert(kind, atInstant(instant, readZone(zone)))
}

function make(kind: MomentKind, argument: Value, context: TemporalContext): Value {
  if (argument === null) return now(kind, null, context)
  if (typeof argument === 'string') return parseMoment(kind, argument)
  if (argument instanceof Moment) return convert(kind, argument)
  if (isMap(argument)) {
    const only = argument.size === 1 ? argument.get('timezone') : undefined
    return only === undefined ? momentFromMap(kind, argument, context) : now(kind, only, context)
  }
  throw new CypherError({
    code: 'type',
    message: { en: `no ${kind} can be made of ${typeName(argument)}`, zh: `不能由 ${typeName(argument)} 得到 ${kind}` },
  })
}

function makeDuration(argument: Value): Value {
  return typeof argument === 'string' ? parseDuration(argument) : durationFromMap(argument as MapValue)
}

function fromEpoch(seconds: Value, nanos: Value): Value {
  return atInstant(
    BigInt(Math.trunc(toDouble(seconds as Float))) * 1_000_000_000n + BigInt(Math.trunc(toDouble(nanos as Float))),
    0,
  )
}

const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ...Object.entries(KINDS).flatMap(([name, kind]): [string, Call][] => [
    [name, ([a], context) => make(kind, a as Value, context)],
    [
      `${name}.truncate`,
      ([unit, from, fields], context) =>
        truncate(kind, unit as Value, from ?? now(kind, null, context), fields as MapValue | null),
    ],
    ...['transaction', 'statement', 'realtime'].map((clock): [string, Call] => [
      `${name}.${clock}`,
      ([zone], context) => now(kind, zone as Value, context),
    ]),
  ]),
  ['datetime.fromepoch', ([seconds, nanos]) => fromEpoch(seconds as Value, nanos as Value)],
  ['datetime.fromepochmillis', ([millis]) => atInstant(BigInt(Math.trunc(toDouble(millis as Float))) * 1_000_000n, 0)],
  ['duration', ([a]) => makeDuration(a as Value)],
  ['duration.between', ([a, b]) => between(a as Value, b as Value)],
  ['duration.inmonths', ([a, b]) => inMonths(a as Value, b as Value)],
  ['duration.indays', ([a, b]) => inDays(a as Value, b as Value)],
  ['duration.inseconds', ([a, b]) => inSeconds(a as Value, b as Value)],
])

const part: TemporalPart = {
  parse: (kind, text) => checked(() => (kind === 'Duration' ? parseDuration(text) : parseMoment(kind, text))),
  call: (name, args, context) => checked(() => (CALLS.get(name) as Call)(args, context)),
}

/** Makes dates and times known to the engine. */
export function install(): void {
  installTemporal(part)
}
