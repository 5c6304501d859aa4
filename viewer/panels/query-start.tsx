import { ENTITY_TYPES, RELATIONS } from '../../src/schema/ontology.ts'
import { number, t, term } from '../i18n.ts'
import type { App } from '../state/store.ts'
import { TypeMark } from './type-mark.tsx'

/** Before the first answer: how to ask, and by which names nodes and relations go. */
export function QueryStart({ app }: { app: App }) {
  const { nodes, edges } = app.model
  const count = (items: readonly { readonly type: string }[], type: string) =>
    number(items.reduce((sum, item) => sum + (item.type === type ? 1 : 0), 0))
  return (
    <div class="query-start">
      <p class="hint">{t('queryHint')}</p>
      <h3>{t('queryNames')}</h3>
      <div class="query-names">
        <ul>
          {ENTITY_TYPES.map(({ type }) => (
            <li key={type}>
              <TypeMark type={type} />
              <code>:{type}</code> {term(type)} <span class="badge">{count(nodes, type)}</span>
            </li>
          ))}
        </ul>
        <ul>
          {RELATIONS.map(({ type }) => (
            <li key={type}>
              <code>[:{type}]</code> {term(type)} <span class="badge">{count(edges, type)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
