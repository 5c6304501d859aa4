import type {
  CallProcedure,
  CallSubquery,
  Clause,
  Match,
  Projection,
  ProjectionItem,
  SortItem,
  YieldItem,
} from '../ast.ts'
import { say } from '../messages.ts'
import { parseUnion } from './body.ts'
import type { Cursor } from './cursor.ts'
import {
  accept,
  expect,
  expectName,
  expectVariable,
  fail,
  is,
  nested,
  next,
  peek,
  refuse,
  sees,
  separated,
  spanFrom,
} from './cursor.ts'
import { parseExpr } from './expression.ts'
import { parsePath } from './pattern.ts'

/** One clause with its WHERE. @throws CypherError, with the code `write` for a clause that changes data. */
export function parseClause(c: Cursor): Clause {
  const { start, word } = peek(c)
  switch (word) {
    case 'OPTIONAL':
      next(c)
      return is(c, 'CALL') ? call(c, start, true) : match(c, start, true)
    case 'MATCH':
      return match(c, start, false)
    case 'UNWIND': {
      next(c)
      const list = parseExpr(c)
      expect(c, 'AS')
      return { kind: 'unwind', list, variable: expectVariable(c), ...spanFrom(c, start) }
    }
    case 'WITH': {
      next(c)
      const projection = parseProjection(c)
      return { kind: 'with', projection, where: where(c), ...spanFrom(c, start) }
    }
    case 'RETURN':
      next(c)
      return { kind: 'return', projection: parseProjection(c), ...spanFrom(c, start) }
    case 'FINISH':
      next(c)
      return { kind: 'finish', ...spanFrom(c, start) }
    case 'CALL':
      return call(c, start, false)
    case 'USE':
    case 'SHOW':
    case 'CYPHER':
    case 'LET':
    case 'FILTER':
      return refuse(peek(c), say('unsupported', word), undefined, 'unsupported')
    default:
      c.expected.add('#clause')
      return fail(c)
  }
}

function where(c: Cursor) {
  return accept(c, 'WHERE') ? parseExpr(c) : null
}

function match(c: Cursor, start: number, optional: boolean): Match {
  expect(c, 'MATCH')
  const paths = separated(c, parsePath)
  return { kind: 'match', optional, paths, where: where(c), ...spanFrom(c, start) }
}

function call(c: Cursor, start: number, optional: boolean): CallProcedure | CallSubquery {
  next(c)
  return is(c, '{') || is(c, '(') ? callSubquery(c, start, optional) : callProcedure(c, start, optional)
}

function callSubquery(c: Cursor, start: number, optional: boolean): CallSubquery {
  const imports = sees(c, '(') ? importList(c) : null
  expect(c, '{')
  const body = nested(c, true, () => parseUnion(c, true))
  expect(c, '}')
  if (sees(c, 'IN')) refuse(peek(c), say('write', 'IN TRANSACTIONS'), say('hintStore'), 'write')
  return { kind: 'subquery', optional, imports, body, ...spanFrom(c, start) }
}

function importList(c: Cursor): CallSubquery['imports'] {
  expect(c, '(')
  const star = accept(c, '*')
  const names = star || is(c, ')') ? [] : separated(c, expectVariable)
  expect(c, ')')
  return star ? '*' : names
}

function callProcedure(c: Cursor, start: number, optional: boolean): CallProcedure {
  const parts = [expectName(c)]
  while (accept(c, '.')) parts.push(expectName(c))
  const name = { name: parts.map(part => part.name).join('.'), ...spanFrom(c, parts[0]?.start ?? start) }
  const args = accept(c, '(') ? procedureArguments(c) : null
  const yields = accept(c, 'YIELD') ? (accept(c, '*') ? '*' : separated(c, yieldItem)) : null
  return { kind: 'procedure', optional, name, args, yields, where: yields ? where(c) : null, ...spanFrom(c, start) }
}

function procedureArguments(c: Cursor) {
  const args = is(c, ')') ? [] : nested(c, true, () => separated(c, () => parseExpr(c)))
  expect(c, ')')
  return args
}

function yieldItem(c: Cursor): YieldItem {
  const field = expectVariable(c)
  const alias = accept(c, 'AS') ? expectVariable(c) : null
  return { field, alias, ...spanFrom(c, field.start) }
}

/** What follows RETURN and WITH, up to LIMIT. */
function parseProjection(c: Cursor): Projection {
  const { start } = peek(c)
  const distinct = accept(c, 'DISTINCT')
  const star = accept(c, '*')
  const items = star && !accept(c, ',') ? [] : separated(c, projectionItem)
  const orderBy = is(c, 'ORDER') ? sorting(c) : []
  const skip = accept(c, 'SKIP') || accept(c, 'OFFSET') ? parseExpr(c) : null
  const limit = accept(c, 'LIMIT') ? parseExpr(c) : null
  return { distinct, star, items, orderBy, skip, limit, ...spanFrom(c, start) }
}

function projectionItem(c: Cursor): ProjectionItem {
  const { start } = peek(c)
  const expr = parseExpr(c)
  const { end } = spanFrom(c, start)
  const alias = accept(c, 'AS') ? expectVariable(c) : null
  return { expr, alias, text: c.text.slice(start, end), ...spanFrom(c, start) }
}

function sorting(c: Cursor): SortItem[] {
  next(c)
  expect(c, 'BY')
  return separated(c, () => {
    const { start } = peek(c)
    const expr = parseExpr(c)
    const descending = accept(c, 'DESC') || accept(c, 'DESCENDING')
    if (!descending && !accept(c, 'ASC')) accept(c, 'ASCENDING')
    return { expr, descending, ...spanFrom(c, start) }
  })
}
