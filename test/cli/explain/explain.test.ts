import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '../../../src/snapshot/content-hash.ts'
import { parseSnapshot } from '../../../src/snapshot/read.ts'
import { runCli } from '../../helpers/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailuo-explain-'))
const page = join(folder, 'page.txt')
const graph = join(folder, 'graph.json')
const bare = join(folder, 'bare.json')

/** Two townships launch one programme; a community stands in a chain and in a frame. */
const TEXT = `金华市婺城区：院坝里议事忙
近日，浙江省金华市婺城区白龙桥镇推出“院坝议事”机制，让村民自己拿主意。白龙桥镇联合金华市图书馆开展“书香下乡”活动。
汤溪镇也推行“院坝议事”机制，收集意见120条。“院坝议事”机制启动以来，村民点赞。
`

beforeAll(async () => {
  writeFileSync(page, TEXT)
  expect((await runCli('build', page, '-o', graph)).code).toBe(0)
  const { hash: _, ...rest } = parseSnapshot(readFileSync(graph, 'utf8'))
  const snapshot = { ...rest, articles: rest.articles.map(article => ({ ...article, text: null })) }
  writeFileSync(bare, JSON.stringify({ ...snapshot, hash: contentHash(snapshot) }))
})
afterAll(() => rmSync(folder, { recursive: true }))

type Edge = { readonly key: string; readonly attributes: { readonly type: string } }
const edges = (): readonly Edge[] =>
  (JSON.parse(readFileSync(graph, 'utf8')) as { graph: { edges: Edge[] } }).graph.edges

describe('mailuo explain --weights', () => {
  it('argues the relations of a node: what says them, what said so with less weight, what was refused, and the sum', async () => {
    const { code, out } = await runCli('explain', '院坝议事', '--in', graph, '--weights')
    expect(code).toBe(0)
    const argued = out.slice(out.indexOf('为何如此相连'))
    expect(argued).toMatch(/白龙桥镇 \S+ 院坝议事机制\n {6}胜 规则 launches-programme（先验 0\.93/u)
    expect(argued).toMatch(/败 规则 programme-mentioned（.*：已有别的规则说到/u)
    expect(argued).toMatch(/合计 0\.\d\d：any RUNS \+\d\.\d\d，/u)
  })

  it('argues an edge against its rivals: containers that lost', async () => {
    const located = edges().filter(({ attributes }) => attributes.type === 'LOCATED_IN')
    const outs = await Promise.all(located.map(({ key }) => runCli('explain', key, '--in', graph, '--weights')))
    const all = outs.map(({ out }) => out).join('')
    expect(all).toMatch(/胜 规则 container-/u)
    expect(all).toMatch(/不立 白龙桥镇 \S+ 金华市\n {6}败 .*：另有明说的归属/u)
  })

  it('says nothing of edges that no rule read', async () => {
    const mention = edges().find(({ attributes }) => attributes.type === 'MENTIONS') as Edge
    const { out } = await runCli('explain', mention.key, '--in', graph, '--weights')
    expect(out).not.toContain('为何如此相连')
  })

  it('says so where the snapshot has no texts', async () => {
    const { out } = await runCli('explain', '院坝议事', '--in', bare, '--weights')
    expect(out).toContain('made without texts')
  })
})
