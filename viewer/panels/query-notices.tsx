import { useMemo } from 'preact/hooks'
import { lang, t } from '../i18n.ts'
import { namesOf } from '../query/names.ts'
import { noticesIn } from '../query/notices.ts'
import type { App } from '../state/store.ts'

/** What the query was hardly meant to say, such as a label that the graph does not hold, beside the answer that it got. */
export function QueryNotices({ app, text }: { app: App; text: string }) {
  const names = useMemo(() => namesOf(app.model.snapshot), [app])
  const notices = useMemo(() => noticesIn(text, names), [text, names])
  if (!notices.length) return null
  return (
    <ul class="query-notices" aria-label={t('notices')}>
      {notices.map(({ start, end, message, hint }) => (
        <li key={`${start} ${end}`}>
          <code>{text.slice(start, end)}</code> {message[lang.value]}
          {hint && <> {hint[lang.value]}</>}
        </li>
      ))}
    </ul>
  )
}
