import { constraintScript } from '../src/schema/cypher.ts'
import { ontologyPage } from '../src/schema/docs.ts'
import { withExtractionTable } from './eval/readme-table.ts'

/** Files that are written from the ontology or from measured figures, with the text that they must hold. */
export const DERIVED_FILES: readonly { readonly path: string; readonly text: () => string }[] = [
  { path: 'cypher/constraints.cypher', text: constraintScript },
  { path: 'docs/ontology.md', text: ontologyPage },
  { path: 'README.md', text: () => withExtractionTable('README.md', 'en') },
  { path: 'README.zh-CN.md', text: () => withExtractionTable('README.zh-CN.md', 'zh') },
]
