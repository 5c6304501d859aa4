import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { SNAPSHOT_VERSION } from '../../src/snapshot/format.ts'
import { runCli } from '../helpers/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailuo-bad-'))
const at = (name: string, content?: string | Uint8Array): string => {
  const path = join(folder, name)
  if (content !== undefined) writeFileSync(path, content)
  return path
}
const good = '# 某镇\n\n本报讯（记者 甲乙）近日，江苏省苏州市昆山市周市镇开展“邻里节”活动，300名居民参加。\n'
const goodGraph = at('good.json')

describe('bad input', () => {
  beforeAll(async () => {
    expect((await runCli('build', at('good.txt', good), '-o', goodGraph)).code).toBe(0)
  })

  it('writes nothing where no page can be read, and leaves a good snapshot alone', async () => {
    const before = readFileSync(goodGraph)
    const { code, out, err } = await runCli('build', join(folder, 'gone.txt'), at('blank.txt', ' \n'), '-o', goodGraph)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('gone.txt')
    expect(err).toContain('nothing is written')
    expect(readFileSync(goodGraph)).toEqual(before)
  })

  it.each([
    ['an empty file', 'empty.txt', ''],
    ['a binary', 'picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['bytes of no encoding', 'broken.txt', Uint8Array.from([0x41, 0xff, 0xfe, 0xfd, 0x80, 0xff, 0x41, 0x0a, 0xff])],
  ])('%s is reported and stops nothing', async (_, name, content) => {
    const bad = at(name, content)
    const output = join(folder, `${name}.json`)
    const { code, out, err } = await runCli('build', at('good.txt'), bad, '-o', output)
    expect(code).toBe(1)
    expect(out).toContain('1 articles')
    expect(err).toContain(name)
    expect(
      err
        .split('\n')
        .filter(line => line.startsWith('  '))
        .join(''),
    ).not.toBe('')
    const { report } = JSON.parse(readFileSync(output, 'utf8')) as { report: { source: string }[] }
    expect(report.some(item => item.source.includes(name))).toBe(true)
  })

  it('a missing file, a folder without pages, an unreadable file', async () => {
    mkdirSync(join(folder, 'hollow'))
    const locked = at('locked.txt', good)
    chmodSync(locked, 0)
    for (const path of [join(folder, 'nowhere.txt'), join(folder, 'hollow')]) {
      const { code, err } = await runCli('build', at('good.txt'), path, '-o', join(folder, 'x.json'))
      expect([code, err.includes(path)]).toEqual([1, true])
    }
    if (process.getuid?.() !== 0) {
      const { code, err } = await runCli('build', at('good.txt'), locked, '-o', join(folder, 'x.json'))
      expect([code, err.includes('locked.txt')]).toEqual([1, true])
    }
  })

  it('a line of 100 MB', async () => {
    const long = at('long.txt', '长'.repeat(35_000_000))
    const { code, err } = await runCli('build', at('good.txt'), long, '-o', join(folder, 'x.json'))
    expect([0, 1]).toContain(code)
    if (code === 1) expect(err).toContain('long.txt')
  }, 300_000)

  it('a snapshot that is cut off, altered, newer, or none', async () => {
    const text = readFileSync(goodGraph, 'utf8')
    const cases: [string, string, RegExp][] = [
      ['cut.json', text.slice(0, text.length / 2), /cut|ends/i],
      ['altered.json', text.replace('周市镇', '周庄镇'), /altered/],
      ['newer.json', text.replace(`"version":"${SNAPSHOT_VERSION}"`, '"version":"9.0"'), /9\.0/],
      ['none.json', '{"a":1}', /no mailuo snapshot/],
    ]
    for (const [name, content, said] of cases) {
      const { code, err } = await runCli('query', 'statistics', '--in', at(name, content))
      expect([name, code]).toEqual([name, 1])
      expect(err).toContain(name)
      expect(err).toMatch(said)
    }
  })

  it('a query name that does not exist, with the one that was meant', async () => {
    const { code, err } = await runCli('query', 'shared-programs', '--in', goodGraph)
    expect(code).toBe(2)
    expect(err).toContain('shared-programmes')
  })

  it('a syntax error, with a caret at its place', async () => {
    const { code, err } = await runCli('query', 'MATCH (n RETURN n', '--in', goodGraph)
    expect(code).toBe(1)
    expect(err).toMatch(/\n *\^/)
  })

  it.each([
    'CREATE (n)',
    'MATCH (n) SET n.x = 1',
    'MATCH (n) DETACH DELETE n',
    "LOAD CSV FROM 'file:///x' AS row RETURN row",
  ])('a query that writes or loads: %s', async cypher => {
    const { code, err } = await runCli('query', cypher, '--in', goodGraph)
    expect(code).toBe(1)
    expect(err.length).toBeGreaterThan(20)
  })

  it('a parameter that the query does not have, or that is of another type', async () => {
    const unknown = await runCli('query', 'shared-programmes', '--in', goodGraph, '--param', 'most=3')
    expect([unknown.code, unknown.err.includes('least')]).toEqual([2, true])
    const wrong = await runCli('query', 'shared-programmes', '--in', goodGraph, '--param', 'least=many')
    expect([wrong.code, wrong.err.includes('integer')]).toEqual([2, true])
  })
})
