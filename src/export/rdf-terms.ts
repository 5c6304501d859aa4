/** Vocabularies that the RDF exports use, by prefix. What none of them says stands under `ml:`. */
export const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  schema: 'https://schema.org/',
  org: 'http://www.w3.org/ns/org#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  dcterms: 'http://purl.org/dc/terms/',
  ml: 'urn:mailuo:terms:',
} as const

/** A name with its prefix: `schema:Place`. */
export type Term = `${keyof typeof PREFIXES}:${string}`

/** Classes of nodes by type, and by kind where a vocabulary knows the kind. */
export const CLASSES: Readonly<Record<string, readonly Term[]>> = {
  Place: ['schema:Place', 'ml:Place'],
  Organisation: ['org:Organization', 'schema:Organization', 'ml:Organisation'],
  Programme: ['ml:Programme', 'prov:Plan'],
  Person: ['foaf:Person', 'schema:Person'],
  Article: ['schema:NewsArticle'],
  Author: ['schema:Person'],
  Figure: ['schema:Observation'],
}

export const KIND_CLASSES: Readonly<Record<string, Term>> = {
  province: 'schema:State',
  prefecture: 'schema:AdministrativeArea',
  county: 'schema:AdministrativeArea',
  township: 'schema:AdministrativeArea',
  village: 'schema:AdministrativeArea',
  zone: 'schema:AdministrativeArea',
  site: 'schema:CivicStructure',
  estate: 'schema:Residence',
  government: 'schema:GovernmentOrganization',
  company: 'schema:Corporation',
  cooperative: 'schema:Cooperative',
  social: 'schema:NGO',
  school: 'schema:EducationalOrganization',
  media: 'schema:NewsMediaOrganization',
  activity: 'schema:Event',
  service: 'schema:GovernmentService',
}

/** How a relation is said, by the types of its ends where that matters. */
export function predicateOf(type: string, from: string): Term {
  switch (type) {
    case 'LOCATED_IN':
      return from === 'Place' ? 'schema:containedInPlace' : 'schema:location'
    case 'PART_OF':
      return from === 'Organisation' ? 'org:subOrganizationOf' : 'dcterms:isPartOf'
    case 'WORKS_WITH':
      return from === 'Organisation' ? 'org:linkedTo' : 'ml:worksWith'
    case 'AFFILIATED_WITH':
      return 'schema:affiliation'
    case 'RUNS':
      return 'ml:runs'
    case 'RECEIVED':
      return 'ml:received'
    case 'MENTIONS':
      return 'schema:mentions'
    case 'WROTE':
      return 'ml:wrote'
    case 'HAS_FIGURE':
      return 'ml:hasFigure'
    default:
      return 'ml:statedIn'
  }
}
