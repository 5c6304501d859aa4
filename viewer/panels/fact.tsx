import { useSignal } from '@preact/signals'
import type { Evidence, SnapshotArticle } from '../../src/snapshot/format.ts'
import type { EdgeItem, FigureItem } from '../data/model.ts'
import { number, t, term } from '../i18n.ts'
import { JudgeEdge } from '../judge/judge-node.tsx'
import { cite } from '../state/cite.ts'
import { sourceCount } from '../state/filters.ts'
import { openNode } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { Marked } from './marked.tsx'
import { TypeMark } from './type-mark.tsx'

/** How much of the article stands around a quote, UTF-16 units. */
const AROUND = 46

/** One relation: who, what, whom, and each place that says so. */
export function Fact({ app, edge }: { app: App; edge: EdgeItem }) {
  return (
    <article class="fact" aria-label={sayEdge(app, edge)}>
      <h3 class="triple">
        <NodeLink app={app} nodeKey={edge.source} />
        <span class="verb">
          {term(edge.type)}
          {edge.titles.length > 0 && <em>{edge.titles.join('、')}</em>}
        </span>
        <NodeLink app={app} nodeKey={edge.target} />
      </h3>
      <p class="fact-meta">
        {saySources(edge)} · {t('confidence')} {Math.round(edge.confidence * 100)}% ·{' '}
        <JudgeEdge app={app} edge={edge} />
      </p>
      <ol class="evidence">
        {edge.evidence.map(item => (
          <EvidenceCard
            key={`${item.article}:${item.start}:${item.rule}`}
            app={app}
            item={item}
            ends={[edge.source, edge.target]}
          />
        ))}
      </ol>
    </article>
  )
}

/** 3 处来源 */
export function saySources(edge: EdgeItem): string {
  const count = sourceCount(edge)
  return count === 1 ? t('oneSource') : t('sources', { count })
}

/** 回民区 推行 红蜂驿站 */
export function sayEdge(app: App, edge: EdgeItem): string {
  const name = (key: string) => app.model.node.get(key)?.name ?? key
  return `${name(edge.source)} ${term(edge.type)} ${name(edge.target)}`
}

export function NodeLink({ app, nodeKey }: { app: App; nodeKey: string }) {
  const node = app.model.node.get(nodeKey)
  if (!node) return <span>{nodeKey}</span>
  return (
    <button type="button" class="node-link" onClick={() => openNode(app, nodeKey)}>
      <TypeMark type={node.type} />
      {node.name}
    </button>
  )
}

interface EvidenceProps {
  readonly app: App
  readonly item: Evidence
  /** Nodes whose mentions inside the quote are underlined. */
  readonly ends: readonly string[]
}

/** One quote in its surroundings with article, date, rule and confidence. */
export function EvidenceCard({ app, item, ends }: EvidenceProps) {
  const article = app.model.articles.get(item.article)
  return (
    <li class="evidence-item">
      <Quote app={app} item={item} article={article} ends={ends} />
      <p class="evidence-source">
        <cite>{article?.title ?? t('untitled')}</cite>
        <time>{item.date ?? article?.date ?? t('undated')}</time>
      </p>
      <p class="evidence-meta">
        {t('rule')} <code>{item.rule}</code> · {t('confidence')} {Math.round(item.confidence * 100)}%
        {item.title ? ` · ${item.title}` : ''}
      </p>
      <p class="evidence-actions">
        {article && (
          <button
            type="button"
            class="link"
            onClick={() => app.act({ article: { id: article.id, start: item.start, end: item.end } })}
          >
            {t('read')}
          </button>
        )}
        <CopyButton text={cite(item, article ?? null, app.model.snapshot)} />
      </p>
    </li>
  )
}

function Quote({ app, item, article, ends }: EvidenceProps & { article: SnapshotArticle | undefined }) {
  const text = article?.text
  if (!article || text === null || text === undefined) return <blockquote>{item.quote}</blockquote>
  const from = Math.max(0, text.lastIndexOf('\n', item.start - 1) + 1, item.start - AROUND)
  const line = text.indexOf('\n', item.end)
  const to = Math.min(text.length, line < 0 ? text.length : line, item.end + AROUND)
  const mentions = article.mentions.filter(
    mention => ends.includes(mention.node) && mention.start >= item.start && mention.end <= item.end,
  )
  const sentence = { start: item.start, end: item.end }
  return (
    <blockquote>
      {from > 0 && text[from - 1] !== '\n' && '…'}
      <Marked
        text={text}
        window={{ start: from, end: to }}
        span={sentence}
        mentions={mentions}
        nodeOf={key => app.model.node.get(key)}
      />
      {to < text.length && text[to] !== '\n' && '…'}
    </blockquote>
  )
}

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({ text, label = 'copy' }: { text: string; label?: 'copy' | 'copyLink' }) {
  const told = useSignal<'copied' | 'copyFailed' | null>(null)
  const copy = async () => {
    told.value = await navigator.clipboard.writeText(text).then(
      () => 'copied' as const,
      () => 'copyFailed' as const,
    )
    setTimeout(() => {
      told.value = null
    }, 2500)
  }
  return (
    <button type="button" class="link" aria-live="polite" onClick={() => void copy()}>
      {t(told.value ?? label)}
    </button>
  )
}

/** 约 3,200 人次 */
export function sayFigure(figure: FigureItem): string {
  return `${figure.approx ? t('about2') : ''}${number(figure.value)}${figure.unit}`
}
