import { useComputed } from '@preact/signals'
import type { EdgeItem } from '../data/model.ts'
import { isNews, latestFirst } from '../data/news.ts'
import { makeTimeline } from '../data/timeline.ts'
import { number, t, term } from '../i18n.ts'
import { edgeTest, replaceFilter } from '../state/filters.ts'
import { showState } from '../state/shown.ts'
import { openEdges } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { NothingShown } from './nothing-shown.tsx'
import { TimelineChart } from './timeline-chart.tsx'

const MOST_FACTS = 300

/** Facts by month or year; a brush over the bars filters everything; under it the facts in order of time. */
export function TimelinePanel({ app }: { app: App }) {
  const facts = useComputed(() => {
    const state = app.state.value
    const scope = state.scope === 'overview' ? 'all' : state.scope
    const filters = replaceFilter(state.filters, 'date', null)
    return showState(app.model, app.derived, { ...state, scope, filters }).edges.flatMap(edge => edge.facts)
  })
  const timeline = useComputed(() => makeTimeline(facts.value))
  return (
    <section class="timeline-panel" aria-label={t('timeline')}>
      {facts.value.length ? (
        <>
          <div class="view-bar">
            <p class="view-note">{t('timelineHint')}</p>
          </div>
          <TimelineChart app={app} timeline={timeline.value} />
          <FactList app={app} facts={facts.value} />
        </>
      ) : (
        <NothingShown app={app} />
      )}
    </section>
  )
}

/** Facts of the period with their sentences, latest first. */
function FactList({ app, facts }: { app: App; facts: readonly EdgeItem[] }) {
  const passes = edgeTest(app.state.value.filters)
  const name = (key: string) => app.model.node.get(key)?.name ?? key
  const dated = latestFirst(facts.filter(passes))
  return (
    <div class="timeline-facts" tabIndex={0} role="group" aria-label={t('factsCount', { count: number(dated.length) })}>
      <p class="view-note">
        {t('factsCount', { count: number(dated.length) })}
        {dated.length > MOST_FACTS && `${t('comma')}${t('latestOf', { shown: MOST_FACTS })}`}
      </p>
      <ol>
        {dated.slice(0, MOST_FACTS).map(edge => (
          <li key={edge.key} class={isNews(edge.type) ? '' : 'lasting'}>
            <time>{edge.date}</time>
            <button type="button" class="cell-link" onClick={() => openEdges(app, [edge.key])}>
              {name(edge.source)} <em>{term(edge.type)}</em> {name(edge.target)}
            </button>
            <q>{edge.evidence[0]?.quote}</q>
          </li>
        ))}
      </ol>
    </div>
  )
}
