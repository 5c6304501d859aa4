import { useComputed, useSignal } from '@preact/signals'
import { RELATIONS } from '../../src/schema/ontology.ts'
import type { EdgeItem } from '../data/model.ts'
import { makeTimeline, type Timeline } from '../data/timeline.ts'
import { palette } from '../graph/palette.ts'
import { number, t, term } from '../i18n.ts'
import { edgeTest, replaceFilter } from '../state/filters.ts'
import { dark } from '../state/preferences.ts'
import { showState } from '../state/shown.ts'
import { openEdges } from '../state/steps.ts'
import type { App } from '../state/store.ts'

const WIDTH = 1000
const HEIGHT = 240
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
      <div class="view-bar">
        <p class="view-note">{t('timelineHint')}</p>
      </div>
      <Chart app={app} timeline={timeline.value} />
      <FactList app={app} facts={facts.value} />
    </section>
  )
}

function periodOf(app: App): readonly [string, string] {
  const on = app.state.value.filters.find(filter => filter.facet === 'date')
  return on && 'from' in on ? [on.from, on.to] : ['', '']
}

function Chart({ app, timeline }: { app: App; timeline: Timeline }) {
  const { bins, undated } = timeline
  const dragged = useSignal<readonly [number, number] | null>(null)
  if (!bins.length) return <p class="hint">{t('timelineUndated', { count: undated })}</p>
  const most = Math.max(...bins.map(bin => bin.total), 1)
  const step = WIDTH / bins.length
  const colours = palette(dark.value)
  const [from, to] = periodOf(app)
  const set = (a: number, b: number) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    const next = { facet: 'date', from: bins[low]?.period ?? '', to: bins[high]?.period ?? '' } as const
    app.act({
      filters: replaceFilter(app.state.value.filters, 'date', low === 0 && high === bins.length - 1 ? null : next),
    })
  }
  const binAt = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.max(0, Math.min(bins.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bins.length)))
  }
  const first = from
    ? Math.max(
        0,
        bins.findIndex(bin => bin.period >= from.slice(0, bin.period.length)),
      )
    : 0
  const after = to ? bins.findIndex(bin => bin.period > to.slice(0, bin.period.length)) : -1
  const last = after < 0 ? bins.length - 1 : Math.max(first, after - 1)
  const [low, high] = dragged.value ? [Math.min(...dragged.value), Math.max(...dragged.value)] : [first, last]
  return (
    <div class="chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${bins[0]?.period} – ${bins.at(-1)?.period}`}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId)
          dragged.value = [binAt(event), binAt(event)]
        }}
        onPointerMove={event => {
          if (dragged.value) dragged.value = [dragged.value[0], binAt(event)]
        }}
        onPointerUp={() => {
          if (dragged.value) set(...dragged.value)
          dragged.value = null
        }}
      >
        <rect class="brush" x={low * step} y={0} width={(high - low + 1) * step} height={HEIGHT} />
        {bins.map((bin, at) => {
          let y = HEIGHT
          return (
            <g key={bin.period} opacity={at >= low && at <= high ? 1 : 0.3}>
              <title>{t('timelineBar', { period: bin.period, count: bin.total })}</title>
              {RELATIONS.map(({ type }) => {
                const height = ((bin.counts.get(type) ?? 0) / most) * (HEIGHT - 12)
                y -= height
                return (
                  <rect
                    key={type}
                    x={at * step + step * 0.1}
                    y={y}
                    width={step * 0.8}
                    height={height}
                    fill={colours.strongLine(type)}
                  />
                )
              })}
            </g>
          )
        })}
      </svg>
      <div class="ticks" aria-hidden="true">
        {ticks(bins.map(bin => bin.period)).map(({ at, text }) => (
          <span key={text} style={{ left: `${((at + 0.5) / bins.length) * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
      <div class="brush-ends">
        <End
          label={t('from')}
          bins={bins.map(bin => bin.period)}
          value={low}
          onChange={value => set(value, Math.max(value, high))}
        />
        <End
          label={t('to')}
          bins={bins.map(bin => bin.period)}
          value={high}
          onChange={value => set(Math.min(low, value), value)}
        />
        <button type="button" class="link" disabled={!from && !to} onClick={() => set(0, bins.length - 1)}>
          {t('clearPeriod')}
        </button>
        {undated > 0 && <span class="view-note">{t('timelineUndated', { count: number(undated) })}</span>}
      </div>
    </div>
  )
}

/** About eight years or months, evenly. */
function ticks(periods: readonly string[]): { at: number; text: string }[] {
  const every = Math.max(1, Math.ceil(periods.length / 8))
  return periods.flatMap((text, at) => (at % every === 0 ? [{ at, text }] : []))
}

interface EndProps {
  readonly label: string
  readonly bins: readonly string[]
  readonly value: number
  readonly onChange: (value: number) => void
}

/** The brush's ends for the keyboard. */
function End({ label, bins, value, onChange }: EndProps) {
  return (
    <label class="select">
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={bins.length - 1}
        value={value}
        aria-valuetext={bins[value]}
        onChange={event => onChange(Number(event.currentTarget.value))}
      />
      <output>{bins[value]}</output>
    </label>
  )
}

/** Facts of the period, latest first. */
function FactList({ app, facts }: { app: App; facts: readonly EdgeItem[] }) {
  const passes = edgeTest(app.state.value.filters)
  const name = (key: string) => app.model.node.get(key)?.name ?? key
  const dated = facts
    .filter(edge => edge.date !== null && passes(edge))
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || (a.key < b.key ? -1 : 1))
  return (
    <div class="timeline-facts" tabIndex={0} role="group" aria-label={t('factsCount', { count: number(dated.length) })}>
      <p class="view-note">
        {t('factsCount', { count: number(dated.length) })}
        {dated.length > MOST_FACTS && `，${t('shownOf', { shown: MOST_FACTS, all: number(dated.length) })}`}
      </p>
      <ol>
        {dated.slice(0, MOST_FACTS).map(edge => (
          <li key={edge.key}>
            <time>{edge.date}</time>
            <button type="button" class="cell-link" onClick={() => openEdges(app, [edge.key])}>
              {name(edge.source)} <em>{term(edge.type)}</em> {name(edge.target)}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
