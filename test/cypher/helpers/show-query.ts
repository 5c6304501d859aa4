import type { Query, QueryUnion, Step } from '../../../src/cypher/analyse/query.ts'
import type { CypherError } from '../../../src/cypher/error.ts'
import { show } from './cases.ts'

/** `line:column code message · hint` in both languages, one error a paragraph. */
export function showErrors(errors: readonly CypherError[]): string {
  return errors
    .map(({ line, column, code, texts: { message, hint } }) => {
      const text = (language: 'en' | 'zh') => [message[language], hint?.[language]].filter(Boolean).join(' · ')
      return `${line}:${column} ${code}\n${text('en')}\n${text('zh')}`
    })
    .join('\n\n')
}

/** The analysed query: columns, bindings with their kinds, then its steps. */
export function showQuery(query: Query): string {
  const variables = query.variables.map(v => `${v.id}${v.anonymous ? '' : `:${v.name}`}:${v.kind}`)
  const columns = query.columns.map(name => ` 「${name}」`).join('')
  const head = [`columns${columns}`, `variables ${variables.join(' ')}`]
  if (query.parameters.length > 0) head.push(`parameters ${query.parameters.join(' ')}`)
  return [...head, showUnion(query.body)].join('\n')
}

function showUnion(union: QueryUnion): string {
  const parts = union.parts.map(part =>
    [...part.steps.map(showStep), ['returns', ...part.returns].join(' ')].join('\n'),
  )
  return parts.join(union.all ? '\nunion all\n' : '\nunion\n')
}

function showStep(step: Step): string {
  if (step.kind !== 'match') return show(step)
  const { paths, ...rest } = step
  return [show(rest), ...paths.map(path => `  ${show(path)}`)].join('\n')
}
