import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { UsageError } from '../errors.ts'
import { packageFile } from '../text/package-files.ts'
import { type CatalogueQuery, readQueryFile } from './query-file.ts'
import { suggestNames } from './suggest.ts'

/** The queries that come with the program. */
const FOLDER = fileURLToPath(packageFile('cypher/queries/'))

/**
 * Reads every query of the catalogue.
 * @returns the queries by name
 * @throws InputError with file and line where one is not as it should be
 */
export function loadCatalogue(folder = FOLDER): readonly CatalogueQuery[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.cypher'))
  return files.sort().map(file => readQueryFile(file, readFileSync(`${folder}/${file}`, 'utf8')))
}

/**
 * The query of a name, or of its beginning where only one begins so: `side` → `side-by-side`.
 * @throws UsageError that names the likeliest ones where there is none, or several
 */
export function findQuery(catalogue: readonly CatalogueQuery[], name: string): CatalogueQuery {
  const query = catalogue.find(one => one.name === name)
  if (query) return query
  const [begun, another] = catalogue.filter(one => one.name.startsWith(name))
  if (begun && !another) return begun
  const near = suggestNames(
    name,
    catalogue.map(one => one.name),
  )
  throw new UsageError({
    what: `there is no query 「${name}」`,
    remedy: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'mailuo query --list shows them all.',
  })
}

/** @returns whether the text is meant as the name of a query, and not as Cypher. */
export function isQueryName(text: string): boolean {
  return /^[\p{L}\p{N}_-]+$/u.test(text.trim())
}
