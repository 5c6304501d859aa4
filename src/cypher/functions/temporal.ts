import { temporalPart } from '../values/temporal-slot.ts'
import type { Value } from '../values/value.ts'
import type { ArgType, FunctionRow } from './row.ts'
import { row } from './row.ts'

/** A row whose code is loaded only where a query names it. */
function lazy(
  name: string,
  args: readonly ArgType[],
  result: ArgType,
  example: string,
  min: number,
  needed = 0,
): FunctionRow {
  const key = name.toLowerCase()
  const call = (a: Value, b: Value, c: Value, context: { readonly now: number }) =>
    temporalPart().call(key, [a, b, c], context)
  return row(name, args, result, call, example, { min, needed, seesNull: needed > 0 })
}

const INSTANT = [
  ['date', "toString(date('2015-07-21')) = '2015-07-21'"],
  ['time', "toString(time('21:40:32+01:00')) = '21:40:32+01:00'"],
  ['localtime', "toString(localtime('21:40:32')) = '21:40:32'"],
  ['datetime', "toString(datetime('2015-07-21T21:40Z')) = '2015-07-21T21:40:00Z'"],
  ['localdatetime', "toString(localdatetime('2015-07-21T21:40')) = '2015-07-21T21:40:00'"],
] as const

const ANY: ArgType = ['string', 'map', 'temporal']

function instant(name: string, example: string): FunctionRow[] {
  const [made = ''] = /^toString\((.*)\) = /.exec(example)?.slice(1) ?? []
  return [
    lazy(name, [ANY], 'temporal', example, 0),
    lazy(
      `${name}.truncate`,
      ['string', ['temporal', 'map'], 'map'],
      'temporal',
      `${name}.truncate('day', ${made}) <= ${made}`,
      1,
      2,
    ),
    ...['transaction', 'statement', 'realtime'].map(clock =>
      lazy(`${name}.${clock}`, ['string'], 'temporal', `${name}.${clock}() IS NOT NULL`, 0),
    ),
  ]
}

export const TEMPORAL_FUNCTIONS: readonly FunctionRow[] = [
  ...INSTANT.flatMap(([name, example]) => instant(name, example)),
  lazy(
    'datetime.fromepoch',
    ['integer', 'integer'],
    'temporal',
    "toString(datetime.fromepoch(0, 0)) = '1970-01-01T00:00:00Z'",
    2,
    2,
  ),
  lazy(
    'datetime.fromepochmillis',
    ['integer'],
    'temporal',
    "toString(datetime.fromepochmillis(0)) = '1970-01-01T00:00:00Z'",
    1,
    1,
  ),
  lazy('duration', [['string', 'map']], 'duration', "toString(duration({days: 1})) = 'P1D'", 1),
  ...['between', 'inMonths', 'inDays', 'inSeconds'].map(name =>
    lazy(`duration.${name}`, ['temporal', 'temporal'], 'duration', `duration.${name}(null, null) IS NULL`, 2),
  ),
]
