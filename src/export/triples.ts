import type { Evidence, NodeAttributes, Snapshot, SnapshotArticle } from '../snapshot/format.ts'
import { type SnapshotEdge, type SnapshotNode, zhOf } from './entity-graph.ts'
import { speakable } from './escape.ts'
import { CLASSES, KIND_CLASSES, predicateOf, type Term } from './rdf-terms.ts'

/** An object: another resource, a term, or a literal with its language or type. */
export type RdfValue =
  | { readonly iri: string }
  | { readonly term: Term }
  | { readonly text: string; readonly lang?: string; readonly type?: Term }

/** All that is said of one resource. */
export interface Resource {
  readonly iri: string
  readonly says: readonly (readonly [predicate: Term, value: RdfValue])[]
}

type Says = (readonly [Term, RdfValue])[]

const text = (value: string): RdfValue => ({ text: speakable(value) })
const zh = (value: string): RdfValue => ({ text: speakable(value), lang: 'zh-Hans' })
const typed = (value: string | number | boolean, type: Term): RdfValue => ({ text: String(value), type })
const term = (name: Term): RdfValue => ({ term: name })

/** `2024` is a year, `2024-03` a month, `2024-03-05` a day. */
const date = (value: string): RdfValue =>
  typed(value, value.length === 4 ? 'xsd:gYear' : value.length === 7 ? 'xsd:gYearMonth' : 'xsd:date')

/** An IRI for an id: what an IRI may not hold is percent-encoded; the colon of `place:150103` stays. */
export function iriOf(base: string, id: string): string {
  const clean = speakable(id)
  return base + encodeURIComponent(clean).replaceAll('%3A', ':')
}

function nodeSays({ type, kind, name, aliases, code, date: when, ...figure }: NodeAttributes): Says {
  const says: Says = (CLASSES[type] ?? []).map(one => ['rdf:type', term(one)] as const)
  if (kind !== null && KIND_CLASSES[kind]) says.push(['rdf:type', term(KIND_CLASSES[kind])])
  says.push(['skos:prefLabel', zh(name)], ['schema:name', zh(name)])
  for (const alias of aliases) says.push(['skos:altLabel', zh(alias)])
  if (kind !== null) says.push(['ml:kind', zh(zhOf(kind))])
  if (code !== undefined) says.push(['schema:identifier', text(code)])
  if (type !== 'Figure') return says
  if (figure.measure !== undefined) says.push(['schema:measuredProperty', zh(figure.measure)])
  if (figure.value !== undefined) says.push(['schema:value', typed(figure.value, 'xsd:double')])
  if (figure.unit) says.push(['schema:unitText', zh(figure.unit)])
  says.push(['ml:approximate', typed(figure.approx ?? false, 'xsd:boolean')])
  if (when !== undefined) says.push(['schema:observationDate', date(when)])
  return says
}

function articleSays(article: SnapshotArticle): Says {
  const says: Says = [['dcterms:source', text(article.source)]]
  if (article.title !== null) says.push(['schema:headline', zh(article.title)])
  if (article.date !== null) says.push(['schema:datePublished', date(article.date)])
  if (article.text !== null) says.push(['schema:articleBody', zh(article.text)])
  says.push(['ml:textHash', text(article.hash)])
  return says
}

/** One quote, as a W3C annotation's selectors have it: exact words and their place, in UTF-16 units of the article's body. */
function evidenceResource(base: string, edge: string, one: Evidence, at: number): Resource {
  const says: Says = [
    ['rdf:type', term('oa:TextQuoteSelector')],
    ['rdf:type', term('oa:TextPositionSelector')],
    ['prov:wasDerivedFrom', { iri: iriOf(base, one.article) }],
    ['oa:exact', zh(one.quote)],
    ['oa:start', typed(one.start, 'xsd:nonNegativeInteger')],
    ['oa:end', typed(one.end, 'xsd:nonNegativeInteger')],
    ['ml:rule', text(one.rule)],
    ['ml:confidence', typed(one.confidence, 'xsd:double')],
  ]
  if (one.date !== undefined) says.push(['dcterms:date', date(one.date)])
  if (one.title !== undefined) says.push(['ml:post', zh(one.title)])
  return { iri: `${iriOf(base, edge)}#e${at + 1}`, says }
}

