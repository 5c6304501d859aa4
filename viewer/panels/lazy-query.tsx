import { type Signal, useSignal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'
import { t } from '../i18n.ts'
import type { App } from '../state/store.ts'

type Panel = FunctionComponent<{ app: App }>

/** The query panel with its editor: a large part of the app that most visits never need, so it starts when it is opened. */
export function LazyQuery({ app }: { app: App }) {
  const panel: Signal<Panel | null> = useSignal<Panel | null>(null)
  useEffect(() => {
    void import('./query-panel.tsx').then(({ QueryPanel }) => {
      panel.value = QueryPanel
    })
  }, [])
  const Query = panel.value
  return Query ? <Query app={app} /> : <p class="hint view-bar">{t('queryLoading')}</p>
}
