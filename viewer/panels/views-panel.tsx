import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { t } from '../i18n.ts'
import { download, snapshotWithViews } from '../state/download-views.ts'
import { type SavedView, SavedViews } from '../state/saved-views.ts'
import type { App } from '../state/store.ts'
import { CopyButton } from './fact.tsx'

/** Saved views with notes, and the address of what is on screen. */
export function ViewsPanel({ app }: { app: App }) {
  const views = useMemo(() => new SavedViews(app), [app])
  const name = useSignal('')
  const note = useSignal('')
  const all = [...views.brought, ...views.own.value]
  void app.state.value
  return (
    <section class="panel saved" aria-label={t('views2')}>
      <h2>{t('views2')}</h2>
      <ul>
        {all.map(view => (
          <ViewRow key={`${view.name} ${view.hash}`} view={view} views={views} />
        ))}
      </ul>
      <details>
        <summary>{t('saveView')}</summary>
        <form
          onSubmit={event => {
            event.preventDefault()
            if (!name.value.trim()) return
            views.save(name.value.trim(), note.value.trim())
            name.value = ''
            note.value = ''
          }}
        >
          <input
            aria-label={t('viewName')}
            placeholder={t('viewName')}
            value={name.value}
            onInput={event => {
              name.value = event.currentTarget.value
            }}
          />
          <textarea
            aria-label={t('viewNote')}
            placeholder={t('viewNote')}
            rows={2}
            value={note.value}
            onInput={event => {
              note.value = event.currentTarget.value
            }}
          />
          <button type="submit" class="primary">
            {t('saveView')}
          </button>
        </form>
      </details>
      <p class="saved-actions">
        <CopyButton text={location.href} label="copyLink" />
        {views.own.value.length > 0 && (
          <button type="button" class="link" title={t('downloadViewsHint')} onClick={() => void keepInFile(app, all)}>
            {t('downloadViews')}
          </button>
        )}
      </p>
    </section>
  )
}

/** Saves the graph with these views in it: who gets the file gets the views, their notes and the steps that led there. */
async function keepInFile(app: App, views: readonly SavedView[]): Promise<void> {
  const { snapshot } = app.model
  const name = snapshot.title.replace(/[\\/:*?"<>|\s]+/g, '-') || 'graph'
  download(await snapshotWithViews(snapshot, views), `${name}.mailuo.json`)
}

function ViewRow({ view, views }: { view: SavedView; views: SavedViews }) {
  return (
    <li>
      <button type="button" class="row-link" onClick={() => views.open(view)}>
        <span>{view.name}</span>
      </button>
      {views.own.value.includes(view) && (
        <button
          type="button"
          class="link"
          aria-label={t('deleteView', { name: view.name })}
          onClick={() => views.remove(view)}
        >
          ×
        </button>
      )}
      {view.note && <p class="hint">{view.note}</p>}
    </li>
  )
}
