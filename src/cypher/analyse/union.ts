import type { Clause, SingleQuery, Union } from '../ast.ts'
import { say } from '../messages.ts'
import { importingScope, lowerCallSubquery } from './call-subquery.ts'
import { lower } from './expression.ts'
import { lowerMatch } from './match.ts'
import { lowerProcedure } from './procedure.ts'
import { lowerProjection } from './projection.ts'
import type { QueryPart, QueryUnion, Step } from './query.ts'
import type { Analysis, Scope } from './scope.ts'
import { declare, envOf, report } from './scope.ts'
import { PLAIN_PROJECTION } from './subquery.ts'
import { ANY, LIST } from './type.ts'

/** How the parts of a query are read. */
export interface Setting {
  /** What is in force at the start of each part. */
  readonly scope: Scope
  /** Whether columns that are no plain variables need a name, as they do in CALL. */
  readonly aliases: boolean
  /** Whether this is the whole query, where `CALL proc` alone gives all its fields. */
  readonly standalone: boolean
  /** The scope around `CALL { WITH a … }`, from which that WITH takes. */
  readonly importFrom?: Scope | undefined
}

/** What a clause gives: a step, if it is more than a matter of names, and what is in force after it. */
export interface Lowered {
  readonly steps: readonly Step[]
  readonly scope: Scope
  /** After RETURN: the columns. */
  readonly outputs?: readonly { readonly id: number; readonly name: string }[]
}

/** Queries joined by UNION; every part has the same columns, which later parts may name in another order. */
export function lowerUnion(a: Analysis, union: Union, setting: Setting): QueryUnion {
  const parts = union.parts.map(part => lowerPart(a, part, setting))
  const columns = parts[0]?.columns ?? []
  const aligned = parts.map(({ part, columns: own }, i): QueryPart => {
    if (own.length !== columns.length || own.some(name => !columns.includes(name))) {
      report(a, union.parts[i] ?? union, say('unionColumns'))
    }
    return { ...part, returns: columns.map((name, at) => part.returns[own.indexOf(name)] ?? part.returns[at] ?? 0) }
  })
  return { parts: aligned, all: union.all, columns, start: union.start, end: union.end }
}

function lowerPart(a: Analysis, query: SingleQuery, setting: Setting) {
  const imported = setting.importFrom ? importingScope(a, query, setting.importFrom) : null
  let scope = imported?.scope ?? setting.scope
  let outputs: Lowered['outputs'] = []
  const steps: Step[] = []
  for (const clause of imported?.rest ?? query.clauses) {
    const lowered = lowerClause(a, clause, {
      ...setting,
      scope,
      standalone: setting.standalone && query.clauses.length === 1,
    })
    steps.push(...lowered.steps)
    scope = lowered.scope
    outputs = lowered.outputs ?? outputs
  }
  const returns = outputs.map(output => output.id)
  const part: QueryPart = { steps, returns, start: query.start, end: query.end }
  return { part, columns: outputs.map(output => output.name) }
}

function lowerClause(a: Analysis, clause: Clause, setting: Setting): Lowered {
  const { scope } = setting
  const { start, end } = clause
  switch (clause.kind) {
    case 'match': {
      const { step, scope: after } = lowerMatch(a, scope, clause)
      return { steps: [step], scope: after }
    }
    case 'unwind': {
      const list = lower(envOf(a, scope), clause.list)
      // what is no list is unwound as if it were alone in one
      const item =
        list.type.bits === LIST.bits ? (list.type.inner ?? ANY) : list.type.bits & LIST.bits ? ANY : list.type
      const { scope: after, known } = declare(a, scope, clause.variable, item)
      const variable = {
        kind: 'variable',
        id: known.id,
        start: clause.variable.start,
        end: clause.variable.end,
      } as const
      return { steps: [{ kind: 'unwind', list: list.expr, variable, start, end }], scope: after }
    }
    case 'with':
      return lowerProjection(a, scope, clause, 'with')
    case 'return':
      return lowerProjection(a, scope, clause, setting.aliases ? 'call' : 'return')
    case 'procedure':
      return lowerProcedure(a, scope, clause, setting.standalone)
    case 'subquery':
      return lowerCallSubquery(a, scope, clause)
    case 'finish':
      return finish(scope, clause)
  }
}

/** FINISH is a RETURN of nothing that keeps no row. */
function finish(scope: Scope, { start, end }: Clause): Lowered {
  const limit = { kind: 'integer', value: 0, start, end } as const
  return { steps: [{ ...PLAIN_PROJECTION, outputs: [], limit, start, end }], scope, outputs: [] }
}
