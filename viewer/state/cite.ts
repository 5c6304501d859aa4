import type { Evidence, Snapshot, SnapshotArticle } from '../../src/snapshot/format.ts'

/**
 * A quote as a citation that finds its way back: “原句”，《标题》，作者，日期，来源；快照名称，校验前 12 位。
 */
export function cite(item: Evidence, article: SnapshotArticle | null, snapshot: Snapshot): string {
  const writers = article?.bylines.map(byline => byline.name).join('、') ?? ''
  const source = [
    article?.title ? `《${article.title}》` : '',
    writers,
    article?.date ?? item.date ?? '',
    article?.source ?? '',
  ]
  return `“${item.quote}”，${source.filter(Boolean).join('，')}。${snapshot.title}，sha256:${snapshot.hash.slice(0, 12)}`
}
