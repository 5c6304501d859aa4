import { render } from 'preact'
import { fetchPinyin, OpenError, openSnapshot } from './data/load.ts'
import { t } from './i18n.ts'
import { idle } from './idle.ts'
import { Shell } from './panels/shell.tsx'
import { exposeCounters } from './state/debug.ts'
import { keepPreferences } from './state/preferences.ts'
import { createApp } from './state/store.ts'
import { offerTour } from './state/tour.ts'
import './style/base.css'
import './style/layout.css'
import './style/panels.css'
import './style/views.css'
import './style/aids.css'
import './style/share.css'
import './style/print.css'

const root = document.getElementById('app')

/** Says in the page what kept it from opening; a blank page helps nobody. */
function tell(error: unknown): void {
  const what = error instanceof Error ? error.message : String(error)
  const remedy = error instanceof OpenError ? error.remedy : ''
  if (root) {
    render(
      <div class="boot" role="alert">
        <h1>{t('openFailed')}</h1>
        <p>{what}</p>
        <p>{remedy}</p>
      </div>,
      root,
    )
  }
}

async function start(): Promise<void> {
  keepPreferences()
  const opened = await openSnapshot()
  const app = createApp(opened)
  exposeCounters(app)
  document.title = [opened.snapshot.title, t('appName')].filter(Boolean).join(' · ')
  if (!root) return
  root.textContent = ''
  render(<Shell app={app} />, root)
  // what can wait does: the first picture comes before the sounds of its names
  await idle()
  offerTour()
  if (opened.mode === 'live') app.pinyin.value = await fetchPinyin().catch(() => ({}))
}

start().catch(tell)
