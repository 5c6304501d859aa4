import type {
  GroupPattern,
  LabelExpr,
  Name,
  NodePattern,
  PathPattern,
  PatternElement,
  RelationshipPattern,
  Selector,
} from '../ast.ts'
import type { Expr } from '../ast-expr.ts'
import { say } from '../messages.ts'
import type { Cursor } from './cursor.ts'
import {
  accept,
  expect,
  expectVariable,
  fail,
  is,
  isName,
  nested,
  next,
  peek,
  refuse,
  sees,
  spanFrom,
} from './cursor.ts'
import { parseExpr } from './expression.ts'
import { parseLabels } from './label.ts'
import { parseQuantifier, parseRange } from './length.ts'
import { parseSelector, shortestName } from './selector.ts'

const PLAIN: Selector = { kind: 'all', count: 1, form: 'words' }

/** `p = SHORTEST 2 (a)-[:T]->+(b)`: a path with the variable and the selector that it may have. */
export function parsePath(c: Cursor): PathPattern {
  const { start } = peek(c)
  c.expected.add('#pattern')
  const variable = pathVariable(c)
  const selector = parseSelector(c)
  const elements = selector?.form === 'function' ? functionBody(c) : parseElements(c)
  return { variable, selector: selector ?? PLAIN, elements, ...spanFrom(c, start) }
}

function pathVariable(c: Cursor): Name | null {
  if (!isName(peek(c)) || peek(c, 1).word !== '=') return null
  const name = expectVariable(c)
  next(c)
  return name
}

function functionBody(c: Cursor): PatternElement[] {
  expect(c, '(')
  const elements = nested(c, true, parseElements)
  expect(c, ')')
  return elements
}

/** Nodes, relationships and groups up to the place where the pattern cannot go on. */
export function parseElements(c: Cursor): PatternElement[] {
  const elements: PatternElement[] = []
  for (;;) {
    if (!is(c, '(')) {
      c.expected.add('#pattern')
      fail(c)
    }
    while (sees(c, '(')) elements.push(isGroup(c) ? group(c) : node(c))
    if (!startsRelationship(c)) return elements
    elements.push(relationship(c))
  }
}

function startsRelationship(c: Cursor): boolean {
  return sees(c, '-') || sees(c, '<', '-')
}

/** `((a)…` or `(p = (a)…`. */
function isGroup(c: Cursor): boolean {
  return sees(c, '(', '(') || (isName(peek(c, 1)) && peek(c, 2).word === '=')
}

function group(c: Cursor): GroupPattern {
  const { start } = expect(c, '(')
  const inner = nested(c, true, () => ({
    variable: pathVariable(c),
    elements: parseElements(c),
    where: accept(c, 'WHERE') ? parseExpr(c) : null,
  }))
  expect(c, ')')
  return { kind: 'group', ...inner, length: parseQuantifier(c), ...spanFrom(c, start) }
}

function node(c: Cursor): NodePattern {
  const { start } = expect(c, '(')
  const body = nested(c, true, () => ({
    variable: elementVariable(c),
    labels: elementLabels(c, true),
    properties: properties(c),
    where: accept(c, 'WHERE') ? parseExpr(c) : null,
  }))
  expect(c, ')')
  return { kind: 'node', ...body, ...spanFrom(c, start) }
}

/** `(match:A)` is a variable, `(WHERE …)`, `(IS A)` and `(:A)` have none. */
function elementVariable(c: Cursor): Name | null {
  c.expected.add('#name')
  if (!isName(peek(c))) return null
  const follows = peek(c, 1)
  if (peek(c).word === 'WHERE' && !/^[)\]:{]$/.test(follows.word)) return null
  if (peek(c).word === 'IS' && isName(follows) && !['WHERE', 'IS'].includes(follows.word)) return null
  return expectVariable(c)
}

function elementLabels(c: Cursor, colons: boolean): LabelExpr | null {
  return accept(c, ':') || accept(c, 'IS') ? parseLabels(c, colons) : null
}

/** A map; a parameter is read too, for the analyser to refuse. */
function properties(c: Cursor): Expr | null {
  return is(c, '{') || peek(c).kind === 'parameter' ? parseExpr(c) : null
}

function relationship(c: Cursor): RelationshipPattern {
  const { start } = peek(c)
  const left = accept(c, '<')
  expect(c, '-')
  const detail = is(c, '[') ? nested(c, true, relationshipDetail) : null
  expect(c, '-')
  const right = accept(c, '>')
  const quantifier = parseQuantifier(c)
  if (quantifier && detail?.length) refuse(quantifier, say('varLengthInGroup'))
  return {
    kind: 'relationship',
    variable: detail?.variable ?? null,
    direction: left === right ? 'both' : left ? 'in' : 'out',
    types: detail?.types ?? null,
    properties: detail?.properties ?? null,
    where: detail?.where ?? null,
    length: quantifier ?? detail?.length ?? null,
    ...spanFrom(c, start),
  }
}

function relationshipDetail(c: Cursor) {
  expect(c, '[')
  const variable = elementVariable(c)
  const types = elementLabels(c, false)
  if (types && sees(c, '..')) refuse(peek(c), say('bothArrows'), say('hintWrite', '`*..`'))
  const length = parseRange(c)
  const map = properties(c)
  const where = accept(c, 'WHERE') ? parseExpr(c) : null
  expect(c, ']')
  return { variable, types, length, properties: map, where }
}

/**
 * @returns whether the bracket here opens a pattern and not an expression: `(a)-->`, `(:A)<-[`, `shortestPath((`. Told by what
 * stands in the bracket and behind its partner, without trying, so that deep nesting costs no time.
 */
export function startsPattern(c: Cursor): boolean {
  if (shortestName(c)) return true
  const close = c.lexed.closes.get(c.at)
  if (!sees(c, '(') || close === undefined) return false
  const first = peek(c, 1)
  const second = isName(first) ? peek(c, 2) : first
  const nodeLike = [')', ':', '{', 'WHERE', 'IS'].includes(second.word) || second.kind === 'parameter' || isGroup(c)
  const word = (ahead: number) => c.lexed.tokens[close + ahead]?.word
  if (!nodeLike) return false
  const dash = word(1) === '<' && word(2) === '-' ? 2 : word(1) === '-' ? 1 : 0
  if (dash === 0) return isGroup(c) && sees(c, '(', '(') && (word(1) === '{' || (word(1) === '+' && word(2) === '('))
  if (word(dash + 1) === '-') return ['(', '>'].includes(word(dash + 2) ?? '') || isQuantified(word(dash + 2))
  if (word(dash + 1) !== '[') return false
  const end = c.lexed.closes.get(close + dash + 1)
  return end !== undefined && c.lexed.tokens[end + 1]?.word === '-'
}

function isQuantified(word: string | undefined): boolean {
  return word === '{' || word === '+' || word === '*'
}
