import { number, t } from '../i18n.ts'
import { Provenance } from '../share/provenance.tsx'
import type { App } from '../state/store.ts'
import { Highlights } from './highlights.tsx'

/** Where this graph comes from: title, scope, licence, period, content hash. */
export function About({ app }: { app: App }) {
  const { snapshot } = app.model
  const dates = snapshot.articles.flatMap(article => article.date ?? []).sort()
  const rows: [string, string][] = [
    [t('scope'), snapshot.scope],
    [t('articles'), number(snapshot.articles.length)],
    [t('period'), dates.length ? `${dates[0]} – ${dates.at(-1)}` : ''],
    [t('licence'), snapshot.licence],
    [t('generator'), snapshot.generator],
    [t('hash'), `sha256 ${snapshot.hash.slice(0, 16)}…`],
  ]
  return (
    <>
      <p class="hint">{t('nothingPicked')}</p>
      <Highlights app={app} />
      <h3>{t('about')}</h3>
      <dl class="facts">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Provenance app={app} />
      <p class="hint">{t(app.mode === 'file' ? 'offline' : 'served')}</p>
    </>
  )
}
