import { useMemo } from 'preact/hooks'
import type { EdgeItem, NodeItem } from '../data/model.ts'
import { isNews, latestFirst } from '../data/news.ts'
import { number, t, term } from '../i18n.ts'
import { openEdges, openNode } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { TypeMark } from './type-mark.tsx'

const LINKED = 8
const LATEST = 5

/** Where to begin, while nothing is chosen: who is linked most, and what was said last, in its own words. */
export function Highlights({ app }: { app: App }) {
  const latest = useMemo(() => latestFacts(app.model.edges), [app])
  const linked = app.model.nodes.slice(0, LINKED)
  return (
    <>
      {latest.length > 0 && (
        <section>
          <h3>{t('latestFacts')}</h3>
          <ol class="latest">
            {latest.map(edge => (
              <Latest key={edge.key} app={app} edge={edge} />
            ))}
          </ol>
        </section>
      )}
      <section>
        <h3>{t('mostLinked')}</h3>
        <ul class="linked">
          {linked.map(node => (
            <Linked key={node.key} app={app} node={node} most={linked[0]?.degree ?? 1} />
          ))}
        </ul>
      </section>
    </>
  )
}

/** One fact an article, so that a long one does not fill the list. */
function latestFacts(edges: readonly EdgeItem[]): readonly EdgeItem[] {
  const dated = latestFirst(edges.filter(edge => isNews(edge.type)))
  const seen = new Set<string>()
  const kept: EdgeItem[] = []
  for (const edge of dated) {
    const article = edge.evidence[0]?.article ?? ''
    if (seen.has(article)) continue
    seen.add(article)
    kept.push(edge)
    if (kept.length === LATEST) break
  }
  return kept
}

function Latest({ app, edge }: { app: App; edge: EdgeItem }) {
  const name = (key: string) => app.model.node.get(key)?.name ?? key
  return (
    <li>
      <button type="button" onClick={() => openEdges(app, [edge.key])}>
        <time>{edge.date}</time>
        <span class="latest-fact">
          {name(edge.source)} <em>{term(edge.type)}</em> {name(edge.target)}
        </span>
        <q>{edge.evidence[0]?.quote}</q>
      </button>
    </li>
  )
}

function Linked({ app, node, most }: { app: App; node: NodeItem; most: number }) {
  return (
    <li>
      <button
        type="button"
        onClick={() => openNode(app, node.key)}
        onMouseEnter={() => {
          app.hovered.value = node.key
        }}
        onMouseLeave={() => {
          app.hovered.value = null
        }}
      >
        <TypeMark type={node.type} />
        <span class="linked-name">{node.name}</span>
        <meter min={0} max={Math.max(1, most)} value={node.degree} aria-hidden="true" />
        <span class="facet-count">{number(node.degree)}</span>
      </button>
    </li>
  )
}
