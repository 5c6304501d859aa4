import type { Statement } from '../ast.ts'
import { CypherError } from '../error.ts'
import { parse } from '../parse/parse.ts'
import type { Query } from './query.ts'
import type { Analysis } from './scope.ts'
import { EMPTY_SCOPE } from './scope.ts'
import { lowerUnion } from './union.ts'

export interface Checked {
  /** Null where anything was wrong. */
  readonly query: Query | null
  /** In the order of the text, each with its line, column and caret. */
  readonly errors: readonly CypherError[]
}

/** Reads a query and finds what is wrong with it before it runs. Never throws: for editors. */
export function checkQuery(text: string): Checked {
  const { statement, errors } = parse(text)
  return statement ? analyse(statement, text) : { query: null, errors }
}

/** @throws CypherError, the first in the text, with line, column and caret. */
export function analyseQuery(text: string): Query {
  const { query, errors } = checkQuery(text)
  if (query) return query
  throw errors[0] ?? new CypherError({ code: 'syntax', message: 'no query' })
}

function analyse(statement: Statement, text: string): Checked {
  const a: Analysis = {
    text,
    errors: [],
    notices: [],
    variables: [],
    parameters: new Set(),
    functions: new Set(),
    reads: new Set(),
  }
  const body = lowerUnion(a, statement.body, { scope: EMPTY_SCOPE, aliases: false, standalone: true })
  if (a.errors.length > 0) {
    const errors = a.errors.sort((x, y) => (x.start ?? 0) - (y.start ?? 0)).map(error => error.locate(text))
    return { query: null, errors }
  }
  const { mode } = statement
  const query = {
    mode,
    body,
    columns: body.columns,
    variables: a.variables,
    parameters: [...a.parameters],
    functions: [...a.functions],
    notices: a.notices,
  }
  return { query, errors: [] }
}
