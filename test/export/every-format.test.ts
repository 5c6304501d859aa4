import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { FORMATS } from '../../src/cli/export/formats.ts'
import { readSnapshot } from '../../src/snapshot/read.ts'
import { verifySnapshot } from '../../src/snapshot/verify.ts'
import { snapshotText } from '../../src/snapshot/write.ts'
import { runCli } from '../helpers/run-cli.ts'
import { SAMPLE } from '../snapshot/sample-snapshot.ts'
import { buildViewer } from '../viewer/browser.ts'
import { HOSTILE_NAMES, hostileSnapshot } from './hostile.ts'

const HOSTILE = hostileSnapshot()
const folder = mkdtempSync(join(tmpdir(), 'mailuo-hostile-'))
const at = (name: string) => join(folder, name)
const filesOf = (format: string, snapshot = HOSTILE) =>
  FORMATS.find(one => one.format === format)?.write(snapshot, { structure: true }) ?? []
const names = FORMATS.map(one => one.format)
const MARKUP = new Set(['html', 'gexf', 'graphml', 'md', 'svg'])
/** What neo4j-admin is told to part lists by. */
const BETWEEN = '\u001f'

beforeAll(buildViewer)

describe.each(names)('hostile names in %s', format => {
  it('leave no control, no half character and no tag of their own, and are all there', () => {
    for (const { text } of filesOf(format)) {
      expect(text.replaceAll(BETWEEN, '')).not.toMatch(/[^\P{Cc}\t\n\r]|\p{Surrogate}/u)
      if (MARKUP.has(format)) expect(text).not.toMatch(/<script>alert|<!--&amp;-->|\]\]>/)
    }
    const all = filesOf(format)
      .map(one => one.text)
      .join('')
    if (format !== 'html' && format !== 'svg') expect(all).toContain(HOSTILE_NAMES[13])
  })

  it('give the same bytes every time', () => {
    expect(filesOf(format)).toEqual(filesOf(format))
  })
})

describe.each(['html', 'snapshot'])('what carries a whole snapshot: %s', format => {
  const [file = { text: '', suffix: '' }] = filesOf(format, SAMPLE)
  const put = (name: string, text: string): string => {
    writeFileSync(at(name), text)
    return at(name)
  }
  const said = async (path: string) => {
    const { code, out, err } = await runCli('verify', path)
    return { code, text: out + err }
  }

  it('brings back every hostile name to the letter, and is sound', async () => {
    const [hostile] = filesOf(format)
    const snapshot = await readSnapshot(put('hostile', hostile?.text ?? ''))
    expect(snapshotText(snapshot)).toBe(snapshotText(HOSTILE))
    expect(verifySnapshot(snapshot).problems).toEqual([])
    expect((await said(at('hostile'))).code).toBe(0)
  })

  it('cut off anywhere is refused with what to do', async () => {
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.999]) {
      const { code, text } = await said(put('cut', file.text.slice(0, file.text.length * share)))
      // the data of a page comes before its code: a page that lost only that still tells what it holds
      if (code === 0) expect([format, text.includes(SAMPLE.hash)]).toEqual(['html', true])
      else expect([code, /breaks off|damaged|made by/.test(text)]).toEqual([1, true])
    }
  })

  it('altered is refused for its hash', async () => {
    const [altered] = filesOf(format, { ...SAMPLE, title: '别的' })
    const { code, text } = await said(put('altered', altered?.text ?? ''))
    expect([code, text.includes(`the file states ${SAMPLE.hash}`)]).toEqual([1, true])
    const { code: asked, err } = await runCli('query', 'statistics', '--in', at('altered'))
    expect([asked, err.includes('was altered')]).toEqual([1, true])
  })
})

describe('the data slot of a page', () => {
  const [page = { text: '' }] = filesOf('html', SAMPLE)
  const withData = (data: string | Buffer): string => {
    writeFileSync(
      at('slot.html'),
      page.text.replace(/(id="mailuo-data">)[^<]*/, (_, slot: string) => slot + gzipSync(data).toString('base64')),
    )
    return at('slot.html')
  }

  it.each([
    ['a bomb', Buffer.alloc(60_000_000), 'no snapshot does that'],
    ['no JSON', '{"packed":1', 'is damaged'],
    ['columns without rows', '{"packed":1,"articles":[],"nodes":[]}', 'is damaged'],
    ['something else', '{"snapshot":[1]}', 'no mailuo snapshot'],
    ['nothing', 'null', 'is damaged'],
    ['a newer snapshot', '{"snapshot":{"format":"mailuo","version":"9.0"}}', 'has version 9.0'],
  ])('that holds %s is refused', async (_, data, message) => {
    const { code, err } = await runCli('verify', withData(data))
    expect([code, err.includes(message)]).toEqual([1, true])
  })
})
