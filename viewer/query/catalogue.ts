import { type CatalogueQuery, readQueryFile } from '../../src/store/query-file.ts'

const FILES = import.meta.glob<string>('../../cypher/queries/*.cypher', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The named questions, read once when the app starts; the same files as the command line's. */
export const CATALOGUE: readonly CatalogueQuery[] = Object.entries(FILES)
  .map(([path, text]) => readQueryFile(path, text))
  .sort((a, b) => asks(a) - asks(b) || (a.name < b.name ? -1 : 1))

/** Questions that need nothing to be filled in come first. */
function asks(query: CatalogueQuery): number {
  return query.params.some(param => param.default === undefined) ? 1 : 0
}
