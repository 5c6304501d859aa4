import { ENTITY_TYPES, RELATIONS } from '../../src/schema/ontology.ts'
import { palette } from '../graph/palette.ts'
import { t, term } from '../i18n.ts'
import { toggleValue } from '../state/filters.ts'
import { dark } from '../state/preferences.ts'
import type { App } from '../state/store.ts'
import { LookChoice } from './look-choice.tsx'
import { TypeMark } from './type-mark.tsx'

/** What marks and lines mean, derived from the ontology; each entry also filters. */
export function Legend({ app }: { app: App }) {
  const { filters } = app.state.value
  const colours = palette(dark.value)
  const chosen = (facet: 'type' | 'relation', value: string) =>
    filters.some(filter => filter.facet === facet && 'values' in filter && filter.values.includes(value))
  const toggle = (facet: 'type' | 'relation', value: string) => app.act({ filters: toggleValue(filters, facet, value) })
  return (
    <section class="panel legend" aria-label={t('legend')}>
      <h2>{t('legend')}</h2>
      <ul>
        {ENTITY_TYPES.map(({ type }) => (
          <li key={type}>
            <button type="button" aria-pressed={chosen('type', type)} onClick={() => toggle('type', type)}>
              <TypeMark type={type} />
              {term(type)}
            </button>
          </li>
        ))}
      </ul>
      <ul>
        {RELATIONS.map(({ type }) => (
          <li key={type}>
            <button type="button" aria-pressed={chosen('relation', type)} onClick={() => toggle('relation', type)}>
              <svg width="18" height="8" aria-hidden="true" focusable="false">
                <line x1="0" y1="4" x2="18" y2="4" stroke={colours.strongLine(type)} stroke-width="2.5" />
              </svg>
              {term(type)}
            </button>
          </li>
        ))}
      </ul>
      <LookChoice app={app} />
    </section>
  )
}
