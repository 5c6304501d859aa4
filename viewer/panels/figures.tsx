import { useSignal } from '@preact/signals'
import type { FigureItem } from '../data/model.ts'
import { number, t } from '../i18n.ts'
import type { App } from '../state/store.ts'
import { EvidenceCard, sayFigure } from './fact.tsx'
import { MoreButton } from './more-button.tsx'

/** So many numbers are shown at first, or the relations would stand far below. */
const FIRST = 8

/** Numbers that measure an entity, by unit, each with a small bar against the largest of its unit and its sentence. */
export function Figures({ app, nodeKey }: { app: App; nodeKey: string }) {
  const all = useSignal(false)
  const figures = app.model.figures(nodeKey)
  if (!figures.length) return null
  const units = groupsOf(figures, all.value ? figures.length : FIRST)
  return (
    <section class="figures">
      <h4>
        {t('figures')} <span class="badge">{number(figures.length)}</span>
      </h4>
      {units.map(group => (
        <FigureGroup key={group.unit} app={app} {...group} />
      ))}
      {figures.length > FIRST && <MoreButton all={all} rest={figures.length - FIRST} />}
    </section>
  )
}

interface Group {
  readonly unit: string
  readonly figures: readonly FigureItem[]
  /** What a full bar stands for. */
  readonly most: number
}

/** By unit, the largest first, and of all no more than asked for. */
function groupsOf(figures: readonly FigureItem[], count: number): readonly Group[] {
  const groups: Group[] = []
  let left = count
  for (const unit of [...new Set(figures.map(figure => figure.unit))].sort()) {
    const sorted = figures
      .filter(figure => figure.unit === unit)
      .sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1))
    const most = unit === '%' ? 100 : Math.max(...sorted.map(figure => Math.abs(figure.value)), 1)
    if (left > 0) groups.push({ unit, figures: sorted.slice(0, left), most })
    left -= sorted.length
  }
  return groups
}

function FigureGroup({ app, figures, most }: Group & { app: App }) {
  return (
    <ul>
      {figures.map(figure => (
        <li key={figure.key}>
          <details>
            <summary>
              <span class="figure-measure" title={figure.measure}>
                {figure.measure}
              </span>
              <meter min={0} max={most} value={Math.abs(figure.value)} aria-hidden="true" />
              <span class="figure-value">{sayFigure(figure)}</span>
            </summary>
            <ol class="evidence">
              {figure.evidence.map(item => (
                <EvidenceCard key={`${item.article}:${item.start}`} app={app} item={item} ends={[figure.subject]} />
              ))}
            </ol>
          </details>
        </li>
      ))}
    </ul>
  )
}
