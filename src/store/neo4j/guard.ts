import type { Plan } from 'neo4j-driver'
import { procedureNames } from '../../cypher/functions/procedures.ts'
import { QueryError } from '../../errors.ts'

/** What a free query may call: the same as in the embedded engine. */
const ALLOWED = new Set(procedureNames().map(name => name.toLowerCase()))

/** Plans of reading queries hold none of these: files, users, settings, other people's transactions. */
const FORBIDDEN =
  /^(?:LoadCSV|Show|Terminate|Alter|Create|Drop|Grant|Deny|Revoke|Rename|Set|Start|Stop|Do|Assert|Ensure|System)/i

function refusal(what: string, uri: string): QueryError {
  return new QueryError({ what, where: uri, remedy: 'Free queries only read. Use `mailuo load` to write.' })
}

function* operators(plan: Plan): Generator<Plan> {
  yield plan
  for (const child of plan.children) yield* operators(child)
}

/** `db.labels() :: (label :: STRING)` → `db.labels` */
function calledProcedure(plan: Plan): string {
  const details = String((plan.arguments as Record<string, unknown>)['Details'] ?? '')
  return details.split('(')[0]?.replaceAll('`', '').trim() ?? ''
}

/**
 * Looks at what the server made of a query, before it runs. Words in the text can be disguised; the plan cannot.
 * @param queryType `r` is the only one that reads and nothing else
 * @throws QueryError where it would write, read files, or call what is not on the list
 */
export function checkPlan(queryType: string, plan: Plan | false, uri: string): void {
  if (queryType !== 'r') throw refusal('this query would write', uri)
  if (!plan) throw refusal('the server gave no plan for this query, so it cannot be checked', uri)
  for (const operator of operators(plan)) {
    const name = operator.operatorType
    if (/^LoadCSV/i.test(name)) throw refusal('LOAD CSV reads files of the server', uri)
    if (FORBIDDEN.test(name)) throw refusal(`this is no query of the graph (${name.split('@')[0]})`, uri)
    if (!/ProcedureCall/i.test(name)) continue
    const procedure = calledProcedure(operator)
    if (!ALLOWED.has(procedure.toLowerCase()))
      throw refusal(`the procedure ${procedure} is not on the list of those allowed`, uri)
  }
}
