import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { runCli } from '../helpers/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailuo-journey-'))
const graph = join(folder, 'g.json')
const pages = ['01-回民区', '02-城区版面', '03-盟市网页', '04-首府综合', '05-简讯'].map(
  name => `seeds/pages/${name}.txt`,
)

describe('from the sample corpus to answers', () => {
  let built: Awaited<ReturnType<typeof runCli>>
  let snapshot: Snapshot

  beforeAll(async () => {
    built = await runCli('build', ...pages, '-o', graph)
    snapshot = JSON.parse(readFileSync(graph, 'utf8')) as Snapshot
  })

  it('builds, tells counts, and leaves no journal', () => {
    expect(built.code).toBe(0)
    expect(built.out).toContain('17 articles')
    expect(snapshot.articles).toHaveLength(17)
    expect(() => readFileSync(`${graph}.mailuo-journal`)).toThrow()
  })

  it('gives the same bytes again, in any order of arguments', async () => {
    const again = join(folder, 'again.json')
    const [first = '', ...rest] = pages
    await runCli('build', ...rest.reverse(), first, '-o', again)
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(graph, 'utf8'))
  })

  it('verifies', async () => {
    const { code, out } = await runCli('verify', graph)
    expect([code, out.includes('sound')]).toEqual([0, true])
  })

  it('backs every relation with a sentence of its article', () => {
    const texts = new Map(snapshot.articles.map(article => [article.id, article.text ?? '']))
    const evidence = snapshot.graph.edges.flatMap(edge => edge.attributes.evidence)
    expect(evidence.length).toBeGreaterThan(100)
    for (const { article, start, end, quote } of evidence) expect(texts.get(article)?.slice(start, end)).toBe(quote)
  })

  it('answers a question of the catalogue in every format', async () => {
    const ask = (format: string) => runCli('query', 'shared-programmes', '--in', graph, '--format', format)
    expect((await ask('table')).out).toContain('红蜂驿站')
    expect((await ask('md')).out).toContain('| 红蜂驿站 |')
    expect((await ask('csv')).out.startsWith('programme,')).toBe(true)
    const rows = JSON.parse((await ask('json')).out) as { programme: string; districts: string[] }[]
    expect(rows.find(row => row.programme === '红蜂驿站')?.districts).toEqual(
      expect.arrayContaining(['回民区', '赛罕区']),
    )
  })

  it('answers free Cypher with parameters', async () => {
    const cypher = 'MATCH (p:Place {name: $name})-[:RUNS]->(x) RETURN count(x) AS n'
    const { out } = await runCli('query', cypher, '--in', graph, '--param', 'name=回民区', '--format', 'json')
    expect((JSON.parse(out) as { n: number }[])[0]?.n).toBeGreaterThan(2)
  })

  it('explains a district and a programme by their sentences', async () => {
    const { code, out } = await runCli('explain', '回民区', '--in', graph)
    expect(code).toBe(0)
    expect(out).toContain('150103')
    expect(out).toMatch(/“[^”]*红蜂驿站/)
    const weights = await runCli('explain', '红蜂驿站', '--in', graph, '--weights')
    expect(weights.out).toContain('胜')
  })

  it('goes on after a build that was cut off', async () => {
    const resumed = join(folder, 'resumed.json')
    const journal = `${resumed}.mailuo-journal`
    await runCli('build', ...pages.slice(0, 3), '-o', join(folder, 'part.json'))
    const { openJournal } = await import('../../src/cli/journal.ts')
    const { generator } = await import('../../src/cli/version.ts')
    const { readSources } = await import('../../src/cli/read-sources.ts')
    for await (const _ of readSources(pages.slice(0, 3), { jobs: 1, known: openJournal(journal, generator()) }));
    writeFileSync(journal, `${readFileSync(journal, 'utf8')}{"generator":"cut off in the mid`)
    const { err } = await runCli('build', ...pages, '-o', resumed)
    expect(err).toContain('going on after 3 pages')
    expect(readFileSync(resumed, 'utf8')).toBe(readFileSync(graph, 'utf8'))
  })
})
