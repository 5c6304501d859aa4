import { ENTITY_TYPES } from '../../src/schema/ontology.ts'
import { type MessageKey, number, t, term } from '../i18n.ts'
import { pathAsked } from '../state/path-ask.ts'
import { sheet } from '../state/preferences.ts'
import type { App } from '../state/store.ts'
import { START } from '../state/view-state.ts'
import { TypeMark } from './type-mark.tsx'

/** Questions that open as a view of the graph, none of which needs the query engine. */
const QUESTIONS: readonly { readonly key: MessageKey; readonly ask: (app: App) => void }[] = [
  { key: 'q.shared', ask: app => app.act({ ...START }) },
  { key: 'q.matrix', ask: app => app.act({ ...START, view: 'matrix' }) },
  { key: 'q.linked', ask: app => app.act({ ...START, scope: 'all', view: 'table' }) },
  {
    key: 'q.people',
    ask: app =>
      app.act({ ...START, scope: 'all', filters: [{ facet: 'relation', values: ['AFFILIATED_WITH'] }], view: 'table' }),
  },
  { key: 'q.recent', ask: app => app.act({ ...START, scope: 'all', view: 'timeline' }) },
  {
    key: 'q.path',
    ask: () => {
      pathAsked.value = true
      sheet.value = 'right'
    },
  },
]

/** The way in: what this is, questions, and the counts by type. */
export function Home({ app }: { app: App }) {
  const { snapshot, nodes, edges } = app.model
  const count = (type: string) => nodes.reduce((sum, node) => sum + (node.type === type ? 1 : 0), 0)
  return (
    <section class="panel home" aria-labelledby="home-title">
      <h1 id="home-title">{snapshot.title || t('untitledGraph')}</h1>
      <p class="lede">
        {t('summary', {
          articles: number(snapshot.articles.length),
          nodes: number(nodes.length),
          edges: number(edges.length),
        })}
      </p>
      <ul class="counts" aria-label={t('byType')}>
        {ENTITY_TYPES.map(({ type }) => (
          <li key={type}>
            <button
              type="button"
              onClick={() =>
                app.act({ ...START, scope: 'all', filters: [{ facet: 'type', values: [type] }], view: 'table' })
              }
            >
              <span class="count">{number(count(type))}</span>
              <span class="count-name">
                <TypeMark type={type} /> {term(type)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <h2>{t('questions')}</h2>
      <ul class="questions">
        {QUESTIONS.map(question => (
          <li key={question.key}>
            <button
              type="button"
              onClick={() => {
                sheet.value = null
                question.ask(app)
              }}
            >
              {t(question.key)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
