import { useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ENTITY_TYPES } from '../../src/schema/ontology.ts'
import type { EntityType } from '../../src/schema/types.ts'
import { number, t } from '../i18n.ts'
import { countFacets, type FacetCount, type ListFacet } from '../state/facets.ts'
import { replaceFilter, toggleValue } from '../state/filters.ts'
import type { App } from '../state/store.ts'
import { valueName } from './filter-chain.tsx'
import { MoreButton } from './more-button.tsx'
import { TypeMark } from './type-mark.tsx'

const LISTS: readonly ListFacet[] = ['type', 'relation', 'place', 'kind', 'community']
const FIRST = 6

/** Facets with counts; what is on stands over the views, too. */
export function Filters({ app }: { app: App }) {
  const ready = useSignal(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      ready.value = true
    }, 60)
    return () => clearTimeout(timer)
  }, [])
  return (
    <section class="panel filters" aria-label={t('filters')}>
      <h2>{t('filters')}</h2>
      {ready.value && <Facets app={app} />}
    </section>
  )
}

/** Counting takes longer than drawing in a large graph, so it waits for the first frame. */
function Facets({ app }: { app: App }) {
  const facets = useComputed(() => countFacets(app.model, app.derived, app.state.value))
  return (
    <>
      {LISTS.map(facet => (
        <FacetList key={facet} app={app} facet={facet} counts={facets.value[facet]} />
      ))}
      <Threshold
        app={app}
        facet="confidence"
        steps={[0, 0.6, 0.7, 0.8, 0.9, 0.95]}
        show={value => `${Math.round(value * 100)}%`}
      />
      <Threshold app={app} facet="sources" steps={[1, 2, 3, 5]} show={String} />
      <Period app={app} />
    </>
  )
}

function FacetList({ app, facet, counts }: { app: App; facet: ListFacet; counts: readonly FacetCount[] }) {
  const all = useSignal(false)
  if (counts.length < 2) return null
  const { filters } = app.state.value
  const on = filters.find(filter => filter.facet === facet)
  const values = on && 'values' in on ? on.values : []
  const most = counts[0]?.count ?? 1
  const shown = all.value ? counts : counts.filter((row, at) => at < FIRST || values.includes(row.value))
  const isType = (value: string): value is EntityType =>
    facet === 'type' && ENTITY_TYPES.some(row => row.type === value)
  return (
    <fieldset class="facet">
      <legend>{t(`facet.${facet}`)}</legend>
      {shown.map(({ value, count }) => (
        <label key={value} class="facet-row">
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={() => app.act({ filters: toggleValue(filters, facet, value) })}
          />
          {isType(value) && <TypeMark type={value} />}
          <span class="facet-name">{valueName(app, facet, value)}</span>
          <meter class="facet-bar" min={0} max={Math.max(1, most)} value={count} aria-hidden="true" />
          <span class="facet-count">{number(count)}</span>
        </label>
      ))}
      {counts.length > FIRST && <MoreButton all={all} rest={counts.length - FIRST} />}
    </fieldset>
  )
}

interface ThresholdProps {
  readonly app: App
  readonly facet: 'confidence' | 'sources'
  readonly steps: readonly number[]
  readonly show: (value: number) => string
}

function Threshold({ app, facet, steps, show }: ThresholdProps) {
  const { filters } = app.state.value
  const on = filters.find(filter => filter.facet === facet)
  const min = on && 'min' in on ? on.min : (steps[0] ?? 0)
  const at = Math.max(0, steps.indexOf(min))
  return (
    <div class="threshold">
      <label for={`min-${facet}`}>{t(`facet.${facet}`)}</label>
      <output for={`min-${facet}`}>{show(min)}</output>
      <input
        id={`min-${facet}`}
        type="range"
        min={0}
        max={steps.length - 1}
        step={1}
        value={at}
        aria-valuetext={show(min)}
        onChange={event => {
          const next = steps[Number(event.currentTarget.value)] ?? 0
          app.act({ filters: replaceFilter(filters, facet, next === steps[0] ? null : { facet, min: next }) })
        }}
      />
    </div>
  )
}

function Period({ app }: { app: App }) {
  const { filters } = app.state.value
  const on = filters.find(filter => filter.facet === 'date')
  const [from, to] = on && 'from' in on ? [on.from, on.to] : ['', '']
  const change = (next: { from: string; to: string }) =>
    app.act({ filters: replaceFilter(filters, 'date', next.from || next.to ? { facet: 'date', ...next } : null) })
  return (
    <fieldset class="period">
      <legend>{t('facet.date')}</legend>
      <label>
        {t('from')}
        <input
          type="month"
          value={from.slice(0, 7)}
          onChange={event => change({ from: event.currentTarget.value, to })}
        />
      </label>
      <label>
        {t('to')}
        <input
          type="month"
          value={to.slice(0, 7)}
          onChange={event => change({ from, to: event.currentTarget.value })}
        />
      </label>
    </fieldset>
  )
}
