import { pathPattern } from './pattern.ts'
import type { Choices } from './random.ts'
import type { Kind, Scope } from './scope.ts'

type Make = (choices: Choices, scope: Scope, depth: number) => string

const COMPARE = ['=', '<>', '<', '<=', '>', '>=']

function property(key: string, from: Kind, other: string): Make {
  return (choices, scope) => {
    const names = scope.of(from)
    return names.length > 0 ? `${choices.pick(names)}.${key}` : other
  }
}

function variable(kind: Kind, other: Make): Make {
  return (choices, scope, depth) => {
    const names = scope.of(kind)
    return names.length > 0 ? choices.pick(names) : other(choices, scope, depth)
  }
}

const INT_LEAVES: readonly Make[] = [
  choices => String(choices.int(-1, 4)),
  property('x', 'node', '2'),
  property('x', 'node', '1'),
  property('w', 'relationship', '0'),
  variable('int', () => '3'),
  (choices, scope) => pick(choices, scope.of('relationships'), name => `size(${name})`, '1'),
  (choices, scope) => pick(choices, scope.of('path'), name => `length(${name})`, '0'),
]

const INTS: readonly Make[] = [
  (c, s, d) => `(${int(c, s, d)} ${c.pick(['+', '-', '*'])} ${int(c, s, d)})`,
  (c, s, d) => `${int(c, s, d)} % ${c.int(1, 3)}`,
  (c, s, d) => `size(${ints(c, s, d)})`,
  (c, s, d) => `size(${string(c, s, d)})`,
  (c, s, d) => `abs(${int(c, s, d)})`,
  (c, s, d) => `toInteger(${c.pick([float, string])(c, s, d)})`,
  (c, s, d) => `coalesce(${int(c, s, d)}, ${int(c, s, d)})`,
  (c, s, d) => `CASE WHEN ${predicate(c, s, d)} THEN ${int(c, s, d)} ELSE ${int(c, s, d)} END`,
  (c, s, d) => `CASE ${int(c, s, d)} WHEN ${int(c, s, d)} THEN ${int(c, s, d)} END`,
  (c, s, d) => `reduce(acc = 0, e IN ${ints(c, s, d)} | acc + e)`,
  (c, s, d) => `head(${ints(c, s, d)})`,
  (c, s, d) => `${ints(c, s, d)}[${c.int(-2, 2)}]`,
  (c, s, d) => `sign(${float(c, s, d)})`,
  (c, s, d) => `${date(c, s, d)}.${c.pick(['year', 'month', 'day', 'week', 'ordinalDay'])}`,
  (c, s) => `COUNT { ${subPattern(c, s)} }`,
  (c, s, d) => `nullIf(${int(c, s, d)}, ${int(c, s, d)})`,
]

const FLOATS: readonly Make[] = [
  choices => choices.pick(['0.5', '1.0', '-2.5', '1e2']),
  property('f', 'node', '1.5'),
  (c, s, d) => `(${float(c, s, d - 1)} ${c.pick(['+', '-', '*'])} ${c.pick([int, float])(c, s, d - 1)})`,
  (c, s, d) => `toFloat(${int(c, s, d - 1)})`,
  (c, s, d) => `${c.pick(['round', 'floor', 'ceil'])}(${float(c, s, d - 1)})`,
  (c, s, d) => `${int(c, s, d - 1)} / 2.0`,
]

const STRINGS: readonly Make[] = [
  choices => choices.pick(["'a'", "'b'", "'ab'", "''", "'网格'"]),
  property('s', 'node', "'c'"),
  property('s', 'node', "'a'"),
  (c, s, d) => `${c.pick(['toUpper', 'toLower', 'trim', 'reverse'])}(${string(c, s, d - 1)})`,
  (c, s, d) => `(${string(c, s, d - 1)} + ${string(c, s, d - 1)})`,
  (c, s, d) => `substring(${string(c, s, d - 1)}, ${c.int(0, 1)})`,
  (c, s, d) => `toString(${c.pick([int, float, predicate, date])(c, s, d - 1)})`,
  (c, s, d) => `left(${string(c, s, d - 1)}, ${c.int(0, 2)})`,
  (c, s, d) => `replace(${string(c, s, d - 1)}, 'a', 'x')`,
  (c, s) => pick(c, s.of('relationship'), name => `type(${name})`, "'R'"),
]

const LISTS: readonly Make[] = [
  choices => `[${choices.some(0, 3, () => String(choices.int(0, 3))).join(', ')}]`,
  property('l', 'node', '[1, 2]'),
  variable('ints', () => '[3]'),
  (c, s, d) => `[${int(c, s, d - 1)}, ${int(c, s, d - 1)}]`,
  (c, s, d) => `(${ints(c, s, d - 1)} + ${c.pick([ints, int])(c, s, d - 1)})`,
  (c, s, d) => `${ints(c, s, d - 1)}[${c.int(0, 1)}..${c.int(-1, 3)}]`,
  (c, s, d) => `[e IN ${ints(c, s, d - 1)} WHERE e ${c.pick(COMPARE)} ${c.int(0, 3)} | e + 1]`,
  (c, s, d) => `tail(${ints(c, s, d - 1)})`,
  c => `range(${c.int(0, 2)}, ${c.int(2, 4)}${c.pick(['', ', 2'])})`,
  (c, s) => pick(c, s.of('relationships'), name => `[e IN ${name} | e.rid]`, '[0]'),
  (c, s) => pick(c, s.of('nodes'), name => `[e IN ${name} | e.id]`, '[1]'),
  (c, s) => pick(c, s.of('path'), name => `[e IN nodes(${name}) | e.id]`, '[2]'),
]

