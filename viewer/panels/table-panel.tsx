import { t } from '../i18n.ts'
import type { App } from '../state/store.ts'

export function TablePanel({ app }: { app: App }) {
  return (
    <section class="table-panel" aria-label={t('table')}>
      {app.shown.value.nodes.length}
    </section>
  )
}
