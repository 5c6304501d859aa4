import { lang, t } from '../i18n.ts'
import { dark, sheet } from '../state/preferences.ts'
import type { App } from '../state/store.ts'
import { VIEWS } from '../state/view-state.ts'
import { helpOpen } from './keys.ts'
import { SearchBox } from './search-box.tsx'

/** Name, search, views, undo and redo, language, light. */
export function Header({ app }: { app: App }) {
  const { view } = app.state.value
  return (
    <header class="header">
      <button
        type="button"
        class="wordmark"
        aria-label={`${t('appName')} ${t('home')}`}
        title={t('home')}
        onClick={() => app.reset()}
      >
        <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" focusable="false">
          <path
            d="M5 25C10 8 14 26 18 13S25 9 27 6"
            fill="none"
            stroke="currentColor"
            stroke-width="2.4"
            stroke-linecap="round"
          />
          <circle cx="5" cy="25" r="3" fill="currentColor" />
          <circle cx="17" cy="16" r="3.4" fill="currentColor" />
          <circle cx="27" cy="6" r="3" fill="currentColor" />
        </svg>
        <span>{t('appName')}</span>
      </button>
      <SearchBox app={app} />
      <nav class="views" data-tour="views" aria-label={t('views')}>
        {VIEWS.map(name => (
          <button
            key={name}
            type="button"
            aria-current={view === name ? 'page' : undefined}
            onClick={() => {
              sheet.value = null
              app.act({ view: name })
            }}
          >
            {t(name)}
          </button>
        ))}
      </nav>
      <div class="tools">
        <button
          type="button"
          class="icon"
          aria-label={t('undo')}
          title={`${t('undo')} Ctrl+Z`}
          disabled={!app.canUndo.value}
          onClick={app.undo}
        >
          ↶
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('redo')}
          title={`${t('redo')} Ctrl+Y`}
          disabled={!app.canRedo.value}
          onClick={app.redo}
        >
          ↷
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('theme')}
          title={t('theme')}
          aria-pressed={dark.value}
          onClick={() => {
            dark.value = !dark.value
          }}
        >
          ◐
        </button>
        <button
          type="button"
          class="icon keys"
          aria-label={t('keys')}
          title={`${t('keys')} ?`}
          onClick={() => {
            helpOpen.value = true
          }}
        >
          ?
        </button>
        <button
          type="button"
          class="lang"
          lang={lang.value === 'zh' ? 'en' : 'zh-Hans'}
          onClick={() => {
            lang.value = lang.value === 'zh' ? 'en' : 'zh'
          }}
        >
          {t('switchLang')}
        </button>
      </div>
    </header>
  )
}
