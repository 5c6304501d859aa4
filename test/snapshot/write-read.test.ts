import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SnapshotError } from '../../src/errors.ts'
import { canonicalJson } from '../../src/snapshot/canonical.ts'
import { contentHash } from '../../src/snapshot/content-hash.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { parseSnapshot, readSnapshot } from '../../src/snapshot/read.ts'
import { snapshotText, writeSnapshot } from '../../src/snapshot/write.ts'
import { SAMPLE_FACTS } from '../graph/sample-facts.ts'
import { altered, SAMPLE, sampleSnapshot } from './sample-snapshot.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailuo-snapshot-'))
})
afterAll(() => rm(folder, { recursive: true }))

const TEXT = snapshotText(SAMPLE)

function refusal(read: () => unknown): SnapshotError {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(SnapshotError)
    return error as SnapshotError
  }
  throw new Error('it was read without a word')
}

describe('canonical text', () => {
  it('is the same for any order of the articles', () => {
    expect(snapshotText(sampleSnapshot([...SAMPLE_FACTS].reverse()))).toBe(TEXT)
  })

  it('sorts keys however they came, leaves out undefined, keeps hostile strings', () => {
    expect(canonicalJson({ b: 1, id: 'x', a: undefined, A: [-0, 1.5] })).toBe('{"id":"x","A":[0,1.5],"b":1}')
    expect(canonicalJson('\ud800</script>\u2028')).toBe('"\\ud800</script>\u2028"')
  })

  it('is read back as the same value, whatever it holds', () => {
    const value = fc.jsonValue()
    fc.assert(fc.property(value, json => canonicalJson(JSON.parse(canonicalJson(json))) === canonicalJson(json)))
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), title => {
        const named = altered(snapshot => {
          snapshot.title = title
        })
        expect(parseSnapshot(snapshotText(named)).title).toBe(title)
      }),
      { numRuns: 30 },
    )
  })

  it('has a line for every node, edge and article', () => {
    const lines = TEXT.split('\n')
    for (const { key } of SAMPLE.graph.nodes)
      expect(lines.filter(line => line.startsWith(`{"key":"${key}"`))).toHaveLength(1)
    expect(lines.at(-1)).toBe('')
    expect(lines.at(-3)).toBe(`"hash":"${SAMPLE.hash}"`)
  })
})

describe('writeSnapshot and readSnapshot', () => {
  it('round-trip to the byte and leave no half file behind', async () => {
    const path = join(folder, 'a.json')
    const size = await writeSnapshot(SAMPLE, path)
    const bytes = await readFile(path)
    expect(size).toBe(bytes.length)
    expect(bytes.toString('utf8')).toBe(TEXT)
    expect(snapshotText(await readSnapshot(path))).toBe(TEXT)
    expect((await readdir(folder)).filter(name => name.endsWith('.part'))).toEqual([])
  })

  it('reads a file that somebody indented or gave a byte order mark', async () => {
    const path = join(folder, 'b.json')
    await writeFile(path, `\ufeff${JSON.stringify(JSON.parse(TEXT), null, 2)}`)
    expect((await readSnapshot(path)).hash).toBe(SAMPLE.hash)
  })

  it('says why a file cannot be opened', async () => {
    await expect(readSnapshot(join(folder, 'none.json'))).rejects.toThrow('there is no such file')
    await expect(readSnapshot(folder)).rejects.toThrow('this is a directory')
    const path = join(folder, 'gbk.json')
    await writeFile(path, Buffer.from([0x7b, 0xc2, 0xf6, 0xc2]))
    await expect(readSnapshot(path)).rejects.toThrow('it is not UTF-8')
  })
})

describe('what is refused', () => {
  it('names line and offset where a file breaks off, wherever that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: TEXT.length - 3 }), cut => {
        const error = refusal(() => parseSnapshot(TEXT.slice(0, cut), { where: 'g.json' }))
        expect(error.message).toContain('breaks off')
        const [, line, offset] = /line (\d+), offset (\d+)/.exec(error.where ?? '') ?? []
        expect(Number(offset)).toBeGreaterThanOrEqual(cut - 5)
        expect(Number(line)).toBe(TEXT.slice(0, Number(offset)).split('\n').length)
      }),
      { numRuns: 60 },
    )
  })

  it('finds any letter of any quote altered', () => {
    const spots = [...TEXT.matchAll(/"quote":"(.)/gu)].map(match => (match.index ?? 0) + 9)
    expect(spots.length).toBeGreaterThan(20)
    for (const at of spots.slice(0, 8)) {
      const error = refusal(() => parseSnapshot(`${TEXT.slice(0, at)}伪${TEXT.slice(at + 1)}`, { where: 'g.json' }))
      expect(error.message).toContain('was altered')
      expect(error.remedy).toContain('mailuo verify')
    }
  })

  it.each([
    ['', 'the file is empty'],
    ['  \n', 'the file is empty'],
    ['回民区推行红蜂驿站', 'it does not start as a JSON object'],
    ['{"a": 1}', 'no mailuo snapshot'],
    ['[]', 'no mailuo snapshot'],
    ['{"format":"mailuo","version":"1.0"} x', 'is damaged here'],
    ['{"format":"mailuo" "version":"1.0","title":"","scope":""}', 'is damaged here'],
    ['{"format":"mailuo","version":"1.0"}', 'does not have the form'],
    ['{"format":"mailuo","version":"0.3"}', 'no longer bring up'],
    ['{"format":"mailuo","version":"2.0"}', 'reads up to 1.x'],
    ['{"format":"mailuo","version":1}', 'no mailuo snapshot'],
  ])('%j: %s', (text, message) => {
    const error = refusal(() => parseSnapshot(text, { where: 'g.json' }))
    expect(error.message).toContain(message)
    expect(error.message).toContain('g.json')
    expect(error.remedy).not.toBe('')
  })

  it('names the member that is not as it should be', () => {
    const wrong = altered(snapshot => {
      ;(snapshot.graph.nodes[3] as { attributes: { degree: number } }).attributes.degree = 1.5
    })
    expect(refusal(() => parseSnapshot(snapshotText(wrong))).message).toContain('graph.nodes.3.attributes.degree')
  })
})

describe('versions', () => {
  const withVersion = (version: string, more: object = {}): string => JSON.stringify({ ...SAMPLE, version, ...more })

  it('reads a newer minor version and passes over what it does not know', () => {
    const body = JSON.parse(withVersion('1.7')) as Snapshot
    const text = withVersion('1.7', { hash: contentHash(body), glossary: ['x'] })
    expect(parseSnapshot(text).graph.nodes).toHaveLength(SAMPLE.graph.nodes.length)
  })

  it('steps up an older version and gives it a hash of its own', () => {
    const old = withVersion('0.9', { title: undefined, heading: '旧题' })
    const snapshot = parseSnapshot(old, {
      migrations: [{ from: 0, upgrade: ({ heading, ...rest }) => ({ ...rest, version: '1.0', title: heading }) }],
    })
    expect(snapshot.title).toBe('旧题')
    expect(snapshot.hash).toBe(contentHash(snapshot))
  })
})
