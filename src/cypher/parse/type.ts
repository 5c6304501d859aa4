import type { TypeExpr } from '../ast-expr.ts'
import { say } from '../messages.ts'
import type { Cursor } from './cursor.ts'
import { accept, expect, fail, is, nested, next, peek, refuse, spanFrom } from './cursor.ts'

/** What a type may be written as, longest first, and what it is called here. */
const TYPES: readonly (readonly [string, string])[] = [
  ['ANY PROPERTY VALUE', 'PROPERTY VALUE'],
  ['PROPERTY VALUE', 'PROPERTY VALUE'],
  ['TIMESTAMP WITHOUT TIMEZONE', 'LOCAL DATETIME'],
  ['TIMESTAMP WITH TIMEZONE', 'ZONED DATETIME'],
  ['TIME WITHOUT TIMEZONE', 'LOCAL TIME'],
  ['TIME WITH TIMEZONE', 'ZONED TIME'],
  ['LOCAL DATETIME', 'LOCAL DATETIME'],
  ['LOCAL TIME', 'LOCAL TIME'],
  ['ZONED DATETIME', 'ZONED DATETIME'],
  ['ZONED TIME', 'ZONED TIME'],
  ['SIGNED INTEGER', 'INTEGER'],
  ['ANY NODE', 'NODE'],
  ['ANY RELATIONSHIP', 'RELATIONSHIP'],
  ['ANY EDGE', 'RELATIONSHIP'],
  ['ANY MAP', 'MAP'],
  ['ANY VALUE', 'ANY'],
  ...'ANY BOOLEAN STRING INTEGER FLOAT DATE DURATION POINT NODE RELATIONSHIP MAP PATH NULL NOTHING'
    .split(' ')
    .map(name => [name, name] as const),
  ['BOOL', 'BOOLEAN'],
  ['VARCHAR', 'STRING'],
  ['INT', 'INTEGER'],
  ['EDGE', 'RELATIONSHIP'],
  ['VERTEX', 'NODE'],
  ['ARRAY', 'LIST'],
  ['LIST', 'LIST'],
]

type Option = TypeExpr['options'][number]

/** `STRING`, `INTEGER NOT NULL`, `LIST<FLOAT>`, `ANY<STRING | INTEGER>`, `STRING | BOOLEAN`. */
export function parseType(c: Cursor): TypeExpr {
  const { start } = peek(c)
  const options = [...option(c)]
  while (c.bar && accept(c, '|')) options.push(...option(c))
  const place = spanFrom(c, start)
  if (options.some(one => one.notNull !== options[0]?.notNull)) refuse(place, say('mixedNotNull'))
  return { options, ...place }
}

function option(c: Cursor): readonly Option[] {
  c.expected.add('#typeName')
  const found = TYPES.find(([words]) => words.split(' ').every((word, i) => peek(c, i).word === word))
  if (!found) fail(c)
  for (const _ of found[0].split(' ')) next(c)
  const inner = is(c, '<') ? argument(c) : null
  if (found[1] === 'LIST' && !inner) fail(c)
  if (found[1] === 'ANY' && inner) return inner.options
  const result = { name: found[1], inner, notNull: notNull(c) }
  return accept(c, 'LIST')
    ? [{ name: 'LIST', inner: { options: [result], ...spanFrom(c, peek(c).start) }, notNull: notNull(c) }]
    : [result]
}

function argument(c: Cursor): TypeExpr {
  expect(c, '<')
  const inner = nested(c, true, parseType)
  expect(c, '>')
  return inner
}

function notNull(c: Cursor): boolean {
  if (accept(c, '!')) return true
  if (!is(c, 'NOT')) return false
  next(c)
  expect(c, 'NULL')
  return true
}
