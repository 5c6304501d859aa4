import type { CatalogueQuery } from '../../src/store/query-file.ts'
import { lang, t } from '../i18n.ts'
import { CATALOGUE } from '../query/catalogue.ts'

interface Props {
  readonly chosen: CatalogueQuery | null
  readonly onChoose: (query: CatalogueQuery) => void
}

/** The named questions: first those that stand for themselves, then those that ask about a name or within a limit. */
export function Catalogue({ chosen, onChoose }: Props) {
  const groups = [
    { title: t('catalogueReady'), queries: CATALOGUE.filter(query => query.params.length === 0) },
    { title: t('catalogueAsks'), queries: CATALOGUE.filter(query => query.params.length > 0) },
  ]
  return (
    <div class="catalogue">
      <h2>{t('catalogue')}</h2>
      {groups.map(({ title, queries }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul aria-label={title}>
            {queries.map(query => (
              <li key={query.name}>
                <button type="button" aria-pressed={chosen?.name === query.name} onClick={() => onChoose(query)}>
                  {lang.value === 'zh' ? query.zh : query.en}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
