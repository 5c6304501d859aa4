import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { EXPORTERS } from '../../src/export/exporters.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { readSnapshot } from '../../src/snapshot/read.ts'
import { verifySnapshot } from '../../src/snapshot/verify.ts'
import { writeSnapshot } from '../../src/snapshot/write.ts'
import { runCli } from '../helpers/run-cli.ts'
import { generateSnapshot } from '../store/generate-snapshot.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailuo-export-cli-'))
const at = (name: string) => join(folder, name)
const graph = at('g.json')
const entities = (snapshot: Snapshot) =>
  snapshot.graph.nodes.filter(node => !['Article', 'Author', 'Figure'].includes(node.attributes.type))
const namesIn = (snapshot: Snapshot) => entities(snapshot).map(node => node.attributes.name)

beforeAll(async () => {
  await runCli('build', 'seeds/pages', '-o', graph, '-j', '1')
})

/** A part as a snapshot, which verifies. */
async function part(...args: string[]): Promise<Snapshot> {
  const { code, err } = await runCli('export', graph, '--format', 'snapshot', '-o', at('part.json'), ...args)
  expect([code, err.includes('mailuo:')]).toEqual([0, false])
  const snapshot = await readSnapshot(at('part.json'))
  expect(verifySnapshot(snapshot).problems).toEqual([])
  return snapshot
}

describe('mailuo export', () => {
  it('writes every format, says how large it is before it does, and leaves no half file', async () => {
    for (const { format } of EXPORTERS) {
      const { code, out, err } = await runCli('export', graph, '--format', format, '-o', at(`all-${format}`))
      expect([code, out.startsWith('wrote ')]).toEqual([0, true])
      expect(err).toMatch(/\d\.\d\d MB/)
    }
    expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['all-csv-nodes.csv', 'all-csv-edges.csv', 'all-gexf']))
  })

  it('takes a place with all that lies in it', async () => {
    const snapshot = await part('--scope', 'place:回民区')
    expect(namesIn(snapshot)).toEqual(expect.arrayContaining(['回民区', '红蜂驿站']))
    expect(namesIn(snapshot)).not.toContain('赤峰市')
    expect(snapshot.scope).toBe('place:回民区')
    const inside = snapshot.graph.nodes.filter(node => node.attributes.code?.startsWith('150103'))
    expect(inside.length).toBeGreaterThan(2)
  })

  it('takes types, dates, a query, and one scope within another', async () => {
    const types = await part('--scope', 'type:Place,项目')
    expect(new Set(entities(types).map(node => node.attributes.type))).toEqual(new Set(['Place', 'Programme']))
    const dated = await part('--scope', 'date:2024-07')
    const dates = dated.graph.edges.flatMap(edge => edge.attributes.evidence.map(one => one.date ?? ''))
    expect(dates.some(date => date.startsWith('2024-07'))).toBe(true)
    const query = 'query:MATCH p = (:Place {name: "回民区"})-[:RUNS]->(:Programme) RETURN p'
    const runs = await part('--scope', query)
    expect(new Set(runs.graph.edges.map(edge => edge.attributes.type))).toContain('RUNS')
    const both = await part('--scope', 'place:回民区', '--scope', 'type:Programme')
    expect(new Set(entities(both).map(node => node.attributes.type))).toEqual(new Set(['Programme']))
  })

  it('says who made it and how to cite it, and can leave the texts out', async () => {
    const head = ['--title', '回民区', '--author', '甲', '--licence', 'CC BY 4.0', '--cite', '甲：回民区']
    const snapshot = await part(...head, '--without-texts')
    expect(snapshot).toMatchObject({ title: '回民区', author: '甲', licence: 'CC BY 4.0', cite: '甲：回民区' })
    expect(snapshot.articles.map(article => article.text)).toEqual(snapshot.articles.map(() => null))
    expect(snapshot.graph.edges.flatMap(edge => edge.attributes.evidence).length).toBeGreaterThan(100)
  })

  it('warns over 10 MB', async () => {
    const large = at('large.json')
    await writeSnapshot(generateSnapshot({ entities: 9000, statements: 30_000, articles: 900 }), large)
    const { err } = await runCli('export', large, '--format', 'json', '-o', at('large-out.json'))
    expect(err).toContain('more than 10.00 MB')
  })

  it.each([
    [['--format', 'gexff'], 'did you mean gexf'],
    [['--format', 'png'], 'here there is svg'],
    [[], 'a format is needed'],
    [['--format', 'csv', '-o', '-'], 'name them with -o'],
    [['--format', 'gexf', '--scope', 'colour:red'], 'is no scope'],
    [['--format', 'gexf', '--scope', 'type:Village'], "there is no type 'Village'"],
    [['--format', 'gexf', '--scope', 'place:亚特兰蒂斯'], 'nothing in the snapshot is called'],
    [['--format', 'gexf', '--scope', 'date:soon'], 'no stretch of time'],
    [['--format', 'gexf', '--scope', 'date:1999'], 'nothing is left'],
    [['--format', 'gexf', '--scope', 'query:MATCH (n) RETURN n.name'], 'names no part of the graph'],
  ])('refuses %j: %s', async (args, message) => {
    const { code, err } = await runCli('export', graph, ...args)
    expect(code).not.toBe(0)
    expect(err).toContain(message)
  })

  it('does not write over what it reads', async () => {
    const { code } = await runCli('export', graph, '--format', 'json', '-o', graph)
    expect(code).toBe(2)
    expect((await runCli('verify', graph)).code).toBe(0)
  })

  it('says what is wrong with a page that is cut off, empty or not ours', async () => {
    const cases: readonly [string, string][] = [
      ['<!doctype html><html><script type="text/plain" id="mailuo-data">H4sIAAAA', 'breaks off'],
      ['<!doctype html><html><script type="text/plain" id="mailuo-data"></script>', 'the empty viewer'],
      ['<!doctype html><html><script type="text/plain" id="mailuo-data">H4sI</script>', 'is damaged'],
      ['<!doctype html><html></html>', 'not made by mailuo'],
    ]
    for (const [text, message] of cases) {
      writeFileSync(at('page.html'), text)
      const { code, err } = await runCli('verify', at('page.html'))
      expect([code, err.includes(message), readFileSync(at('page.html'), 'utf8')]).toEqual([1, true, text])
    }
  })
})

describe('mailuo diff', () => {
  it('tells by its exit code and writes every format', async () => {
    expect((await runCli('diff', graph, graph)).code).toBe(0)
    await part('--scope', 'type:Place')
    for (const format of ['text', 'json', 'md', 'html']) {
      const { code, out } = await runCli('diff', at('part.json'), graph, '--format', format)
      expect([code, out.includes('红蜂驿站')]).toEqual([1, true])
    }
    expect((await runCli('diff', graph)).code).toBe(2)
    expect(await runCli('diff', graph, at('none.json'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such file'),
    })
    expect((await runCli('diff', graph, at('part.json'), '-q')).out).toBe('')
  })
})

describe('mailuo review', () => {
  it('lists pairs, as a table and as JSON lines', async () => {
    const { code, out } = await runCli('review', graph, '--limit', '3')
    expect([code, out.includes('pairs')]).toEqual([0, true])
    const lines = (await runCli('review', graph, '--json')).out.split('\n').filter(Boolean)
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ a: expect.any(String), worth: expect.any(Number) })
  })
})
