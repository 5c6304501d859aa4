import { useEffect } from 'preact/hooks'
import { DiffPanel } from '../diff/diff-panel.tsx'
import { t } from '../i18n.ts'
import { JudgePanel } from '../judge/judge-panel.tsx'
import { SharePanel } from '../share/share-panel.tsx'
import { sheet } from '../state/preferences.ts'
import type { App } from '../state/store.ts'
import { Details } from './details.tsx'
import { FilterChain } from './filter-chain.tsx'
import { Filters } from './filters.tsx'
import { GraphPanel } from './graph-panel.tsx'
import { Header } from './header.tsx'
import { Help } from './help.tsx'
import { Home } from './home.tsx'
import { globalKey } from './keys.ts'
import { LazyQuery } from './lazy-query.tsx'
import { Legend } from './legend.tsx'
import { MatrixPanel } from './matrix-panel.tsx'
import { TablePanel } from './table-panel.tsx'
import { TimelinePanel } from './timeline-panel.tsx'
import { Tour } from './tour.tsx'
import { ViewsPanel } from './views-panel.tsx'

/** The page: header, what to look for on the left, the view in the middle, facts on the right. */
export function Shell({ app }: { app: App }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => globalKey(app, event)
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [app])
  const { view } = app.state.value
  return (
    <div class="shell" data-sheet={sheet.value ?? 'none'}>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('skip')}
      </button>
      <Header app={app} />
      <div class="side left">
        <Home app={app} />
        <Legend app={app} />
        <Filters app={app} />
        <ViewsPanel app={app} />
        <JudgePanel app={app} />
        <SharePanel app={app} />
        <DiffPanel app={app} />
      </div>
      <main id="main" tabIndex={-1}>
        <FilterChain app={app} />
        <div class="view">
          {view === 'graph' && <GraphPanel app={app} />}
          {view === 'table' && <TablePanel app={app} />}
          {view === 'matrix' && <MatrixPanel app={app} />}
          {view === 'timeline' && <TimelinePanel app={app} />}
          {view === 'query' && <LazyQuery app={app} />}
        </div>
      </main>
      <div class="side right" data-tour="details">
        <Details app={app} />
      </div>
      <PhoneBar app={app} />
      <Help />
      <Tour view={view} />
    </div>
  )
}

/** On a narrow screen the sides are sheets over the picture. */
function PhoneBar({ app }: { app: App }) {
  const tab = (name: 'left' | 'right' | null, label: string) => (
    <button
      type="button"
      aria-pressed={sheet.value === name}
      onClick={() => {
        sheet.value = name
      }}
    >
      {label}
    </button>
  )
  return (
    <nav class="phone-bar" aria-label={t('show')}>
      {tab('left', `${t('home')} · ${t('filters')}`)}
      {tab(null, t(app.state.value.view))}
      {tab('right', t('details'))}
    </nav>
  )
}
