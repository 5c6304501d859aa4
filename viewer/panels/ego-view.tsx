import { palette } from '../graph/palette.ts'
import { t } from '../i18n.ts'
import { dark } from '../state/preferences.ts'
import { farEnd, neighbours, openNode } from '../state/steps.ts'
import type { App } from '../state/store.ts'

const MOST = 60

/** Stands in where there is no WebGL: one node in the middle, its neighbours around it, as SVG with real buttons' roles. */
export function EgoView({ app }: { app: App }) {
  const centre = app.model.node.get(app.state.value.selected[0] ?? app.shown.value.nodes[0]?.key ?? '')
  const colours = palette(dark.value)
  if (!centre) return <p class="hint">{t('noWebgl')}</p>
  const around = neighbours(app, centre.key)
    .slice(0, MOST)
    .flatMap(key => app.model.node.get(key) ?? [])
  const at = (index: number) => {
    const angle = (index / around.length) * 2 * Math.PI
    const radius = index % 2 ? 300 : 220
    return { x: Math.cos(angle) * radius * 1.35, y: Math.sin(angle) * radius }
  }
  const lineOf = (key: string) => app.model.links(centre.key).find(edge => farEnd(edge, centre.key) === key)
  return (
    <div class="ego">
      <p class="hint" role="status">
        {t('noWebgl')}
      </p>
      <svg viewBox="-520 -360 1040 720" role="group" aria-label={centre.name}>
        {around.map((node, index) => {
          const { x, y } = at(index)
          const edge = lineOf(node.key)
          return (
            <line
              key={node.key}
              x1={0}
              y1={0}
              x2={x}
              y2={y}
              stroke={colours.line(edge?.type ?? 'LOCATED_IN', 0.6)}
              stroke-width="1.5"
            />
          )
        })}
        {[
          { node: centre, x: 0, y: 0, size: 12 },
          ...around.map((node, index) => ({ node, ...at(index), size: 7 })),
        ].map(({ node, x, y, size }) => (
          <g
            key={node.key}
            role="button"
            tabindex={0}
            aria-label={node.name}
            onClick={() => openNode(app, node.key)}
            onKeyDown={event => event.key === 'Enter' && openNode(app, node.key)}
          >
            <circle cx={x} cy={y} r={size} fill={colours.type(node.type)} />
            <text x={x} y={y - size - 5} text-anchor="middle" fill={colours.ink} font-size="13">
              {node.name}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}
