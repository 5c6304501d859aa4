import { number, t } from '../i18n.ts'
import { hideNodes, neighbours, showSet } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { NodeLink } from './fact.tsx'

/** Several chosen nodes: who they are and whom they all know. */
export function Several({ app }: { app: App }) {
  const { selected } = app.state.value
  const circles = selected.map(key => new Set(neighbours(app, key)))
  const common = neighbours(app, selected[0] ?? '').filter(
    key => circles.every(circle => circle.has(key)) && !selected.includes(key),
  )
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
