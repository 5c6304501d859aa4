import { type CatalogueQuery, readQueryFile } from '../../src/store/query-file.ts'

const FILES = import.meta.glob<string>('../../cypher/queries/*.cypher', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The named questions, read once when the app starts; the same files as the command line's. */
export const CATALOGUE: readonly CatalogueQuery[] = Object.entries(FILES)
  .map(([path, text]) => readQueryFile(path, text))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

/** Whether a question can be answered as it stands, with nothing to be filled in. */
export function isReady(query: CatalogueQuery): boolean {
  return query.params.every(param => param.default !== undefined)
}
