import { number, t } from '../i18n.ts'
import { pathAsked } from '../state/path-ask.ts'
import { sheet } from '../state/preferences.ts'
import type { App } from '../state/store.ts'
import { About } from './about.tsx'
import { Fact } from './fact.tsx'
import { NodeCard } from './node-card.tsx'
import { PathPanel } from './path-panel.tsx'
import { Reader } from './reader.tsx'
import { Several } from './several.tsx'

/** Facts of what is chosen: an article being read, relations, a path, one node, several, or what the graph is. */
export function Details({ app }: { app: App }) {
  return (
    <section class="panel details" aria-label={t('details')}>
      <h2>{t('details')}</h2>
      <button
        type="button"
        class="sheet-close"
        aria-label={t('close')}
        onClick={() => {
          sheet.value = null
        }}
      >
        ×
      </button>
      <Chosen app={app} />
    </section>
  )
}

function Chosen({ app }: { app: App }) {
  const { state, model } = app
  const { article, edges, selected, path } = state.value
  if (article) return <Reader app={app} />
  if (pathAsked.value || path.length) return <PathPanel app={app} />
  if (edges.length) {
    return (
      <>
        {selected.length > 0 && (
          <button type="button" class="link back" onClick={() => app.act({ edges: [] })}>
            ← {model.node.get(selected[0] ?? '')?.name}
          </button>
        )}
        {edges.length > 1 && <p class="hint">{t('factsCount', { count: number(edges.length) })}</p>}
        {edges
          .flatMap(key => model.edge.get(key) ?? [])
          .map(edge => (
            <Fact key={edge.key} app={app} edge={edge} />
          ))}
      </>
    )
  }
  if (selected.length > 1) return <Several app={app} />
  const node = model.node.get(selected[0] ?? '')
  return node ? <NodeCard key={node.key} app={app} node={node} /> : <About app={app} />
}
