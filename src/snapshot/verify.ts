import { MultiDirectedGraph } from 'graphology'
import { combinedConfidence } from '../graph/fold-evidence.ts'
import { STRUCTURE_RELATIONS } from '../schema/ontology.ts'
import type { EntityType, RelationType } from '../schema/types.ts'
import { endsFit, kindFits } from '../schema/validators.ts'
import { contentHash, textHash } from './content-hash.ts'
import type { Evidence, NodeAttributes, Snapshot, SnapshotArticle } from './format.ts'
import { snapshotSchema } from './validators.ts'

/** Something that does not hold in a snapshot. */
export interface Problem {
  /** Where: `edge r-12ab…`, `article a-77…`. */
  readonly where: string
  readonly what: string
}

export interface Verification {
  /** What was looked at, so that nobody takes silence for a check. */
  readonly checked: {
    readonly articles: number
    readonly nodes: number
    readonly edges: number
    readonly spans: number
  }
  readonly problems: readonly Problem[]
}

type Report = (where: string, what: string) => void

function checkHash(snapshot: Snapshot, report: Report): void {
  const hash = contentHash(snapshot)
  if (hash !== snapshot.hash) report('hash', `the content has ${hash}, the file states ${snapshot.hash}`)
}

function checkForm(snapshot: Snapshot, report: Report): void {
  const result = snapshotSchema.safeParse(snapshot)
  for (const issue of result.error?.issues ?? []) report(issue.path.map(String).join('.'), issue.message)
}

/** Keys must be unique and in code-unit order, or two builds would not have the same bytes. */
function checkKeys(kind: string, keys: readonly string[], report: Report): void {
  const seen = new Set<string>()
  keys.forEach((key, i) => {
    if (seen.has(key)) report(`${kind} ${key}`, 'stands twice')
    else if (i > 0 && key < (keys[i - 1] ?? '')) report(`${kind} ${key}`, 'is out of order')
    seen.add(key)
  })
}

function checkNodes(snapshot: Snapshot, report: Report): void {
  const articles = new Set(snapshot.articles.map(article => article.id))
  for (const { key, attributes } of snapshot.graph.nodes) {
    const { type, kind } = attributes
    const isEntity = type !== 'Article' && type !== 'Author' && type !== 'Figure'
    if (isEntity && !kindFits(type, kind)) report(`node ${key}`, `a ${type} cannot be of kind ${kind}`)
    if (type === 'Article' && !articles.has(key)) {
      report(`node ${key}`, 'has no article of its id')
    }
  }
}

/** @returns whether the ends are of types that the relation may join. */
function mayJoin(type: string, from: string, to: string): boolean {
  const structure = STRUCTURE_RELATIONS.find(row => row.type === type)
  if (!structure) return endsFit(type as RelationType, from as EntityType, to as EntityType)
  return (structure.from as readonly string[]).includes(from) && (structure.to as readonly string[]).includes(to)
}

function checkEdges(snapshot: Snapshot, nodes: ReadonlyMap<string, NodeAttributes>, report: Report): void {
  for (const { key, source, target, attributes } of snapshot.graph.edges) {
    const [from, to] = [nodes.get(source), nodes.get(target)]
    const where = `edge ${key}`
    if (!from) report(where, `starts at ${source}, which is no node`)
    if (!to) report(where, `ends at ${target}, which is no node`)
    if (from && to && !mayJoin(attributes.type, from.type, to.type)) {
      report(where, `${attributes.type} cannot lead from ${from.type} to ${to.type}`)
    }
    const { evidence, confidence } = attributes
    if (evidence.length > 0 && combinedConfidence(evidence) !== confidence) {
      report(where, `states confidence ${confidence}, its evidence gives ${combinedConfidence(evidence)}`)
    }
  }
}

function checkArticles(snapshot: Snapshot, nodes: ReadonlyMap<string, NodeAttributes>, report: Report): number {
  let spans = 0
  for (const { id, text, hash, mentions, blocks } of snapshot.articles) {
    const where = `article ${id}`
    if (!nodes.has(id)) report(where, 'has no node')
    if (text !== null && textHash(text) !== hash) report(where, 'its text does not have the hash that it states')
    for (const { start, end } of blocks) {
      spans++
      if (start >= end || (text !== null && end > text.length))
        report(where, `block ${start}–${end} lies outside its text`)
    }
    for (const { node, start, end } of mentions) {
      spans++
      if (!nodes.has(node)) report(where, `mentions ${node}, which is no node`)
      if (start >= end || (text !== null && end > text.length)) {
        report(where, `mention ${start}–${end} lies outside its text`)
      }
    }
  }
  return spans
}

