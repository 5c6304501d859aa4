import { ENTITY_TYPES, RELATIONS, STRUCTURE_RELATIONS, STRUCTURE_TYPES } from './ontology.ts'

const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

const ends = (row: { from: readonly string[]; to: readonly string[] }) =>
  `${row.from.join(' / ')} → ${row.to.join(' / ')}`

/** The text of `docs/ontology.md`: every type, kind and relation with its Chinese name. */
export function ontologyPage(): string {
  return `# The ontology

Derived from \`src/schema/ontology.ts\` by \`npm run gen\`; do not edit.

## Entities

${table(
  ['type', '中文', 'kinds'],
  ENTITY_TYPES.map(row => [row.type, row.zh, row.kinds.map(({ kind, zh }) => `${kind} ${zh}`).join(', ') || '–']),
)}

## Relations

${table(
  ['relation', '中文', 'ends', 'meaning'],
  RELATIONS.map(row => [row.type, row.zh, ends(row), row.meaning]),
)}

## Structure

Nodes and edges that carry the provenance. Extraction never yields them.

${table(
  ['node', '中文'],
  STRUCTURE_TYPES.map(row => [row.type, row.zh]),
)}

${table(
  ['edge', '中文', 'ends'],
  STRUCTURE_RELATIONS.map(row => [row.type, row.zh, ends(row)]),
)}
`
}
