import { number, t } from '../i18n.ts'
import { JudgePair } from '../judge/judge-node.tsx'
import { hideNodes, neighbours, showSet } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { NodeLink } from './fact.tsx'

/**
 * Whom all of them know, by their own links or by those that the picture shows: in the overview a district stands for everybody
 * in it, so what two districts share there is shared here.
 */
function commonOf(app: App, selected: readonly string[]): readonly string[] {
  const { edges } = app.shown.value
  const circles = selected.map(
    key =>
      new Set([
        ...neighbours(app, key),
        ...edges.flatMap(edge => (edge.source === key ? edge.target : edge.target === key ? edge.source : [])),
      ]),
  )
  return [...(circles[0] ?? [])].filter(key => circles.every(circle => circle.has(key)) && !selected.includes(key))
}

/** Several chosen nodes: who they are and whom they all know. */
export function Several({ app }: { app: App }) {
  const { selected } = app.state.value
  const common = commonOf(app, selected)
  return (
    <div class="several">
      <p class="hint">{t('selected', { count: selected.length })}</p>
      <ul class="relation-list">
        {selected.map(key => (
          <li key={key}>
            <NodeLink app={app} nodeKey={key} />
          </li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" onClick={() => showSet(app, selected)}>
          {t('onlyThese')}
        </button>
        <button type="button" onClick={() => hideNodes(app, selected)}>
          {t('hide')}
        </button>
      </div>
      <JudgePair app={app} keys={selected} />
      <h4>
        {t('common')} <span class="badge">{number(common.length)}</span>
      </h4>
      {common.length > 0 && (
        <button type="button" class="link" onClick={() => showSet(app, [...selected, ...common.slice(0, 60)])}>
          {t('showCommon')}
        </button>
      )}
      <ul class="relation-list">
        {common.slice(0, 60).map(key => (
          <li key={key}>
            <NodeLink app={app} nodeKey={key} />
          </li>
        ))}
      </ul>
    </div>
  )
}
