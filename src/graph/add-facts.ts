import type { Article } from '../model/article.ts'
import type { Facts, Figure, Relation } from '../model/facts.ts'
import { RELATIONS } from '../schema/ontology.ts'
import { byCodeUnit } from '../text/code-units.ts'
import type { Evidence } from './attributes.ts'
import { type Draft, type DraftNode, edgeAt, noteArticle } from './draft.ts'
import { authorKey, edgeKey, figureKey } from './keys.ts'

const UNORDERED: ReadonlySet<string> = new Set(RELATIONS.flatMap(row => ('unordered' in row ? row.type : [])))

/** Node key of an entity of one article. */
export type KeyOf = (entity: string) => string

function evidenceOf(article: Article, fact: Relation | Figure): Evidence {
  const { start, end } = fact.evidence
  const date = fact.date ?? article.date
  return {
    article: article.id,
    start,
    end,
    quote: article.text.slice(start, end),
    rule: fact.rule,
    confidence: fact.confidence,
    ...(date !== null && { date }),
    ...('title' in fact && fact.title !== undefined && { title: fact.title }),
  }
}

/** Keeps the earliest of two dates; a part of a date (`2024`) stands before every day in it. */
const earlier = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a

function addArticle(draft: Draft, article: Article): void {
  draft.nodes.set(article.id, {
    type: 'Article',
    kind: null,
    name: article.title ?? `${article.text.slice(0, 20)}…`,
    aliases: [],
    anchor: '',
    source: article.source,
    ...(article.date !== null && { date: article.date }),
  })
  noteArticle(draft, article.id, article.id)
  for (const byline of article.bylines) {
    const key = authorKey(byline.name)
    draft.nodes.set(key, { type: 'Author', kind: null, name: byline.name, aliases: [], anchor: '' })
    noteArticle(draft, key, article.id)
    const edge = edgeAt(draft, edgeKey('WROTE', key, article.id), 'WROTE', key, article.id)
    edge.titles.add(byline.role)
    edge.date = article.date ?? undefined
  }
}

function addMentions(draft: Draft, facts: Facts, keyOf: KeyOf): void {
  const article = facts.article
  for (const entity of facts.entities) {
    const key = keyOf(entity.id)
    noteArticle(draft, key, article.id)
    const edge = edgeAt(draft, edgeKey('MENTIONS', article.id, key), 'MENTIONS', article.id, key)
    edge.count += entity.mentions.length
    edge.date = article.date ?? undefined
  }
}

function addRelation(draft: Draft, article: Article, relation: Relation, keyOf: KeyOf): boolean {
  let from = keyOf(relation.from)
  let to = keyOf(relation.to)
  if (from === to) return false
  if (UNORDERED.has(relation.type) && byCodeUnit(from, to) > 0) [from, to] = [to, from]
  const edge = edgeAt(draft, edgeKey(relation.type, from, to), relation.type, from, to)
  edge.evidence.push(evidenceOf(article, relation))
  return true
}

/** `网格 约265个`: what a reader sees on the node. */
function figureName(figure: Figure): string {
  return `${figure.measure} ${figure.approx ? '约' : ''}${figure.value}${figure.unit}`
}

function figureNode(figure: Figure, date: string | undefined): DraftNode {
  const { measure, value, unit, approx } = figure
  const name = figureName(figure)
  return {
    type: 'Figure',
    kind: null,
    name,
    aliases: [],
    anchor: '',
    measure,
    value,
    unit,
    approx,
    ...(date !== undefined && { date }),
  }
}

function addFigure(draft: Draft, article: Article, figure: Figure, keyOf: KeyOf): void {
  const subject = keyOf(figure.subject)
  const key = figureKey({ ...figure, subject })
  const evidence = evidenceOf(article, figure)
  const date = earlier(draft.nodes.get(key)?.date, evidence.date)
  draft.nodes.set(key, figureNode(figure, date))
  noteArticle(draft, key, article.id)
  edgeAt(draft, edgeKey('HAS_FIGURE', subject, key), 'HAS_FIGURE', subject, key).evidence.push(evidence)
  const stated = edgeAt(draft, edgeKey('STATED_IN', key, article.id), 'STATED_IN', key, article.id)
  stated.date = article.date ?? undefined
}

/**
 * Adds all that one article says. Entity nodes must be there before.
 * @returns relations whose ends are one node by now (a body that is linked to its own container): they say nothing.
 */
export function addFacts(draft: Draft, facts: Facts, keyOf: KeyOf): readonly Relation[] {
  addArticle(draft, facts.article)
  addMentions(draft, facts, keyOf)
  for (const figure of facts.figures) addFigure(draft, facts.article, figure, keyOf)
  return facts.relations.filter(relation => !addRelation(draft, facts.article, relation, keyOf))
}