const DATES: readonly Make[] = [
  choices => `date('${choices.pick(['2024-01-31', '2024-02-29', '2020-12-31', '1999-05-05'])}')`,
  property('d', 'node', "date('2024-03-10')"),
  property('d', 'node', "date('2022-08-01')"),
  (c, s, d) =>
    `(${date(c, s, d - 1)} ${c.pick(['+', '-'])} duration('${c.pick(['P1M', 'P1Y2M', 'P10D', 'P1M1D', 'PT25H'])}'))`,
  (c, s, d) =>
    `date.truncate('${c.pick(['year', 'month', 'week', 'quarter', 'decade', 'weekYear'])}', coalesce(${date(c, s, d - 1)}, date('2024-05-06')))`,
]

const PREDICATES: readonly Make[] = [
  (c, s, d) => `${int(c, s, d)} ${c.pick(COMPARE)} ${int(c, s, d)}`,
  (c, s, d) => `${int(c, s, d)} ${c.pick(COMPARE)} ${float(c, s, d)}`,
  (c, s, d) => `${string(c, s, d)} ${c.pick(COMPARE)} ${string(c, s, d)}`,
  (c, s, d) => `${string(c, s, d)} ${c.pick(['STARTS WITH', 'ENDS WITH', 'CONTAINS'])} ${string(c, s, d)}`,
  (c, s, d) => `${date(c, s, d)} ${c.pick(COMPARE)} ${date(c, s, d)}`,
  (c, s, d) => `${int(c, s, d)} IN ${ints(c, s, d)}`,
  (c, s, d) => `${ints(c, s, d)} ${c.pick(['=', '<>'])} ${ints(c, s, d)}`,
  (c, s, d) => `${c.pick([int, string, float, date])(c, s, d)} IS ${c.pick(['', 'NOT '])}NULL`,
  (c, s, d) =>
    `${c.pick(['any', 'all', 'none', 'single'])}(e IN ${ints(c, s, d)} WHERE e ${c.pick(COMPARE)} ${c.int(0, 3)})`,
  (c, s) => pick(c, s.of('node'), name => `${name}:${c.pick(['A', 'B', 'A|B', '!C', 'A&B'])}`, 'true'),
  (c, s) => pick(c, s.of('node'), name => `${name}.b`, 'false'),
  (c, s) => pick(c, s.of('node'), name => `${name} ${c.pick(['=', '<>'])} ${c.pick(s.of('node'))}`, 'null'),
  (c, s) => `EXISTS { ${subPattern(c, s)} }`,
  (c, s) =>
    pick(
      c,
      s.of('node'),
      name => `(${name})${c.pick(['-->', '<--', '-[:R]-', '-[:S|T]->'])}(${c.pick(['', ':A', c.pick(s.of('node'))])})`,
      'true',
    ),
  (c, s, d) => `1 <= ${int(c, s, d)} < 3`,
]

const CONNECTIVES: readonly Make[] = [
  (c, s, d) => `(${predicate(c, s, d)} ${c.pick(['AND', 'OR', 'XOR', 'AND'])} ${predicate(c, s, d)})`,
  (c, s, d) => `NOT (${predicate(c, s, d)})`,
]

function pick(choices: Choices, names: readonly string[], make: (name: string) => string, other: string): string {
  return names.length > 0 ? make(choices.pick(names)) : other
}

function of(leaves: readonly Make[], more: readonly Make[]): Make {
  return (choices, scope, depth) =>
    choices.pick(depth > 0 && choices.chance(0.5) ? more : leaves)(choices, scope, depth - 1)
}

export const int: Make = of(INT_LEAVES, INTS)
export const float: Make = of(FLOATS.slice(0, 2), FLOATS)
export const string: Make = of(STRINGS.slice(0, 3), STRINGS)
export const ints: Make = of(LISTS.slice(0, 3), LISTS)
export const date: Make = of(DATES.slice(0, 3), DATES)
export const predicate: Make = of(PREDICATES, CONNECTIVES)

function subPattern(choices: Choices, scope: Scope): string {
  const inner = scope.inner()
  const text = pathPattern(choices, inner)
  const where = choices.chance(0.3) ? ` WHERE ${predicate(choices, inner, 0)}` : ''
  return choices.chance(0.3) ? `MATCH ${text}${where}` : `${text}${where}`
}

/** An expression of any kind whose value does not depend on the order of rows. */
export function value(choices: Choices, scope: Scope): { text: string; kind: Kind } {
  const makes: readonly (readonly [Make, Kind])[] = [
    [int, 'int'],
    [int, 'int'],
    [float, 'float'],
    [string, 'string'],
    [ints, 'ints'],
    [predicate, 'bool'],
  ]
  const [make, kind] = choices.pick(makes)
  return { text: make(choices, scope, 2), kind }
}
