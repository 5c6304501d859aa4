import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { CatalogueQuery, QueryParam } from '../../src/store/query-file.ts'
import { lang, t } from '../i18n.ts'

interface Props {
  readonly query: CatalogueQuery
  /** Names offered for text parameters. */
  readonly names: readonly string[]
  readonly onRun: (params: Readonly<Record<string, unknown>>) => void
}

/** The parameters of a named question as fields with their defaults, and how its answer is meant. */
export function QueryForm({ query, names, onRun }: Props) {
  const id = useId()
  const values = useSignal<Readonly<Record<string, string>>>(
    Object.fromEntries(query.params.map(param => [param.name, fieldText(param.default)])),
  )
  return (
    <form
      class="query-form"
      onSubmit={event => {
        event.preventDefault()
        onRun(
          Object.fromEntries(
            query.params.map(param => [param.name, paramValue(param, values.value[param.name] ?? '')]),
          ),
        )
      }}
    >
      <h3>{lang.value === 'zh' ? query.zh : query.en}</h3>
      <p class="hint">{query.explanation}</p>
      {query.params.map(param => (
        <label key={param.name} class="query-param">
          <span>{lang.value === 'zh' ? param.zh : param.en}</span>
          <input
            type={param.type === 'integer' || param.type === 'float' ? 'number' : 'text'}
            step={param.type === 'float' ? 'any' : 1}
            list={param.type === 'string' ? id : undefined}
            required={param.default === undefined}
            value={values.value[param.name]}
            onInput={event => {
              values.value = { ...values.value, [param.name]: event.currentTarget.value }
            }}
          />
        </label>
      ))}
      <datalist id={id}>
        {names.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {query.params.length > 0 && (
        <button type="submit" class="primary">
          {t('run')}
        </button>
      )}
    </form>
  )
}

function fieldText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.join('、')
  if (typeof value === 'object' && '$float' in value) return String(value.$float)
  return String(value)
}

/** What is typed, as the engine wants it: floats boxed so that they stay floats. */
function paramValue(param: QueryParam, text: string): unknown {
  switch (param.type) {
    case 'integer':
      return Number.parseInt(text, 10) || 0
    case 'float':
      return { $float: String(Number(text) || 0) }
    case 'boolean':
      return text === 'true'
    case 'strings':
      return text.split(/[,，、]/).filter(Boolean)
    case 'string':
      return text
  }
}