/** The relation as a statement that carries its evidence; a post is a membership of the Organization ontology as well. */
function statementResources(base: string, edge: SnapshotEdge, from: string): Resource[] {
  const { key, source, target, attributes } = edge
  const [subject, object] = [{ iri: iriOf(base, source) }, { iri: iriOf(base, target) }]
  const says: Says = [
    ['rdf:type', term('rdf:Statement')],
    ['rdf:subject', subject],
    ['rdf:predicate', term(predicateOf(attributes.type, from))],
    ['rdf:object', object],
    ['ml:confidence', typed(attributes.confidence, 'xsd:double')],
  ]
  if (attributes.type === 'AFFILIATED_WITH') {
    says.push(['rdf:type', term('org:Membership')], ['org:member', subject], ['org:organization', object])
    for (const title of attributes.titles ?? []) says.push(['schema:roleName', zh(title)])
  }
  if (attributes.date !== undefined) says.push(['dcterms:date', date(attributes.date)])
  const evidence = attributes.evidence.map((one, i) => evidenceResource(base, key, one, i))
  for (const { iri } of evidence) says.push(['prov:hadPrimarySource', { iri }])
  return [{ iri: iriOf(base, key), says }, ...evidence]
}

function datasetResource(base: string, { title, author, licence, cite, scope, hash, generator }: Snapshot): Resource {
  const says: Says = [['rdf:type', term('schema:Dataset')]]
  if (title) says.push(['schema:name', zh(title)])
  if (scope) says.push(['schema:description', zh(scope)])
  if (author) says.push(['dcterms:creator', text(author)])
  if (licence) says.push(['dcterms:rights', text(licence)])
  if (cite) says.push(['dcterms:bibliographicCitation', text(cite)])
  says.push(['prov:wasGeneratedBy', text(generator)], ['ml:contentHash', text(hash)])
  return { iri: `${base}snapshot:${hash.slice(0, 16)}`, says }
}

function linksByNode(edges: readonly SnapshotEdge[], nodes: ReadonlyMap<string, SnapshotNode>, base: string) {
  const links = new Map<string, Says>()
  const say = (key: string, predicate: Term, object: string) => {
    const known = links.get(key) ?? []
    known.push([predicate, { iri: iriOf(base, object) }])
    links.set(key, known)
  }
  for (const { source, target, attributes } of edges) {
    const from = nodes.get(source)?.attributes.type ?? ''
    say(source, predicateOf(attributes.type, from), target)
    if (attributes.type === 'WROTE') say(target, 'schema:author', source)
    if (attributes.type === 'HAS_FIGURE') say(target, 'schema:observationAbout', source)
  }
  return links
}

/**
 * A snapshot as RDF: every node a resource whose IRI outlives a rebuild, every relation said plainly and once more as a
 * statement with its quotes.
 * @param base what IRIs begin with
 */
export function resources(snapshot: Snapshot, base: string): Resource[] {
  const { nodes, edges } = snapshot.graph
  const byKey = new Map(nodes.map(node => [node.key, node]))
  const articles = new Map(snapshot.articles.map(article => [article.id, article]))
  const links = linksByNode(edges, byKey, base)
  const told = nodes.map(({ key, attributes }): Resource => {
    const article = articles.get(key)
    const says = [...nodeSays(attributes), ...(article ? articleSays(article) : []), ...(links.get(key) ?? [])]
    return { iri: iriOf(base, key), says }
  })
  const statements = edges
    .filter(edge => edge.attributes.evidence.length > 0)
    .flatMap(edge => statementResources(base, edge, byKey.get(edge.source)?.attributes.type ?? ''))
  return [datasetResource(base, snapshot), ...told, ...statements]
}
