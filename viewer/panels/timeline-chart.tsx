import { useSignal } from '@preact/signals'
import { RELATIONS } from '../../src/schema/ontology.ts'
import type { Bin, Timeline } from '../data/timeline.ts'
import { palette } from '../graph/palette.ts'
import { number, t } from '../i18n.ts'
import { replaceFilter } from '../state/filters.ts'
import { dark } from '../state/preferences.ts'
import type { App } from '../state/store.ts'

const WIDTH = 1000
const HEIGHT = 240
/** Room over the highest bar for its number. */
const HEAD = 26
const BROADEST = 44
/** More bars than this have no number over them. */
const NUMBERED = 24

/** Bars by period with a brush over them; its ends can be moved by keys, too. */
export function TimelineChart({ app, timeline }: { app: App; timeline: Timeline }) {
  const { bins, undated } = timeline
  const dragged = useSignal<readonly [number, number] | null>(null)
  if (!bins.length) return <p class="hint timeline-none">{t('timelineNone', { count: number(undated) })}</p>
  const [from, to] = periodOf(app)
  const set = (a: number, b: number) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    const next = { facet: 'date', from: bins[low]?.period ?? '', to: bins[high]?.until ?? '' } as const
    app.act({
      filters: replaceFilter(app.state.value.filters, 'date', low === 0 && high === bins.length - 1 ? null : next),
    })
  }
  const binAt = (event: PointerEvent & { currentTarget: SVGSVGElement }) => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.max(0, Math.min(bins.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bins.length)))
  }
  const kept = keptBins(bins, from, to)
  const [low, high] = dragged.value ? [Math.min(...dragged.value), Math.max(...dragged.value)] : kept
  return (
    <div class="chart">
      <div class="chart-plot">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${bins[0]?.period} – ${bins.at(-1)?.until}`}
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
          <Bars bins={bins} low={low} high={high} />
        </svg>
        {bins.length <= NUMBERED && <Numbers bins={bins} />}
      </div>
      <Ticks bins={bins} />
      <div class="brush-ends">
        <End label={t('from')} bins={bins} value={low} onChange={value => set(value, Math.max(value, high))} />
        <End label={t('to')} bins={bins} value={high} onChange={value => set(Math.min(low, value), value)} />
        <button type="button" class="link" disabled={!from && !to} onClick={() => set(0, bins.length - 1)}>
          {t('clearPeriod')}
        </button>
        {undated > 0 && <span class="view-note">{t('timelineUndated', { count: number(undated) })}</span>}
      </div>
    </div>
  )
}

function periodOf(app: App): readonly [string, string] {
  const on = app.state.value.filters.find(filter => filter.facet === 'date')
  return on && 'from' in on ? [on.from, on.to] : ['', '']
}

/** First and last bin of a period. */
function keptBins(bins: readonly Bin[], from: string, to: string): readonly [number, number] {
  const start = from ? bins.findIndex(bin => bin.until >= from.slice(0, bin.until.length)) : 0
  const first = Math.max(0, start)
  const after = to ? bins.findIndex(bin => bin.period > to.slice(0, bin.period.length)) : -1
  return [first, after < 0 ? bins.length - 1 : Math.max(first, after - 1)]
}

const mostIn = (bins: readonly Bin[]) => Math.max(...bins.map(bin => bin.total), 1)
const heightOf = (count: number, most: number) => (count / most) * (HEIGHT - HEAD)

function Bars({ bins, low, high }: { bins: readonly Bin[]; low: number; high: number }) {
  const most = mostIn(bins)
  const step = WIDTH / bins.length
  const width = Math.min(BROADEST, step * 0.8)
  const colours = palette(dark.value)
  return (
    <>
      <rect class="brush" x={low * step} y={0} width={(high - low + 1) * step} height={HEIGHT} />
      {bins.map((bin, at) => {
        let y = HEIGHT
        return (
          <g key={bin.period} opacity={at >= low && at <= high ? 1 : 0.3}>
            <title>{t('timelineBar', { period: saySpan(bin), count: bin.total })}</title>
            {RELATIONS.map(({ type }) => {
              const height = heightOf(bin.counts.get(type) ?? 0, most)
              y -= height
              const x = (at + 0.5) * step - width / 2
              return <rect key={type} x={x} y={y} width={width} height={height} fill={colours.strongLine(type)} />
            })}
          </g>
        )
      })}
    </>
  )
}

function Numbers({ bins }: { bins: readonly Bin[] }) {
  const most = mostIn(bins)
  return (
    <div class="bar-numbers" aria-hidden="true">
      {bins.map((bin, at) =>
        bin.total > 0 ? (
          <span
            key={bin.period}
            style={{
              left: `${((at + 0.5) / bins.length) * 100}%`,
              bottom: `${(heightOf(bin.total, most) / HEIGHT) * 100}%`,
            }}
          >
            {number(bin.total)}
          </span>
        ) : null,
      )}
    </div>
  )
}

/** As many periods as there is room for, evenly; a bin that stands for many has dots. */
function Ticks({ bins }: { bins: readonly Bin[] }) {
  const room = matchMedia('(max-width: 820px)').matches ? 5 : 8
  const every = Math.max(1, Math.ceil(bins.length / room))
  return (
    <div class="ticks" aria-hidden="true">
      {bins.map((bin, at) => {
        const isGap = bin.until !== bin.period
        if (!isGap && at % every !== 0) return null
        return (
          <span key={bin.period} style={{ left: `${((at + 0.5) / bins.length) * 100}%` }}>
            {isGap ? '⋯' : bin.period}
          </span>
        )
      })}
    </div>
  )
}

/** 2020-02 – 2023-12 */
function saySpan({ period, until }: Bin): string {
  return until === period ? period : `${period} – ${until}`
}

interface EndProps {
  readonly label: string
  readonly bins: readonly Bin[]
  readonly value: number
  readonly onChange: (value: number) => void
}

/** The brush's ends for the keyboard. */
function End({ label, bins, value, onChange }: EndProps) {
  const bin = bins[value]
  const text = bin ? saySpan(bin) : ''
  return (
    <label class="select">
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={bins.length - 1}
        value={value}
        aria-valuetext={text}
        onChange={event => onChange(Number(event.currentTarget.value))}
      />
      <output>{text}</output>
    </label>
  )
}
