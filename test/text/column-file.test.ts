import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { keyOfSources, readColumns, writeColumns } from '../../src/text/column-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailuo-columns-'))
const file = pathToFileURL(join(folder, 'columns'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('columns in a file', () => {
  it('come back as they were, whatever their kinds and lengths', () => {
    const columns = fc.record({
      bytes: fc.uint8Array(),
      words: fc.int16Array(),
      units: fc.uint16Array(),
      entries: fc.int32Array(),
      starts: fc.uint32Array(),
      codes: fc.float64Array({ noNaN: true }),
    })
    fc.assert(
      fc.property(columns, fc.string(), (written, key) => {
        writeColumns(file, key, written)
        expect(readColumns(file, () => key)).toEqual(written)
      }),
    )
  })

  it('count for nothing under another key, cut short, or where there are none', () => {
    writeColumns(file, 'one', { codes: Float64Array.of(1, 2, 3) })
    expect(readColumns(file, () => 'two')).toBeUndefined()
    writeFileSync(file, readFileSync(file).subarray(0, -1))
    expect(readColumns(file, () => 'one')).toBeUndefined()
    expect(readColumns(new URL('missing', file), () => 'one')).toBeUndefined()
  })

  it('have another key where one of their sources is another', () => {
    const keys = [['a', 'b'], ['ab'], ['a', 'c'], ['b', 'a']].map(keyOfSources)
    expect(new Set(keys).size).toBe(4)
    expect(keyOfSources(['a', 'b'])).toBe(keys[0])
  })
})
