import type { Article } from '../model/article.ts'
import type { Entity, Facts, Mention, Relation } from '../model/facts.ts'
import { byCodeUnit } from '../text/code-units.ts'
import type { ArticleFacts, EntityFacts, Snapshot, SnapshotArticle } from './format.ts'

const entityFacts = ({ id, type, kind, name, aliases, code, anchor, mentions }: Entity): EntityFacts => ({
  id,
  type,
  kind,
  name,
  aliases,
  ...(code !== undefined && { code }),
  anchor,
  spans: mentions.flatMap(({ start, end }) => [start, end]),
})

/** Only the members that the form knows, whatever else a relation may carry on its way. */
const statement = <T extends { readonly evidence: Relation['evidence'] }>(one: T, keys: readonly (keyof T)[]): T => {
  const kept = Object.fromEntries(keys.flatMap(key => (one[key] === undefined ? [] : [[key, one[key]]])))
  return { ...kept, evidence: { start: one.evidence.start, end: one.evidence.end } } as T
}

/**
 * Everything that was read, small enough to go with the snapshot: what linking and the graph need, without the arguments.
 * Sorted by article, source and place in it; of an article in several sources the first stands for it, the others say so.
 */
export function articleFacts(facts: readonly Facts[]): ArticleFacts[] {
  const sorted = [...facts].sort(
    ({ article: a }, { article: b }) => byCodeUnit(a.id, b.id) || byCodeUnit(a.source, b.source) || a.index - b.index,
  )
  return sorted.map(({ article, entities, relations, figures }, i) => {
    const { id, source, index, title, date, kind, bylines, blocks } = article
    return {
      id,
      source,
      index,
      ...(sorted[i - 1]?.article.id === id && { repeated: { title, date, kind, bylines, blocks } }),
      entities: entities.map(entityFacts),
      relations: relations.map(one => statement(one, ['type', 'from', 'to', 'title', 'rule', 'confidence', 'date'])),
      figures: figures.map(one =>
        statement(one, ['subject', 'measure', 'value', 'unit', 'approx', 'rule', 'confidence', 'date']),
      ),
    }
  })
}

function restoredArticle(stored: SnapshotArticle, one: ArticleFacts): Article {
  const { id, title, date, kind, bylines, blocks } = stored
  const text = stored.text ?? ''
  return {
    ...{ id, title, date, kind, bylines, blocks, text },
    ...one.repeated,
    source: one.source,
    index: one.index,
    span: { start: 0, end: text.length },
    offsets: [{ text: 0, source: 0 }],
  }
}

function restoredEntity({ spans, ...entity }: EntityFacts, text: string): Entity {
  const { type, kind } = entity
  const mentions = spans.flatMap((start, i): Mention[] => {
    const end = spans[i + 1] ?? start
    const argued = { type, kind, rule: '', weight: 0, reasons: [] }
    return i % 2 === 0 ? [{ start, end, text: text.slice(start, end), ...argued }] : []
  })
  return { ...entity, mentions, reasons: [] }
}

/** The facts that a snapshot was made of, as far as they are needed to make it again; undefined where it holds none. */
export function restoreFacts(snapshot: Snapshot): Facts[] | undefined {
  const articles = new Map(snapshot.articles.map(article => [article.id, article]))
  return snapshot.facts?.flatMap(one => {
    const stored = articles.get(one.id)
    if (stored?.text === null || stored === undefined) return []
    const article = restoredArticle(stored, one)
    const entities = one.entities.map(entity => restoredEntity(entity, article.text))
    return [{ article, entities, relations: one.relations, figures: one.figures }]
  })
}
