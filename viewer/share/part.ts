import { changedSnapshot } from '../../src/export/head.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import type { App } from '../state/store.ts'
import { sealed } from './sealed.ts'

const ABOUT_ARTICLES = new Set(['MENTIONS', 'WROTE', 'STATED_IN'])

/** The nodes and relations on screen with the figures, articles and authors that belong to them. */
function shownPart({ graph, articles, ...rest }: Snapshot, app: App): Omit<Snapshot, 'hash'> {
  const { nodes, edges } = app.shown.value
  const facts = new Set(edges.flatMap(edge => edge.facts.map(fact => fact.key)))
  const keys = new Set(nodes.map(node => node.key))
  for (const { key, source, target, attributes } of graph.edges) {
    if (attributes.type === 'HAS_FIGURE' && keys.has(source)) facts.add(key)
    if (!facts.has(key)) continue
    for (const id of [source, target, ...attributes.evidence.map(one => one.article)]) keys.add(id)
  }
  for (const { source, target, attributes } of graph.edges) {
    if (attributes.type === 'WROTE' && keys.has(target)) keys.add(source)
  }
  const kept = graph.edges.filter(
    ({ key, source, target, attributes: { type } }) =>
      facts.has(key) || (ABOUT_ARTICLES.has(type) && keys.has(source) && keys.has(target)),
  )
  const { hash: _hash, ...head } = rest
  return {
    ...head,
    scope: [rest.scope, document.title.split(' · ')[0], location.hash].filter(Boolean).join('；'),
    articles: articles
      .filter(article => keys.has(article.id))
      .map(article => ({ ...article, mentions: article.mentions.filter(mention => keys.has(mention.node)) })),
    graph: { ...graph, nodes: graph.nodes.filter(node => keys.has(node.key)), edges: kept },
  }
}

/** What is exported: the whole graph or what is on screen, with or without the articles' texts. */
export function partFor(app: App, part: 'whole' | 'current', withTexts: boolean) {
  const { snapshot } = app.model
  const chosen = part === 'whole' ? snapshot : { ...shownPart(snapshot, app), hash: '' }
  return sealed(changedSnapshot(chosen, {}, !withTexts))
}
