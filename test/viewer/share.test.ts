import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offlinePage } from '../../src/cli/export/offline-page.ts'
import { EXPORTERS } from '../../src/export/exporters.ts'
import { changedSnapshot } from '../../src/export/head.ts'
import { parseJudgements } from '../../src/judge/judgements.ts'
import { contentHash } from '../../src/snapshot/content-hash.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { parseSnapshot, readSnapshot } from '../../src/snapshot/read.ts'
import { snapshotText } from '../../src/snapshot/write.ts'
import { counters, launch, openUrl, skipped } from './browser.ts'
import { generateSnapshot } from './generate.ts'

const sealed = (snapshot: Snapshot, head: object = {}): Snapshot => {
  const bare = changedSnapshot(snapshot, head, false)
  return { ...bare, hash: contentHash(bare) }
}
const noPython = spawnSync('python3', ['--version']).status !== 0
const SNAPSHOT = sealed(generateSnapshot({ nodes: 240, edges: 700 }), { title: '样例', author: '甲', cite: '甲：样例' })

describe.skipIf(skipped)(`a page that is passed on${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailuo-share-'))
  const at = (name: string) => join(folder, name)
  let browser: Browser
  const openFile = (name: string, hash = '') =>
    openUrl(browser, `${pathToFileURL(at(name)).href}?debug=1${hash}`, { offline: true, acceptDownloads: true })

  let saved = 0
  /** Clicks and keeps what the page hands over. @returns its path */
  async function kept(page: Page, act: () => Promise<void>): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), act()])
    saved += 1
    const path = at(`${saved}-${download.suggestedFilename()}`)
    await download.saveAs(path)
    return path
  }
  const share = (page: Page) => page.locator('details.share')
  const openShare = (page: Page) => share(page).locator('summary').click()

  beforeAll(async () => {
    browser = await launch()
    writeFileSync(at('page.html'), offlinePage(SNAPSHOT))
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  it('writes every format itself, the same bytes as the command line', async () => {
    for (const exporter of EXPORTERS) {
      const files = exporter.write(SNAPSHOT, {})
      const { page, trouble } = await openFile('page.html')
      await openShare(page)
      await page.getByLabel('格式').selectOption(exporter.format)
      const path = await kept(page, () => page.getByRole('button', { name: '导出' }).click())
      expect(trouble).toEqual([])
      await page.close()
      if (files.length === 1) expect(readFileSync(path, 'utf8')).toBe(files[0]?.text)
      else if (!noPython) {
        const { status } = spawnSync('python3', ['-m', 'zipfile', '-e', path, at(exporter.format)])
        expect(status).toBe(0)
        for (const { suffix, text } of files) {
          expect(readFileSync(join(at(exporter.format), `样例${suffix}`), 'utf8')).toBe(text)
        }
      }
    }
  }, 240_000)

  it('writes the snapshot, whole and in part, so that the command line takes it', async () => {
    const { page } = await openFile('page.html')
    await openShare(page)
    await page.getByLabel('格式').selectOption('snapshot')
    const whole = await kept(page, () => page.getByRole('button', { name: '导出' }).click())
    expect(readFileSync(whole, 'utf8')).toBe(snapshotText(SNAPSHOT))
    await page.close()
    const other = (await openFile('page.html')).page
    await openShare(other)
    await other.getByLabel('格式').selectOption('snapshot')
    await other.getByLabel('导出范围').selectOption('current')
    const part = await kept(other, () => other.getByRole('button', { name: '导出' }).click())
    const snapshot = parseSnapshot(readFileSync(part, 'utf8'))
    const { shownNodes } = await counters(other)
    const entities = snapshot.graph.nodes.filter(
      node => !['Article', 'Author', 'Figure'].includes(node.attributes.type),
    )
    expect(entities.length).toBeGreaterThanOrEqual(shownNodes)
    expect(entities.length).toBeLessThan(240)
    await other.close()
  })

  it('draws what is on screen as PNG and SVG with title, legend and source', async () => {
    const { page, trouble } = await openFile('page.html')
    await openShare(page)
    const svg = await kept(page, () => page.getByRole('button', { name: '图片 SVG' }).click())
    const text = readFileSync(svg, 'utf8')
    expect(text).toMatch(/<text[^>]*>样例<\/text>/)
    expect(text).toContain(`sha256 ${SNAPSHOT.hash.slice(0, 16)}`)
    expect(text).toContain('>项目</text>')
    await page.close()
    const other = (await openFile('page.html')).page
    await openShare(other)
    const png = await kept(other, () => other.getByRole('button', { name: '图片 PNG' }).click())
    const bytes = readFileSync(png)
    expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(20)]).toEqual(['PNG', 2260])
    expect(bytes.length).toBeGreaterThan(50_000)
    expect(trouble).toEqual([])
    await other.close()
  })

  it('saves itself anew with what is on screen and what was judged; the new page works as the old', async () => {
    const { page } = await openFile('page.html', '#v=1&scope=all')
    await page.getByLabel('搜索').fill('hmq')
    await page.keyboard.press('Enter')
    await page.locator('details.judge summary').click()
    await page.getByLabel('新名称').fill('回民区（市辖）')
    await page.getByRole('button', { name: '改名' }).click()
    await page.getByRole('button', { name: /^不是/ }).click()
    await page.getByRole('button', { name: /^撤回/ }).first().click()
    const lines = await kept(page, () => page.getByRole('button', { name: '保存判断文件' }).click())
    const judgements = parseJudgements(readFileSync(lines, 'utf8'), 'j')
    expect(judgements.map(one => one.judge)).toEqual(['rename', 'not', 'withdraw'])
    await page.close()
    const again = (await openFile('page.html', '#v=1&scope=all')).page
    await openShare(again)
    const path = await kept(again, () => again.getByRole('button', { name: '另存为网页' }).click())
    const snapshot = await readSnapshot(path)
    expect(snapshot.views).toHaveLength(SNAPSHOT.views.length + 1)
    const { page: next, trouble } = await openUrl(browser, `${pathToFileURL(path).href}?debug=1`, { offline: true })
    await next.getByRole('button', { name: '核对校验值' }).click()
    await next.getByText('校验值相符').waitFor()
    await next.getByRole('button', { name: '查询' }).click()
    await next.getByLabel('Cypher 查询').fill('MATCH (n:Place) RETURN count(n) AS places')
    await next.getByRole('button', { name: '运行' }).click()
    await next.getByText(/^1 行，/).waitFor()
    expect(trouble).toEqual([])
  })

  it('says where its content does not have the hash that it states', async () => {
    writeFileSync(at('altered.html'), offlinePage({ ...SNAPSHOT, title: '别的' }))
    const { page } = await openFile('altered.html')
    await page.getByRole('button', { name: '核对校验值' }).click()
    await page.getByText('校验值不符').waitFor()
    await expect(readSnapshot(at('altered.html'))).rejects.toThrow('was altered')
  })

  it('compares itself with an earlier file, JSON or page', async () => {
    const nodes = SNAPSHOT.graph.nodes.map(node =>
      node.attributes.name === '回民区' ? { ...node, attributes: { ...node.attributes, name: '回民旧区' } } : node,
    )
    const old = sealed({ ...SNAPSHOT, graph: { ...SNAPSHOT.graph, nodes } })
    writeFileSync(at('old.json'), snapshotText(old))
    writeFileSync(at('old.html'), offlinePage(old))
    const { page, trouble } = await openFile('page.html')
    await page.locator('details.difference summary').click()
    for (const name of ['old.json', 'old.html']) {
      await page.locator('details.difference input').setInputFiles(at(name))
      await page.getByText('名称：回民旧区 → 回民区').waitFor()
    }
    await page.locator('details.difference input').setInputFiles(at('page.html'))
    await page.getByText('没有不同').waitFor()
    expect(trouble).toEqual([])
  })

  it('refuses data that unpacks without end, and so does the command line', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000)).toString('base64')
    const html = offlinePage(SNAPSHOT).replace(/(id="mailuo-data">)[^<]*/, (_, slot: string) => slot + bomb)
    writeFileSync(at('bomb.html'), html)
    const page = await browser.newPage()
    await page.goto(pathToFileURL(at('bomb.html')).href)
    await page.getByRole('alert').getByText('大得离谱').waitFor()
    await expect(readSnapshot(at('bomb.html'))).rejects.toThrow('no snapshot does that')
  })
})
