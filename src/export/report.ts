import { ENTITY_TYPES, RELATIONS } from '../schema/ontology.ts'
import type { Evidence, Snapshot } from '../snapshot/format.ts'
import { type SnapshotEdge, type SnapshotNode, verbOf, zhOf } from './entity-graph.ts'
import { markdown } from './escape.ts'
import { type Exporter, oneFile } from './exporter.ts'

interface Sources {
  readonly name: (key: string) => string
  /** `[3]`: the article's number in the list at the end. */
  readonly cite: (article: string) => string
}

const byDegree = (a: SnapshotNode, b: SnapshotNode): number =>
  b.attributes.degree - a.attributes.degree || (a.key < b.key ? -1 : 1)

function head(snapshot: Snapshot): string {
  const { title, scope, author, licence, cite, generator, hash, graph, articles } = snapshot
  const dates = articles.flatMap(article => article.date ?? []).sort()
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['范围', scope],
    ['作者', author],
    ['许可', licence],
    ['引用', cite],
    ['时间', dates.length > 0 ? `${dates[0]} 至 ${dates.at(-1)}` : ''],
    ['生成', generator],
    ['校验', `sha256 ${hash}`],
  ]
  const counts = [...ENTITY_TYPES, ...RELATIONS].map(({ type, zh }) => {
    const of = (items: readonly { attributes: { type: string } }[]) =>
      items.filter(item => item.attributes.type === type).length
    return `| ${zh} | ${of(graph.nodes) + of(graph.edges)} |\n`
  })
  const about = rows.filter(([, value]) => value).map(([name, value]) => `- ${name}：${markdown(value ?? '')}\n`)
  return `# ${markdown(title || '脉络图谱')}\n\n${about.join('')}\n## 概况\n\n| 类别 | 数目 |\n| --- | ---: |\n| 文章 | ${articles.length} |\n${counts.join('')}`
}

function quoteLine({ quote, article, date, title }: Evidence, { cite }: Sources): string {
  const how = [date, title && markdown(title)].filter(Boolean).join('，')
  return `  - “${markdown(quote)}” ${cite(article)}${how ? `（${how}）` : ''}\n`
}

function edgeLines({ source, target, attributes }: SnapshotEdge, sources: Sources): string {
  const said = `${markdown(sources.name(source))} ${verbOf(attributes.type)} ${markdown(sources.name(target))}`
  const quotes = attributes.evidence.map(one => quoteLine(one, sources))
  return `- **${said}**（可信度 ${attributes.confidence.toFixed(2)}）\n${quotes.join('')}`
}

function nodeSection(node: SnapshotNode, edges: readonly SnapshotEdge[], sources: Sources): string {
  const { type, kind, name, aliases, code } = node.attributes
  const facts = [
    kind === null ? zhOf(type) : `${zhOf(type)}·${zhOf(kind)}`,
    code ? `代码 ${code}` : '',
    aliases.length > 0 ? `又称 ${aliases.map(markdown).join('、')}` : '',
  ]
  return `\n### ${markdown(name)}\n\n${facts.filter(Boolean).join('，')}\n\n${edges.map(edge => edgeLines(edge, sources)).join('')}`
}

/** Every fact once, under the programme, body, person or place that it is about, in this order. */
function sections({ graph }: Snapshot, sources: Sources): string {
  const told = new Set<string>()
  const facts = graph.edges.filter(edge => edge.attributes.evidence.length > 0)
  const touching = new Map<string, SnapshotEdge[]>()
  for (const edge of facts) {
    for (const end of new Set([edge.source, edge.target])) touching.set(end, [...(touching.get(end) ?? []), edge])
  }
  return ['Programme', 'Organisation', 'Person', 'Place']
    .map(type => {
      const nodes = graph.nodes.filter(node => node.attributes.type === type).sort(byDegree)
      const parts = nodes.flatMap(node => {
        const own = (touching.get(node.key) ?? []).filter(edge => !told.has(edge.key))
        for (const edge of own) told.add(edge.key)
        return own.length > 0 ? [nodeSection(node, own, sources)] : []
      })
      return parts.length > 0 ? `\n## ${zhOf(type)}\n${parts.join('')}` : ''
    })
    .join('')
}

function articleLine({ title, source, index, date, bylines }: Snapshot['articles'][number], at: number): string {
  const writers = bylines.map(byline => markdown(byline.name)).join('、')
  const where = [writers, date, `${markdown(source)}，第 ${index} 篇`].filter(Boolean).join('，')
  return `${at + 1}. <a id="s${at + 1}"></a>《${markdown(title ?? '无题')}》，${where}\n`
}

/** A report for reading and printing: every relation with its sentences and a numbered source. */
export const report: Exporter = {
  format: 'md',
  zh: 'Markdown 报告：每条关系附原句与出处',
  en: 'a report in Markdown: every relation with its sentences and sources',
  media: 'text/markdown',
  write: snapshot => {
    const names = new Map(snapshot.graph.nodes.map(node => [node.key, node.attributes.name]))
    const numbers = new Map(snapshot.articles.map((article, i) => [article.id, i + 1]))
    const sources: Sources = {
      name: key => names.get(key) ?? key,
      cite: article => `[\\[${numbers.get(article)}\\]](#s${numbers.get(article)})`,
    }
    const leftOut = snapshot.report.map(
      ({ source, place, reason }) => `- ${markdown([source, place].filter(Boolean).join(' '))}：${markdown(reason)}\n`,
    )
    return oneFile(
      '.md',
      [
        head(snapshot),
        sections(snapshot, sources),
        `\n## 出处\n\n${snapshot.articles.map(articleLine).join('')}`,
        leftOut.length > 0 ? `\n## 没有收入的内容\n\n${leftOut.join('')}` : '',
      ].join(''),
    )
  },
}
