import type { Selector } from '../ast.ts'
import type { Cursor } from './cursor.ts'
import { accept, fail, is, next, peek, sees } from './cursor.ts'
import { parseCount } from './length.ts'

/** `shortestPath` or `allShortestPaths`, if that with its bracket stands here. */
export function shortestName(c: Cursor): 'shortest' | 'groups' | null {
  if (sees(c, 'SHORTESTPATH', '(')) return 'shortest'
  return sees(c, 'ALLSHORTESTPATHS', '(') ? 'groups' : null
}

/** `ANY 2`, `ALL SHORTEST`, `SHORTEST 3 PATHS`, `SHORTEST 2 GROUPS`, `shortestPath(`. */
export function parseSelector(c: Cursor): Selector | null {
  const shortest = shortestName(c)
  if (shortest) {
    next(c)
    return { kind: shortest, count: 1, form: 'function' }
  }
  const { word } = peek(c)
  if (word !== 'ANY' && word !== 'ALL' && word !== 'SHORTEST') return null
  next(c)
  const short = word === 'SHORTEST' || accept(c, 'SHORTEST')
  const count = word === 'ALL' ? null : parseCount(c)
  if (is(c, 'PATH') || is(c, 'PATHS')) next(c)
  if (word === 'SHORTEST' && count === null && !is(c, 'GROUP') && !is(c, 'GROUPS')) {
    c.expected.add('#wholeNumber')
    fail(c)
  }
  const groups = word === 'SHORTEST' && (accept(c, 'GROUP') || accept(c, 'GROUPS'))
  if (short) return { kind: word === 'ALL' || groups ? 'groups' : 'shortest', count: count ?? 1, form: 'words' }
  return { kind: word === 'ALL' ? 'all' : 'any', count: count ?? 1, form: 'words' }
}
