import { isEntity, verbOf, zhOf } from '../export/entity-graph.ts'
import type { Evidence, Snapshot } from '../snapshot/format.ts'
import type { Change, ChangedEdge, SnapshotDiff } from './diff.ts'

export type Mark = '+' | '-' | '~'

/** One line of a difference: what it is about, and the quotes that came or went with it. Plain text, to be escaped by who prints it. */
export interface DiffLine {
  readonly mark: Mark
  readonly text: string
  readonly quotes: readonly { readonly mark: '+' | '-'; readonly quote: string; readonly where: string }[]
}

export interface DiffSection {
  readonly zh: string
  readonly lines: readonly DiffLine[]
}

type Node = Snapshot['graph']['nodes'][number]
type Edge = Snapshot['graph']['edges'][number]

const said = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return '无'
  if (Array.isArray(value)) return value.length > 8 ? `${value.length} 项` : value.map(said).join('、') || '无'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const MEMBERS: Readonly<Record<string, string>> = {
  name: '名称',
  aliases: '别名',
  kind: '细类',
  code: '代码',
  anchor: '所属',
  date: '日期',
  confidence: '可信度',
  titles: '职务',
  title: '标题',
  scope: '范围',
  licence: '许可',
  author: '作者',
  cite: '引用',
  views: '视图',
  queries: '查询',
  judgements: '判断',
  count: '次数',
}

const changeText = ({ member, before, after }: Change): string =>
  `${MEMBERS[member] ?? member}：${said(before)} → ${said(after)}`

const nodeText = ({ attributes: { type, kind, name } }: Node): string =>
  `${kind === null ? zhOf(type) : `${zhOf(type)}·${zhOf(kind)}`} ${name}`

/** Reads names and sources from both snapshots: what went is only in the old one. */
function lookup(old: Snapshot, now: Snapshot) {
  const names = new Map([...old.graph.nodes, ...now.graph.nodes].map(node => [node.key, node.attributes.name]))
  const articles = new Map([...old.articles, ...now.articles].map(article => [article.id, article]))
  const edgeText = ({ source, target, attributes }: Edge): string =>
    `${names.get(source) ?? source} ${verbOf(attributes.type)} ${names.get(target) ?? target}`
  const quoteOf = (mark: '+' | '-') => (one: Evidence) => {
    const article = articles.get(one.article)
    const where = [article?.title && `《${article.title}》`, one.date, article?.source].filter(Boolean).join('，')
    return { mark, quote: one.quote, where }
  }
  return { names, articles, edgeText, quoteOf }
}

const isFact = ({ attributes }: Edge): boolean => attributes.evidence.length > 0

function factLines({ edges }: SnapshotDiff, { edgeText, quoteOf }: ReturnType<typeof lookup>): DiffLine[] {
  const whole =
    (mark: '+' | '-') =>
    (edge: Edge): DiffLine => ({
      mark,
      text: edgeText(edge),
      quotes: edge.attributes.evidence.map(quoteOf(mark)),
    })
  const changed = ({ after, changes, came, went }: ChangedEdge): DiffLine => ({
    mark: '~',
    text: [edgeText(after), changes.map(changeText).join('；')].filter(Boolean).join('：'),
    quotes: [...went.map(quoteOf('-')), ...came.map(quoteOf('+'))],
  })
  return [
    ...edges.added.filter(isFact).map(whole('+')),
    ...edges.removed.filter(isFact).map(whole('-')),
    ...edges.changed.filter(({ after }) => isFact(after)).map(changed),
  ]
}

const bare = (mark: Mark, text: string): DiffLine => ({ mark, text, quotes: [] })

function nodeLines({ nodes }: SnapshotDiff): DiffLine[] {
  const shown = ({ attributes }: Node) => isEntity(attributes.type)
  return [
    ...nodes.added.filter(shown).map(node => bare('+', nodeText(node))),
    ...nodes.removed.filter(shown).map(node => bare('-', nodeText(node))),
    ...nodes.changed
      .filter(({ after }) => shown(after))
      .map(({ after, changes }) => bare('~', `${nodeText(after)}：${changes.map(changeText).join('；')}`)),
  ]
}

/** A difference in sections for reading: articles, entities, facts with their quotes, the head. Empty sections are left out. */
export function diffSections(diff: SnapshotDiff, old: Snapshot, now: Snapshot): DiffSection[] {
  const found = lookup(old, now)
  const articleText = (id: string): string => {
    const article = found.articles.get(id)
    return [`《${article?.title ?? '无题'}》`, article?.date, article?.source].filter(Boolean).join('，')
  }
  const { articles } = diff
  const sections: DiffSection[] = [
    {
      zh: '文章',
      lines: [
        ...articles.added.map(id => bare('+', articleText(id))),
        ...articles.removed.map(id => bare('-', articleText(id))),
        ...articles.changed.map(id => bare('~', articleText(id))),
      ],
    },
    { zh: '实体', lines: nodeLines(diff) },
    { zh: '关系与数字', lines: factLines(diff, found) },
    { zh: '说明', lines: diff.head.map(change => bare('~', changeText(change))) },
  ]
  return sections.filter(section => section.lines.length > 0)
}

const tally = ({ added, removed, changed }: SnapshotDiff['nodes' | 'edges' | 'articles']): string =>
  `+${added.length} −${removed.length} ~${changed.length}`

/** `文章 +1 −0 ~0，节点 +12 −0 ~3，关系 +20 −1 ~4；194 个节点留下，其中 0 个换了位置`. */
export function diffSummary(diff: SnapshotDiff): string {
  const counts = `文章 ${tally(diff.articles)}，节点 ${tally(diff.nodes)}，边 ${tally(diff.edges)}`
  return `${counts}；${diff.stayed} 个节点留下，其中 ${diff.moved} 个换了位置`
}
