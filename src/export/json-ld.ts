import { type Exporter, oneFile } from './exporter.ts'
import { PREFIXES } from './rdf-terms.ts'
import { type RdfValue, type Resource, resources } from './triples.ts'
import { DEFAULT_BASE } from './turtle.ts'

const value = (one: RdfValue): object | string => {
  if ('iri' in one) return { '@id': one.iri }
  if ('term' in one) return { '@id': one.term }
  if (one.lang !== undefined) return { '@value': one.text, '@language': one.lang }
  return one.type === undefined ? { '@value': one.text } : { '@value': one.text, '@type': one.type }
}

function object({ iri, says }: Resource): object {
  const bag: Record<string, unknown[]> = {}
  for (const [predicate, one] of says) {
    const key = predicate === 'rdf:type' ? '@type' : predicate
    bag[key] ??= []
    bag[key].push(key === '@type' && 'term' in one ? one.term : value(one))
  }
  return { '@id': iri, ...bag }
}

/** JSON-LD 1.1 of the same triples as the Turtle; the context stands in the file, so that nothing is fetched. */
export const jsonLd: Exporter = {
  format: 'jsonld',
  zh: 'JSON-LD，与 Turtle 相同的三元组',
  en: 'JSON-LD, the same triples as the Turtle',
  media: 'application/ld+json',
  write: (snapshot, { base = DEFAULT_BASE }) => {
    const graph = resources(snapshot, base).map(one => `\n${JSON.stringify(object(one))}`)
    return oneFile('.jsonld', `{"@context":${JSON.stringify(PREFIXES)},\n"@graph":[${graph.join(',')}\n]}\n`)
  },
}
