import { t, term } from '../i18n.ts'
import { replaceFilter } from '../state/filters.ts'
import type { App } from '../state/store.ts'
import type { Facet, Filter } from '../state/view-state.ts'

/** The filters that are on, over every view; each can be taken out by itself. */
export function FilterChain({ app }: { app: App }) {
  const { filters, hidden } = app.state.value
  if (!filters.length && !hidden.length) return null
  return (
    <div class="chain" role="group" aria-label={t('chain')}>
      <ul>
        {filters.map(filter => (
          <Chip
            key={filter.facet}
            text={sayFilter(app, filter)}
            onRemove={() => app.act({ filters: replaceFilter(filters, filter.facet, null) })}
          />
        ))}
        {hidden.length > 0 && <Chip text={`${t('hide')} ${hidden.length}`} onRemove={() => app.act({ hidden: [] })} />}
      </ul>
      <ClearFilters app={app} />
    </div>
  )
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  return (
    <li>
      <button type="button" class="chip" aria-label={t('remove', { what: text })} onClick={onRemove}>
        {text} <span aria-hidden="true">×</span>
      </button>
    </li>
  )
}

/** Takes all filters out and shows again what was hidden. */
export function ClearFilters({ app }: { app: App }) {
  return (
    <button type="button" class="link" onClick={() => app.act({ filters: [], hidden: [] })}>
      {t('reset')}
    </button>
  )
}

/** 类型 地方、项目 */
function sayFilter(app: App, filter: Filter): string {
  const name = t(`facet.${filter.facet}`)
  if ('values' in filter) return `${name} ${filter.values.map(value => valueName(app, filter.facet, value)).join('、')}`
  if ('min' in filter)
    return `${name} ${filter.facet === 'confidence' ? `${Math.round(filter.min * 100)}%` : filter.min}`
  return `${name} ${filter.from || '…'} – ${filter.to || '…'}`
}

/** What a facet's value is called: a district by its name, a kind by its term. */
export function valueName(app: App, facet: Facet, value: string): string {
  if (facet === 'place') return app.model.node.get(value)?.name ?? value
  if (facet === 'community') return t('community', { number: Number(value) + 1 })
  return term(value)
}
