import { cellText } from '../../src/store/cell.ts'
import type { CatalogueQuery } from '../../src/store/query-file.ts'
import { lang, t, term } from '../i18n.ts'
import type { Outcome } from '../query/engine.ts'
import { nodesIn } from '../query/nodes-in.ts'
import type { Answer, Refusal } from '../query/protocol.ts'
import { openNode, showSet } from '../state/steps.ts'
import type { App } from '../state/store.ts'

/** Columns that hold words of the ontology, which has names for people. */
const NAMED: ReadonlySet<string> = new Set(['kind', 'type', 'relation'])

interface Props {
  readonly app: App
  readonly outcome: Outcome
  readonly query: CatalogueQuery | null
}

/** An answer as a table with its nodes as links, or why there is none, at the place. */
export function QueryResult({ app, outcome, query }: Props) {
  if (outcome.kind === 'stopped') return null
  if (outcome.kind === 'refused') return <Refused refusal={outcome.refusal} />
  const { answer } = outcome
  const keys = nodesIn(app.model, answer)
  const heads = new Map(query?.columns.map(column => [column.name, column.zh]))
  const head = (column: string) => (lang.value === 'zh' ? (heads.get(column) ?? column) : column)
  return (
    <>
      {keys.length > 0 && (
        <div class="actions">
          <button type="button" onClick={() => showSet(app, keys)}>
            {t('queryToGraph')} {keys.length}
          </button>
          <button
            type="button"
            onClick={() => showSet(app, [...new Set([...app.shown.value.nodes.map(node => node.key), ...keys])])}
          >
            {t('queryAdd')}
          </button>
        </div>
      )}
      {answer.rows.length ? <Rows app={app} answer={answer} head={head} /> : <p class="hint">{t('queryEmpty')}</p>}
    </>
  )
}

function Rows({ app, answer, head }: { app: App; answer: Answer; head: (column: string) => string }) {
  const byName = new Map(app.model.nodes.map(node => [node.name, node.key]))
  return (
    <div class="rows query-rows" tabIndex={0} role="group" aria-label={t('results')}>
      <table>
        <thead>
          <tr>
            {answer.columns.map(column => (
              <th key={column} scope="col">
                {head(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => {
                const named = NAMED.has(answer.columns[column] ?? '')
                const text = named ? term(cellText(cell)) : cellText(cell)
                const key = byName.get(text)
                return (
                  <td key={column} class={typeof cell === 'number' ? 'numeric' : ''}>
                    {key ? (
                      <button type="button" class="cell-link" onClick={() => openNode(app, key)}>
                        {text}
                      </button>
                    ) : (
                      text
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Refused({ refusal }: { refusal: Refusal }) {
  return (
    <div class="refused" role="alert">
      <p>
        {refusal.at} {refusal.message[lang.value]}
      </p>
      {refusal.caret && <pre>{refusal.caret}</pre>}
      {refusal.hint && <p>{refusal.hint[lang.value]}</p>}
    </div>
  )
}