function quoteProblem(one: Evidence, article: SnapshotArticle | undefined): string | undefined {
  if (!article) return `quotes article ${one.article}, which is not in the snapshot`
  const length = one.end - one.start
  if (length <= 0 || length !== one.quote.length) return `quote and span ${one.start}–${one.end} differ in length`
  if (article.text === null || article.text.slice(one.start, one.end) === one.quote) return undefined
  return `article ${one.article} does not say 「${one.quote}」 at ${one.start}–${one.end}`
}

function checkQuotes(snapshot: Snapshot, report: Report): number {
  const articles = new Map(snapshot.articles.map(article => [article.id, article]))
  let spans = 0
  for (const { key, attributes } of snapshot.graph.edges) {
    for (const one of attributes.evidence) {
      spans++
      const what = quoteProblem(one, articles.get(one.article))
      if (what) report(`edge ${key}`, what)
    }
  }
  return spans
}

/** What the graph can be made of again: articles that are there, spans within their texts, ids of their own entities. */
function checkFacts(snapshot: Snapshot, report: Report): number {
  const lengths = new Map(snapshot.articles.map(({ id, text }) => [id, text?.length]))
  let spans = 0
  for (const { id, entities, relations, figures } of snapshot.facts ?? []) {
    const where = `facts of ${id}`
    if (!lengths.has(id)) report(where, 'belong to no article of the snapshot')
    const length = lengths.get(id) ?? Number.POSITIVE_INFINITY
    const offsets = [
      ...entities.map(one => one.spans),
      ...[...relations, ...figures].map(one => Object.values(one.evidence)),
    ]
    spans += offsets.reduce((sum, list) => sum + list.length / 2, 0)
    if (offsets.flat().some(offset => offset > length)) report(where, 'have a span outside the text')
    const known = new Set(entities.map(one => one.id))
    const named = [...relations.flatMap(({ from, to }) => [from, to]), ...figures.map(one => one.subject)]
    for (const entity of named) if (!known.has(entity)) report(where, `name ${entity}, which is none of their entities`)
  }
  return spans
}

/** Judgements by id; one that is taken back must be there. */
function checkJudgements({ judgements = [] }: Snapshot, report: Report): void {
  const ids = judgements.map(one => one.id)
  const seen = new Set(ids)
  if (seen.size < ids.length) report('judgements', 'one stands twice')
  for (const one of judgements) {
    if (one.judge === 'withdraw' && !seen.has(one.of))
      report(`judgement ${one.id}`, `withdraws ${one.of}, which is not there`)
  }
}

function checkImport(snapshot: Snapshot, report: Report): void {
  try {
    new MultiDirectedGraph().import(snapshot.graph as unknown as Parameters<MultiDirectedGraph['import']>[0])
  } catch (error) {
    report('graph', `graphology does not take it: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Checks everything that a snapshot promises: hash, form, keys, ends, types, confidence, every span and quote against its
 * text, and that graphology reads the graph. Never throws on content; problems come in the order of the file.
 */
export function verifySnapshot(snapshot: Snapshot): Verification {
  const problems: Problem[] = []
  const report: Report = (where, what) => void problems.push({ where, what })
  const { nodes, edges } = snapshot.graph
  const byKey = new Map(nodes.map(({ key, attributes }) => [key, attributes]))
  checkHash(snapshot, report)
  checkForm(snapshot, report)
  const keyed = {
    article: snapshot.articles.map(one => one.id),
    node: nodes.map(one => one.key),
    edge: edges.map(one => one.key),
  }
  for (const [kind, keys] of Object.entries(keyed)) checkKeys(kind, keys, report)
  checkNodes(snapshot, report)
  checkEdges(snapshot, byKey, report)
  const spans = checkArticles(snapshot, byKey, report) + checkQuotes(snapshot, report) + checkFacts(snapshot, report)
  checkJudgements(snapshot, report)
  checkImport(snapshot, report)
  return { checked: { articles: snapshot.articles.length, nodes: nodes.length, edges: edges.length, spans }, problems }
}
