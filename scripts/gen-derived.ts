/** Rewrites every file derived from the ontology or from measured figures. `test/schema/derived.test.ts` fails while one is stale. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DERIVED_FILES } from './derived-files.ts'

for (const { path, text } of DERIVED_FILES) {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text())
  console.log(`wrote ${path}`)
}
