import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DERIVED_FILES } from '../../scripts/derived-files.ts'

describe('derived files', () => {
  it.each(DERIVED_FILES.map(file => [file.path, file] as const))('%s is fresh (npm run gen)', (path, file) => {
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).toBe(file.text())
  })
})
