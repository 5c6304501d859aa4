import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SnapshotError } from '../../src/errors.ts'
import { EXPORTERS } from '../../src/export/exporters.ts'
import { SNAPSHOT_VERSION } from '../../src/snapshot/format.ts'
import { parseSnapshot, readSnapshot } from '../../src/snapshot/read.ts'
import { verifySnapshot } from '../../src/snapshot/verify.ts'
import { snapshotText } from '../../src/snapshot/write.ts'

const FOLDER = 'test/snapshot/old'
const files = readdirSync(FOLDER).sort()

/** One file a version that was ever written; none of them is ever made anew. */
describe('snapshots of every version', () => {
  it('are kept, the present one too', () => {
    expect(files).toContain('1.0.mailuo')
    expect(files).toContain(`${SNAPSHOT_VERSION}.mailuo`)
  })

  it.each(files)('%s is read, is sound, keeps its bytes and can be exported', async file => {
    const path = `${FOLDER}/${file}`
    const snapshot = await readSnapshot(path)
    expect(`${snapshot.version}.mailuo`).toBe(file)
    expect(verifySnapshot(snapshot).problems).toEqual([])
    expect(snapshotText(snapshot)).toBe(readFileSync(path, 'utf8'))
    for (const exporter of EXPORTERS) expect(exporter.write(snapshot, {})[0]?.text.length).toBeGreaterThan(300)
  })

  it('of a version to come are refused with what to do', () => {
    const text = readFileSync(`${FOLDER}/1.0.mailuo`, 'utf8').replace('"version":"1.0"', '"version":"2.0"')
    expect(() => parseSnapshot(text)).toThrow(SnapshotError)
    expect(() => parseSnapshot(text)).toThrow('the snapshot has version 2.0, this program reads up to 1.x')
  })
})
