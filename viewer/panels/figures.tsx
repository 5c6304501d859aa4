import type { FigureItem } from '../data/model.ts'
import { number, t } from '../i18n.ts'
import type { App } from '../state/store.ts'
import { EvidenceCard, sayFigure } from './fact.tsx'

/** Numbers that measure an entity, by unit, each with a small bar against the largest of its unit and its sentence. */
export function Figures({ app, nodeKey }: { app: App; nodeKey: string }) {
  const figures = app.model.figures(nodeKey)
  if (!figures.length) return null
  const units = [...new Set(figures.map(figure => figure.unit))].sort()
  return (
    <section class="figures">
      <h4>
        {t('figures')} <span class="badge">{number(figures.length)}</span>
      </h4>
      {units.map(unit => (
        <FigureGroup key={unit} app={app} unit={unit} figures={figures.filter(figure => figure.unit === unit)} />
      ))}
    </section>
  )
}

function FigureGroup({ app, unit, figures }: { app: App; unit: string; figures: readonly FigureItem[] }) {
  const most = unit === '%' ? 100 : Math.max(...figures.map(figure => Math.abs(figure.value)), 1)
  const sorted = [...figures].sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1))
  return (
    <ul>
      {sorted.map(figure => (
        <li key={figure.key}>
          <details>
            <summary>
              <span class="figure-measure">{figure.measure}</span>
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
