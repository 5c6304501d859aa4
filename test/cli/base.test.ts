import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../src/graph/seeded.ts'
import { judgementLine } from '../../src/judge/judgements.ts'
import { sign } from '../../src/judge/sign.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { runCli } from '../helpers/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailuo-base-'))
const at = (name: string) => join(folder, name)
const SEEDS = ['01-回民区', '02-城区版面', '03-盟市网页', '04-首府综合', '05-简讯']
const pages = SEEDS.map(name => `${folder}/${name}.txt`)
const [first = '', ...later] = pages
const text = (name: string) => readFileSync(at(name), 'utf8')
const snapshotIn = (name: string) => JSON.parse(text(name)) as Snapshot

async function build(output: string, ...args: string[]) {
  const { code, err } = await runCli('build', ...args, '-o', at(output))
  return { code, err }
}

beforeAll(async () => {
  for (const name of SEEDS) copyFileSync(`seeds/pages/${name}.txt`, `${folder}/${name}.txt`)
  await build('all.json', ...pages)
  await build('old.json', first, pages[2] ?? '')
})

describe('mailuo build --base', () => {
  it('gives the bytes of a build from all pages, in any split', async () => {
    await build('new.json', ...later.filter(page => page !== pages[2]), '--base', at('old.json'))
    expect(text('new.json')).toBe(text('all.json'))
    await build('step.json', later[0] ?? '', '--base', at('old.json'))
    await build('step.json', ...later.slice(2), '--base', at('step.json'))
    expect(text('step.json')).toBe(text('all.json'))
  })

  it('does so where an article stands in two sources, and where the one that was kept goes', async () => {
    const double = at('00-转载.txt')
    copyFileSync(first, double)
    await build('double-all.json', ...pages, double)
    await build('double.json', double, '--base', at('all.json'))
    expect(text('double.json')).toBe(text('double-all.json'))
    writeFileSync(double, readFileSync(pages[4] ?? ''))
    await build('gone-all.json', ...pages, double)
    await build('gone.json', double, '--base', at('double.json'))
    expect(text('gone.json')).toBe(text('gone-all.json'))
  })

  it('replaces what a page said before, and what was left out of it', async () => {
    const torn = at('torn.txt')
    writeFileSync(torn, Uint8Array.from([0, 1, 2, 3, 0xff, 0xfe, 0]))
    const { code } = await build('torn.json', torn, '--base', at('old.json'))
    expect(code).toBe(1)
    copyFileSync(pages[1] ?? '', torn)
    await build('mended-all.json', first, pages[2] ?? '', torn)
    await build('mended.json', torn, '--base', at('torn.json'))
    expect(text('mended.json')).toBe(text('mended-all.json'))
  })

  it('keeps what stayed in its place where that is asked for, and is else the same', async () => {
    await build('kept.json', ...later, '--base', at('old.json'), '--keep-places')
    const old = new Map(snapshotIn('old.json').graph.nodes.map(node => [node.key, node.attributes]))
    const { graph } = snapshotIn('kept.json')
    const stayed = graph.nodes.filter(
      ({ key, attributes }) => old.has(key) && !['Figure', 'Author'].includes(attributes.type),
    )
    expect(stayed.length).toBeGreaterThan(30)
    for (const { key, attributes } of stayed)
      expect(attributes).toMatchObject({ x: old.get(key)?.x, y: old.get(key)?.y })
    expect((await runCli('diff', at('all.json'), at('kept.json'))).code).toBe(0)
  })

  it('applies judgements without any page, and takes them back', async () => {
    const node = snapshotIn('all.json').graph.nodes.find(one => one.attributes.name === '红蜂驿站')?.key ?? ''
    const signature = { author: '甲', reason: '更名', time: '2026-01-01' }
    const judgement = sign({ judge: 'rename', node, name: '红蜂骑手驿站' }, signature)
    writeFileSync(at('j.jsonl'), judgementLine(judgement))
    const { err } = await build('judged.json', '--base', at('all.json'), '--judgements', at('j.jsonl'))
    expect(err).toContain('1 judgements, 0 of them in doubt')
    await build('judged-all.json', ...pages, '--judgements', at('j.jsonl'))
    expect(text('judged.json')).toBe(text('judged-all.json'))
    expect(text('judged.json')).toContain('红蜂骑手驿站')
    writeFileSync(at('back.jsonl'), judgementLine(sign({ judge: 'withdraw', of: judgement.id }, signature)))
    await build('back.json', '--base', at('judged.json'), '--judgements', at('back.jsonl'))
    expect(snapshotIn('back.json').graph).toEqual(snapshotIn('all.json').graph)
  })

  it('refuses a base that it cannot build upon, and says why', async () => {
    await runCli('export', at('all.json'), '-f', 'snapshot', '-o', at('part.json'), '--scope', 'type:Place')
    const tries = [at('part.json'), 'test/snapshot/old/1.0.mailuo', at('none.json')]
    const said = await Promise.all(tries.map(base => runCli('build', first, '--base', base, '-o', at('x.json'))))
    expect(said.map(one => one.code)).toEqual([1, 1, 1])
    expect(said[0]?.err).toContain('a part, or of an older version')
    expect(said[2]?.err).toContain('there is no such file')
    expect(existsSync(at('x.json'))).toBe(false)
  })
})

describe('a build that is killed', () => {
  const CHILD = fileURLToPath(new URL('./build-child.ts', import.meta.url))
  const KILLS = 20
  /** About three lines of the journal: some runs get through two pages, some through none. */
  const MOST = 45_000

  /** Starts a build that dies once it has written so many bytes of its journal. @returns whether it did */
  const killed = (args: readonly string[], bytes: number) =>
    new Promise<boolean>(resolve => {
      const env = { ...process.env, MAILUO_DIE_AFTER: String(bytes) }
      const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...args], { stdio: 'ignore', env })
      child.once('exit', (_, signal) => resolve(signal === 'SIGKILL'))
    })

  it('goes on where it stopped, 20 times, and ends with the same bytes', async () => {
    const many = at('many')
    mkdirSync(many)
    const brief = readFileSync(pages[4] ?? '', 'utf8')
    for (let i = 0; i < 60; i++) writeFileSync(join(many, `${i}.txt`), brief.replaceAll('社区', `社区第${i}小区`))
    await build('many.json', many, '-j', '1')
    const output = at('killed.json')
    const journal = `${output}.mailuo-journal`
    const random = seededRandom(8)
    let kills = 0
    for (let i = 0; i < KILLS; i++) {
      if (await killed(['build', many, '-o', output, '-j', '1'], 1 + Math.floor(random() * MOST))) kills++
    }
    expect(kills).toBe(KILLS)
    expect(existsSync(output)).toBe(false)
    const { err } = await build('killed.json', many, '-j', '1')
    expect(err).toMatch(/going on after \d+ pages/)
    expect(text('killed.json')).toBe(text('many.json'))
    expect(existsSync(journal)).toBe(false)
  }, 400_000)
})
