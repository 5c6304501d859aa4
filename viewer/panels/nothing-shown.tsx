import { t } from '../i18n.ts'
import type { App } from '../state/store.ts'
import { ClearFilters } from './filter-chain.tsx'

/** What to do where nothing is left to show. */
export function NothingShown({ app }: { app: App }) {
  const { filters, hidden } = app.state.value
  return (
    <div class="nothing" role="status">
      <p>{t(app.model.nodes.length ? 'nothingLeft' : 'nothingThere')}</p>
      {(filters.length > 0 || hidden.length > 0) && <ClearFilters app={app} />}
      <button type="button" class="link" onClick={() => app.reset()}>
        {t('home')}
      </button>
    </div>
  )
}
