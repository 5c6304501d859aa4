import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { CatalogueQuery } from '../../src/store/query-file.ts'
import { lang, number, t } from '../i18n.ts'
import { isReady } from '../query/catalogue.ts'
import type { Outcome } from '../query/engine.ts'
import { engineOf } from '../query/engine-of.ts'
import type { App } from '../state/store.ts'
import { Catalogue } from './catalogue.tsx'
import { QueryEditor } from './query-editor.tsx'
import { QueryForm } from './query-form.tsx'
import { QueryNotices } from './query-notices.tsx'
import { QueryResult } from './query-result.tsx'
import { QueryStart } from './query-start.tsx'

/** What stands in the editor at first: whoever runs something in a district, with its sentence. */
const firstQuery = () => {
  const [who, what, quote] = lang.peek() === 'zh' ? ['谁', '项目', '原句'] : ['who', 'programme', 'quote']
  return `MATCH (n)-[r:RUNS]->(p:Programme)\nRETURN n.name AS ${who}, p.name AS ${what}, r.quotes[0] AS ${quote}\nORDER BY ${who}, ${what}\nLIMIT 50`
}

/** Named questions with their parameters as a form, free read-only Cypher, results as table and as graph, history. */
export function QueryPanel({ app }: { app: App }) {
  const engine = useMemo(() => engineOf(app), [app])
  const text = useSignal(app.state.value.query || firstQuery())
  const chosen = useSignal<CatalogueQuery | null>(null)
  const outcome = useSignal<Outcome | null>(null)
  const history = useSignal<readonly string[]>([])
  const run = async (query: string, params: Readonly<Record<string, unknown>>) => {
    text.value = query
    outcome.value = null
    if (query !== app.state.value.query) app.act({ query })
    outcome.value = await engine.run(query, params)
    history.value = [query, ...history.value.filter(old => old !== query)].slice(0, 20)
  }
  const busy = engine.busy.value
  return (
    <section class="query-panel" aria-label={t('query')}>
      <Catalogue
        chosen={chosen.value}
        onChoose={query => {
          chosen.value = query
          text.value = query.cypher
          const preset = Object.fromEntries(query.params.map(param => [param.name, param.default]))
          if (isReady(query)) void run(query.cypher, preset)
          else outcome.value = null
        }}
      />
      <div class="query-main">
        {chosen.value && (
          <QueryForm
            key={chosen.value.name}
            query={chosen.value}
            names={app.model.nodes.slice(0, 400).map(node => node.name)}
            onRun={params => void run(text.value, params)}
          />
        )}
        <QueryEditor
          app={app}
          text={text}
          onEdit={edited => {
            if (chosen.value && !chosen.value.params.length && edited !== chosen.value.cypher) chosen.value = null
          }}
          onRun={() => {
            if (!chosen.value?.params.length) void run(text.value, {})
          }}
        />
        <div class="actions">
          {!chosen.value?.params.length && (
            <button type="button" class="primary" title="Ctrl+Enter" onClick={() => void run(text.value, {})}>
              {t('run')}
            </button>
          )}
          <button type="button" disabled={busy === 'idle'} onClick={() => engine.stop()}>
            {t('stop')}
          </button>
          {history.value.length > 0 && (
            <label class="select">
              <span>{t('history')}</span>
              <select
                aria-label={t('history')}
                value=""
                onChange={event => {
                  chosen.value = null
                  text.value = history.value[Number(event.currentTarget.value)] ?? text.value
                }}
              >
                <option value="" />
                {history.value.map((old, at) => (
                  <option key={old} value={at}>
                    {old.replace(/\s+/g, ' ').slice(0, 60)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <span class="view-note" role="status">
            {busy === 'opening' ? t('queryLoading') : busy === 'running' ? t('queryRunning') : told(outcome.value)}
          </span>
        </div>
        {engine.server !== null && <p class="hint">{t('queryServer', { server: engine.server })}</p>}
        {outcome.value?.kind === 'answer' && <QueryNotices app={app} text={text.value} />}
        {outcome.value && <QueryResult app={app} outcome={outcome.value} query={chosen.value} />}
        {!outcome.value && busy === 'idle' && !chosen.value && <QueryStart app={app} />}
      </div>
    </section>
  )
}

function told(outcome: Outcome | null): string {
  if (outcome?.kind !== 'answer') return ''
  const { rows, total, ms } = outcome.answer
  const counted = t('queryRows', { count: number(total), ms: Math.round(ms) })
  return total > rows.length ? `${counted}，${t('queryCapped', { shown: rows.length, count: number(total) })}` : counted
}
