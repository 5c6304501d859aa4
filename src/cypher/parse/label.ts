import type { LabelExpr } from '../ast.ts'
import { say } from '../messages.ts'
import type { Cursor } from './cursor.ts'
import { accept, expect, expectName, is, nested, peek, refuse, sees, spanFrom } from './cursor.ts'

/**
 * What stands behind the colon: `A`, `A&!B`, `A|B`, `(A|B)&C`, `%`.
 * @param colons whether `:A:B` is read as `A&B`, as it is for nodes and not for relationships.
 */
export function parseLabels(c: Cursor, colons: boolean): LabelExpr {
  const from = c.at
  const labels = disjunction(c, colons)
  const written = c.lexed.tokens.slice(from, c.at)
  const colon = colons ? written.find(token => token.word === ':') : undefined
  if (colon && written.some(token => ['|', '&', '!', '%'].includes(token.word))) refuse(colon, say('mixedLabels'))
  return labels
}

function disjunction(c: Cursor, colons: boolean): LabelExpr {
  let left = conjunction(c, colons)
  while (c.bar && accept(c, '|')) {
    accept(c, ':')
    const right = conjunction(c, colons)
    left = { kind: 'or', left, right, start: left.start, end: right.end }
  }
  return left
}

function conjunction(c: Cursor, colons: boolean): LabelExpr {
  let left = term(c)
  while (accept(c, '&') || (colons && sees(c, ':') && accept(c, ':'))) {
    const right = term(c)
    left = { kind: 'and', left, right, start: left.start, end: right.end }
  }
  return left
}

function term(c: Cursor): LabelExpr {
  const { start } = peek(c)
  if (accept(c, '!')) {
    const operand = nested(c, c.bar, term)
    return { kind: 'not', operand, ...spanFrom(c, start) }
  }
  if (accept(c, '%')) return { kind: 'any', ...spanFrom(c, start) }
  if (is(c, '(')) {
    expect(c, '(')
    const inner = nested(c, true, () => disjunction(c, true))
    expect(c, ')')
    return inner
  }
  const name = expectName(c)
  return { kind: 'label', name: name.name, start, end: name.end }
}
