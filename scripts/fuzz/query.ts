import { date, ints, predicate, value } from './expression.ts'
import { match, pathPattern } from './pattern.ts'
import type { Choices } from './random.ts'
import type { Kind } from './scope.ts'
import { Scope } from './scope.ts'

/** A clause whose condition a shrinker may drop. */
export interface FuzzClause {
  readonly head: string
  readonly where: string
}

export interface FuzzQuery {
  readonly clauses: readonly FuzzClause[]
  readonly ordered: boolean
}

export function textOf(query: FuzzQuery): string {
  return query.clauses.map(({ head, where }) => (where ? `${head} WHERE ${where}` : head)).join(' ')
}

const AGGREGATES: readonly ((choices: Choices, scope: Scope) => string)[] = [
  () => 'count(*)',
  (c, s) => `count(${c.pick(['', 'DISTINCT '])}${value(c, s).text})`,
  (c, s) =>
    `sum(${c.pick(
      s
        .of('node')
        .map(n => `${n}.x`)
        .concat('1'),
    )})`,
  (c, s) => `${c.pick(['min', 'max'])}(${value(c, s).text})`,
  (c, s) =>
    `avg(${c.pick(
      s
        .of('node')
        .map(n => `${n}.f`)
        .concat('2'),
    )})`,
  (c, s) => `collect(${c.pick(['', 'DISTINCT '])}${value(c, s).text})`,
  (c, s) =>
    `percentileDisc(${c.pick(
      s
        .of('node')
        .map(n => `${n}.x`)
        .concat('1'),
    )}, 0.5)`,
]

/** Kinds whose order does not hang on the ids that a server gives. */
const SORTABLE: ReadonlySet<Kind> = new Set(['int', 'float', 'string', 'bool', 'ints', 'date'])

/** WITH or RETURN: `passes` variables on, or computes and aggregates. @returns the head and the next scope. */
function projection(
  choices: Choices,
  scope: Scope,
  word: 'WITH' | 'RETURN',
): { head: string; next: Scope; ordered: boolean } {
  const next = scope.empty()
  const items: string[] = []
  for (const [name, kind] of scope.variables) {
    if (choices.chance(word === 'WITH' ? 0.55 : 0.25)) {
      items.push(name)
      next.variables.set(name, kind)
    }
  }
  const columns: string[] = []
  const add = (text: string, kind: Kind) => {
    const name = next.bind(kind)
    items.push(`${text} AS ${name}`)
    columns.push(name)
  }
  for (let i = choices.int(items.length === 0 ? 1 : 0, 2); i > 0; i--) {
    const made = value(choices, scope)
    add(made.text, made.kind)
  }
  const aggregating = choices.chance(0.25)
  if (aggregating) {
    const text = choices.pick(AGGREGATES)(choices, scope)
    const name = next.fresh()
    items.push(`${text} AS ${name}`)
    if (word === 'WITH' && text.startsWith('count')) next.variables.set(name, 'int')
  } else if (word === 'RETURN' && choices.chance(0.15)) {
    items.push(extra(choices, scope))
  }
  const distinct = !aggregating && choices.chance(0.2) ? 'DISTINCT ' : ''
  const order = [...next.variables.values()].every(kind => SORTABLE.has(kind)) ? sorting(choices, items) : ''
  return { head: `${word} ${distinct}${items.join(', ')}${order}`, next, ordered: order !== '' }
}

/** Values of more shapes, for RETURN alone. */
function extra(choices: Choices, scope: Scope): string {
  const inner = scope.inner()
  const made = value(choices, scope).text
  return choices.pick([
    () => `{a: ${made}, b: ${value(choices, scope).text}} AS m`,
    () => `[${pathPattern(choices, inner)} | ${value(choices, inner).text}] AS pc`,
    () => `COLLECT { MATCH ${pathPattern(choices, inner)} RETURN ${value(choices, inner).text} } AS co`,
    () =>
      `COLLECT { MATCH ${pathPattern(choices, inner)} WITH count(*) AS n RETURN n + ${value(choices, scope).text.length} } AS cn`,
    () => `valueType(${made}) AS t`,
    () => `toString(${date(choices, scope, 2)}) AS d`,
    () => `toString(duration.between(${date(choices, scope, 1)}, ${date(choices, scope, 1)})) AS du`,
    () =>
      choices.pick(
        scope
          .of('node')
          .map(name => `${name}{.x, .s, k: ${made}} AS mp`)
          .concat(`${made} AS v`),
      ),
  ])()
}

/** By every column, so that the rows of a top list are the same whatever came in first. */
function sorting(choices: Choices, items: readonly string[]): string {
  if (!choices.chance(0.2)) return ''
  const names = items.map(item => item.split(' AS ').at(-1) as string)
  const keys = names.map(name => `${name}${choices.pick(['', ' DESC', ' ASC'])}`)
  const cut = choices.pick(['', ` LIMIT ${choices.int(0, 4)}`, ` SKIP ${choices.int(0, 2)}`, ` SKIP 1 LIMIT 3`])
  return ` ORDER BY ${keys.join(', ')}${cut}`
}

function part(choices: Choices, scope: Scope): { clauses: FuzzClause[]; scope: Scope } {
  const clauses: FuzzClause[] = []
  let at = scope
  for (let i = choices.pick([1, 1, 2, 2, 3]); i > 0; i--) {
    const roll = choices.next()
    if (i === 1 && clauses.length === 0) clauses.push(match(choices, at, false))
    else if (roll < 0.55) clauses.push(match(choices, at, choices.chance(0.35)))
    else if (roll < 0.68) {
      const list = ints(choices, at, 2)
      clauses.push({ head: `UNWIND ${list} AS ${at.bind('int')}`, where: '' })
    } else if (roll < 0.78) clauses.push(subquery(choices, at))
    else {
      const made = projection(choices, at, 'WITH')
      at = made.next
      clauses.push({ head: made.head, where: choices.chance(0.3) ? predicate(choices, at, 1) : '' })
    }
  }
  return { clauses, scope: at }
}

function subquery(choices: Choices, scope: Scope): FuzzClause {
  const nodes = scope.of('node')
  const import_ = nodes.length > 0 && choices.chance(0.7) ? [choices.pick(nodes)] : []
  const inner = scope.empty()
  for (const name of import_) inner.variables.set(name, 'node')
  const made = match(choices, inner, false)
  const result = value(choices, inner)
  const aggregate = choices.chance(0.3)
  const name = scope.bind(aggregate ? 'int' : result.kind)
  const body = `${made.head}${made.where ? ` WHERE ${made.where}` : ''} RETURN ${aggregate ? 'count(*)' : result.text} AS ${name}`
  const call = choices.chance(0.25) ? 'OPTIONAL CALL' : 'CALL'
  const twice = choices.chance(0.15) ? ` UNION ${choices.pick(['', 'ALL '])}${body}` : ''
  return { head: `${call} (${import_.join()}) { ${body}${twice} }`, where: '' }
}

/** A query that answers the same rows whatever plan it is run by. */
export function randomQuery(choices: Choices): FuzzQuery {
  const { clauses, scope } = part(choices, new Scope())
  const last = projection(choices, scope, 'RETURN')
  return { clauses: [...clauses, { head: last.head, where: '' }], ordered: last.ordered }
}
