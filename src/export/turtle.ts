import { quoted } from './escape.ts'
import { type Exporter, oneFile } from './exporter.ts'
import { PREFIXES } from './rdf-terms.ts'
import { type RdfValue, type Resource, resources } from './triples.ts'

/** What IRIs begin with where nothing else is said: a name that needs no domain and cannot be looked up by mistake. */
export const DEFAULT_BASE = 'urn:mailuo:'

/** An IRI between brackets; what may not stand there is percent-encoded, whatever a base was given. */
const bracketed = (iri: string): string =>
  `<${iri.replace(/[\p{Cc} <>"{}|^`\\]/gu, mark => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`)}>`

function object(value: RdfValue): string {
  if ('iri' in value) return bracketed(value.iri)
  if ('term' in value) return value.term
  const text = quoted(value.text, '"')
  if (value.lang !== undefined) return `${text}@${value.lang}`
  return value.type === undefined ? text : `${text}^^${value.type}`
}

function block({ iri, says }: Resource): string {
  const lines = says.map(([predicate, value]) => `  ${predicate === 'rdf:type' ? 'a' : predicate} ${object(value)}`)
  return `${bracketed(iri)}\n${lines.join(' ;\n')} .\n\n`
}

/** RDF 1.1 Turtle with schema.org, W3C ORG, PROV and Web Annotation terms. */
export const turtle: Exporter = {
  format: 'turtle',
  zh: 'RDF Turtle：schema.org、W3C ORG 等词汇',
  en: 'RDF Turtle in the terms of schema.org, W3C ORG and others',
  media: 'text/turtle',
  write: (snapshot, { base = DEFAULT_BASE }) => {
    const prefixes = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
    return oneFile('.ttl', [...prefixes, '\n', ...resources(snapshot, base).map(block)].join(''))
  },
}
