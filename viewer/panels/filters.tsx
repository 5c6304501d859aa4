import { useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ENTITY_TYPES } from '../../src/schema/ontology.ts'
import type { EntityType } from '../../src/schema/types.ts'
import { number, t, term } from '../i18n.ts'
import { countFacets, type FacetCount, type ListFacet } from '../state/facets.ts'
import { replaceFilter, toggleValue } from '../state/filters.ts'
import type { App } from '../state/store.ts'
import type { Filter } from '../state/view-state.ts'
import { TypeMark } from './type-mark.tsx'

const LISTS: readonly ListFacet[] = ['type', 'relation', 'place', 'kind', 'community']
const FIRST = 6

/** Facets with counts, and above them the chain of filters that are on. */
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
      <Chain app={app} />
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

function Chain({ app }: { app: App }) {
  const { filters, hidden } = app.state.value
  if (!filters.length && !hidden.length) return null
  return (
    <div class="chain">
      <ul aria-label={t('chain')}>
        {filters.map(filter => (
          <li key={filter.facet}>
            <button
              type="button"
              class="chip"
              aria-label={t('remove', { what: sayFilter(app, filter) })}
              onClick={() => app.act({ filters: replaceFilter(filters, filter.facet, null) })}
            >
              {sayFilter(app, filter)} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
        {hidden.length > 0 && (
          <li>
            <button
              type="button"
              class="chip"
              aria-label={t('remove', { what: t('hide') })}
              onClick={() => app.act({ hidden: [] })}
            >
              {t('hide')} {hidden.length} <span aria-hidden="true">×</span>
            </button>
          </li>
        )}
      </ul>
      <button type="button" class="link" onClick={() => app.act({ filters: [], hidden: [] })}>
        {t('reset')}
      </button>
    </div>
  )
}

/** 类型：地方、项目 */
function sayFilter(app: App, filter: Filter): string {
  const name = t(`facet.${filter.facet}`)
  if ('values' in filter) return `${name} ${filter.values.map(value => valueName(app, filter.facet, value)).join('、')}`
  if ('min' in filter)
    return `${name} ${filter.facet === 'confidence' ? `${Math.round(filter.min * 100)}%` : filter.min}`
  return `${name} ${filter.from || '…'} – ${filter.to || '…'}`
}

function valueName(app: App, facet: Filter['facet'], value: string): string {
  if (facet === 'place') return app.model.node.get(value)?.name ?? value
  if (facet === 'community') return t('community', { number: Number(value) + 1 })
  return term(value)
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
      {counts.length > FIRST && (
        <button
          type="button"
          class="link"
          aria-expanded={all.value}
          onClick={() => {
            all.value = !all.value
          }}
        >
          {all.value ? t('less') : `${t('more')} ${counts.length - FIRST}`}
        </button>
      )}
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
