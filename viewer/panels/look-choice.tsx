import { useComputed } from '@preact/signals'
import { dress } from '../graph/look.ts'
import { palette } from '../graph/palette.ts'
import { number, t } from '../i18n.ts'
import { dark } from '../state/preferences.ts'
import type { App } from '../state/store.ts'
import { COLOURS, type ColourBy, SIZES, type SizeBy } from '../state/view-state.ts'
import { lookGround } from './tie-graph.ts'

/** What size and colour of the marks tell, and what the colours then mean. */
export function LookChoice({ app }: { app: App }) {
  const { sizeBy, colourBy } = app.state.value
  return (
    <div class="look">
      <label class="select">
        <span>{t('colour')}</span>
        <select
          aria-label={t('colour')}
          value={colourBy}
          onChange={event => app.act({ colourBy: event.currentTarget.value as ColourBy })}
        >
          {COLOURS.map(name => (
            <option key={name} value={name}>
              {t(`colour.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="select">
        <span>{t('size')}</span>
        <select
          aria-label={t('size')}
          value={sizeBy}
          onChange={event => app.act({ sizeBy: event.currentTarget.value as SizeBy })}
        >
          {SIZES.map(name => (
            <option key={name} value={name}>
              {t(`size.${name}`)}
            </option>
          ))}
        </select>
      </label>
      {colourBy !== 'type' && <Colours app={app} />}
    </div>
  )
}

/** The groups in the picture with their colours, or the ends of a scale. */
function Colours({ app }: { app: App }) {
  const entries = useComputed(() => {
    const { sizeBy, colourBy } = app.state.value
    return dress(app.shown.value.nodes, { sizeBy, colourBy }, lookGround(app), palette(dark.value)).entries
  })
  const { colourBy } = app.state.value
  const name = (value: string | null) => {
    if (value === null) return t('colour.others')
    if (colourBy === 'place') return app.model.node.get(value)?.name ?? value
    if (colourBy === 'community') return t('community', { number: Number(value) + 1 })
    return t('articleCount', { count: value })
  }
  return (
    <ul class="look-colours" aria-label={t(`colour.${colourBy}`)}>
      {entries.value.map(entry => (
        <li key={entry.value}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <circle cx="6" cy="6" r="5.5" fill={entry.colour} />
          </svg>
          <span>{name(entry.value)}</span>
          {entry.count > 0 && <span class="badge">{number(entry.count)}</span>}
        </li>
      ))}
    </ul>
  )
}
