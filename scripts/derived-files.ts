import { constraintScript } from '../src/schema/cypher.ts'
import { ontologyPage } from '../src/schema/docs.ts'

/** Files that are written from the ontology, with the text that they must hold. */
export const DERIVED_FILES: readonly { readonly path: string; readonly text: () => string }[] = [
  { path: 'cypher/constraints.cypher', text: constraintScript },
  { path: 'docs/ontology.md', text: ontologyPage },
]
