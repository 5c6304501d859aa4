import { ENTITY_TYPES, STRUCTURE_TYPES } from './ontology.ts'

/** Labels of every node that a snapshot holds, entities first. */
export const NODE_LABELS = [...ENTITY_TYPES, ...STRUCTURE_TYPES].map(row => row.type)

/** Properties that the full-text index of entity names covers. */
const SEARCHED = ['name', 'aliases'] as const

/**
 * The statements that make a Neo4j database ready: one key a label, look-up by name, full text over names.
 * Idempotent; run before anything is loaded.
 */
export function constraintStatements(): string[] {
  const entityLabels = ENTITY_TYPES.map(row => row.type)
  return [
    ...NODE_LABELS.map(
      label => `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
    ),
    ...entityLabels.map(label => `CREATE INDEX ${label.toLowerCase()}_name IF NOT EXISTS FOR (n:${label}) ON (n.name)`),
    `CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:${entityLabels.join('|')}) ON EACH [${SEARCHED.map(
      property => `n.${property}`,
    ).join(', ')}] OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'cjk' } }`,
  ]
}

/** The text of `cypher/constraints.cypher`. */
export function constraintScript(): string {
  const head = '// Derived from src/schema/ontology.ts by `npm run gen`; do not edit.\n'
  return `${head}${constraintStatements()
    .map(statement => `${statement};\n`)
    .join('')}`
}
