import { useSignal } from '@preact/signals'
import { ENTITY_TYPES, RELATIONS } from '../../src/schema/ontology.ts'
import type { EdgeItem, NodeItem } from '../data/model.ts'
import { isNews } from '../data/news.ts'
import { number, t, term } from '../i18n.ts'
import { JudgeNode } from '../judge/judge-node.tsx'
import {
  collapseNode,
  EXPAND_CAP,
  expandNode,
  farEnd,
  hideNodes,
  lookWithin,
  neighbours,
  openEdges,
  openNode,
} from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { saySources } from './fact.tsx'
import { Figures } from './figures.tsx'
import { MoreButton } from './more-button.tsx'
import { TypeMark } from './type-mark.tsx'

/** What somebody does comes before where it lies. */
const GROUPS = RELATIONS.map(row => row.type).sort((a, b) => Number(isNews(b)) - Number(isNews(a)))

/** One entity: what it is, its figures, its relations by type, its articles. */
export function NodeCard({ app, node }: { app: App; node: NodeItem }) {
  const links = app.model.links(node.key)
  const articles = app.model.articlesOf(node.key)
  return (
    <div class="node-card">
      <p class="eyebrow">
        <TypeMark type={node.type} /> {term(node.type)}
        {node.kind && ` · ${term(node.kind)}`}
      </p>
      <h3 class="node-name">{node.name}</h3>
      <NodeFacts app={app} node={node} />
      <div class="actions">
        <button type="button" onClick={() => expandNode(app, node.key)}>
          {t('expand')}
        </button>
        <button type="button" onClick={() => collapseNode(app, node.key)}>
          {t('collapse')}
        </button>
        <button type="button" onClick={() => hideNodes(app, [node.key])}>
          {t('hide')}
        </button>
        {node.type === 'Place' && (
          <button type="button" onClick={() => lookWithin(app, node.key)}>
            {t('within')}
          </button>
        )}
      </div>
      <ExpandByType app={app} node={node} />
      <Figures app={app} nodeKey={node.key} />
      {GROUPS.map(type => (
        <RelationGroup key={type} app={app} node={node} links={links.filter(link => link.type === type)} />
      ))}
      {articles.length > 0 && (
        <section>
          <h4>
            {t('articles')} <span class="badge">{number(articles.length)}</span>
          </h4>
          <ul class="article-list">
            {articles.slice(0, 30).map(article => (
              <li key={article.id}>
                <button
                  type="button"
                  class="row-link"
                  onClick={() => app.act({ article: { id: article.id, ...firstMention(article, node.key) } })}
                >
                  <span>{article.title ?? t('untitled')}</span>
                  <time>{article.date ?? ''}</time>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <JudgeNode app={app} node={node} />
    </div>
  )
}

function firstMention(article: { mentions: readonly { node: string; start: number; end: number }[] }, key: string) {
  const found = article.mentions.find(mention => mention.node === key)
  return { start: found?.start ?? 0, end: found?.end ?? 0 }
}

function NodeFacts({ app, node }: { app: App; node: NodeItem }) {
  const home = app.derived.district(node.key)
  const district = home && home !== node.key ? app.model.node.get(home)?.name : null
  const rows: [string, string][] = []
  if (node.aliases.length) rows.push([t('aliases'), node.aliases.join('、')])
  if (node.code) rows.push([t('code'), node.code])
  if (district) rows.push([t('district'), district])
  rows.push([t('degree'), number(node.degree)])
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Counts by type before anything explodes: 机构 4 / 12. */
function ExpandByType({ app, node }: { app: App; node: NodeItem }) {
  const inside = new Set(app.shown.value.nodes.map(one => one.key))
  const rows = ENTITY_TYPES.map(({ type }) => {
    const all = neighbours(app, node.key, type)
    return { type, all: all.length, shown: all.filter(key => inside.has(key)).length }
  }).filter(row => row.all > 0)
  if (!rows.length) return null
  return (
    <>
      <p class="expand-hint">{t('expandHint')}</p>
      <ul class="expand-types" aria-label={`${t('expand')} ≤ ${EXPAND_CAP}`}>
        {rows.map(row => (
          <li key={row.type}>
            <button type="button" disabled={row.shown === row.all} onClick={() => expandNode(app, node.key, row.type)}>
              <TypeMark type={row.type} /> {term(row.type)} <span class="badge">{t('shownOf', row)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const FIRST = 8

function RelationGroup({ app, node, links }: { app: App; node: NodeItem; links: readonly EdgeItem[] }) {
  const all = useSignal(false)
  const first = links[0]
  if (!first) return null
  const shown = all.value ? links : links.slice(0, FIRST)
  return (
    <section>
      <h4>
        {term(first.type)} <span class="badge">{number(links.length)}</span>
      </h4>
      <ul class="relation-list quoted">
        {shown.map(link => (
          <RelationRow key={link.key} app={app} node={node} link={link} />
        ))}
      </ul>
      {links.length > FIRST && <MoreButton all={all} rest={links.length - FIRST} />}
    </section>
  )
}

function RelationRow({ app, node, link }: { app: App; node: NodeItem; link: EdgeItem }) {
  const far = app.model.node.get(farEnd(link, node.key))
  if (!far) return null
  return (
    <li>
      <button
        type="button"
        class="node-link"
        onClick={() => openNode(app, far.key)}
        onMouseEnter={() => {
          app.hovered.value = far.key
        }}
        onMouseLeave={() => {
          app.hovered.value = null
        }}
      >
        <span class="direction" aria-hidden="true">
          {link.source === node.key ? '→' : '←'}
        </span>
        <TypeMark type={far.type} />
        {far.name}
        {link.titles.length > 0 && <em>{link.titles.join('、')}</em>}
      </button>
      <button type="button" class="row-quote" onClick={() => openEdges(app, [link.key])}>
        <q>{link.evidence[0]?.quote}</q>
        <span>{saySources(link)}</span>
      </button>
    </li>
  )
}
