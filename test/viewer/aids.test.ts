import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '../../src/snapshot/content-hash.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { counters, launch, type Opened, open, skipped } from './browser.ts'
import { generateSnapshot } from './generate.ts'

const snapshot = generateSnapshot({ nodes: 240, edges: 700 })
const hash = (page: Page) => page.evaluate<string>('location.hash')

describe.skipIf(skipped)(`first use, keys, looks, links${skipped}`, () => {
  let browser: Browser
  let opened: Opened
  beforeAll(async () => {
    browser = await launch()
    opened = await open(browser, snapshot)
  })
  afterAll(async () => {
    await browser?.close()
    await opened?.server.close()
  })
  const details = () => opened.page.getByRole('region', { name: '详情' })

  it('shows a newcomer round once, and nobody who comes by a link', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    const tour = page.getByRole('region', { name: '使用提示' })
    await page.goto(`${opened.server.url}#v=1&scope=all`)
    await page.getByLabel('搜索').waitFor()
    await page.waitForTimeout(1000)
    expect(await tour.count()).toBe(0)
    await page.goto(`${opened.server.url}?again`)
    for (const title of ['谁在推行什么', '找一个名字', '每条关系都有原句', '换一种看法']) {
      await tour.getByRole('heading', { name: title }).waitFor()
      const box = await tour.boundingBox()
      expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1280 && box.y + box.height <= 800).toBe(true)
      await tour.getByRole('button', { name: /下一步|开始使用/ }).click()
    }
    expect(await tour.count()).toBe(0)
    await page.reload()
    await page.getByLabel('搜索').waitFor()
    await page.waitForTimeout(1000)
    expect(await tour.count()).toBe(0)
    await context.close()
  })

  it('lists its keys at ?, and they work', async () => {
    const { page } = opened
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: '快捷键' })
    await help.getByText('展开所选节点').waitFor()
    await page.keyboard.press('4')
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: '图谱', exact: true }).waitFor()
    expect(await help.isVisible()).toBe(false)
    await page.keyboard.press('4')
    await page.getByRole('region', { name: '表格' }).waitFor()
    await page.keyboard.press('1')
    await page.getByRole('region', { name: '图谱', exact: true }).waitFor()
    const before = (await counters(page)).shownNodes
    await page.keyboard.press('/')
    await page.keyboard.type('huiminqu')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await details().getByRole('heading', { name: '回民区' }).waitFor()
    await page.keyboard.press('h')
    await expect.poll(async () => (await counters(page)).shownNodes).toBe(before - 1)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await counters(page)).shownNodes).toBe(before)
    await page.keyboard.press('Escape')
    await details().getByRole('heading', { name: '最近的事实' }).waitFor()
  })

  it('walks from mark to mark by key and opens one', async () => {
    const { page } = opened
    await page.locator('.graph-host').focus()
    const said = page.locator('.graph-status')
    await page.keyboard.press('n')
    await page.keyboard.press('n')
    const name = (await said.textContent())?.split(' · ').at(-1) ?? ''
    expect(name.length).toBeGreaterThan(1)
    await page.keyboard.press('Enter')
    await details().getByRole('heading', { name }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('colours by district and sizes by articles, says what the colours mean, and keeps both in the address', async () => {
    const { page } = opened
    const legend = page.getByRole('region', { name: '图例' })
    await legend.getByLabel('颜色').selectOption('place')
    await legend.getByRole('list', { name: '按区县' }).getByText('回民区').waitFor()
    await legend.getByLabel('大小').selectOption('articles')
    expect(await hash(page)).toMatch(/size=articles&colour=place/)
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('button', { name: '撤销' }).click()
    expect(await hash(page)).not.toContain('colour')
  })

  it('keeps the camera in the address and comes back to it; another picture is shown whole', async () => {
    const { page } = opened
    await page.getByRole('button', { name: '全图' }).click()
    await page.getByRole('button', { name: '放大' }).click()
    await expect.poll(() => hash(page), { timeout: 10_000 }).toContain('cam=')
    const labels = (await counters(page)).labels.map(label => [label.text, Math.round(label.x / 8)])
    const other = await open(browser, snapshot, await hash(page))
    await expect
      .poll(async () => (await counters(other.page)).labels.map(label => [label.text, Math.round(label.x / 8)]))
      .toEqual(labels)
    await other.page.context().close()
    await other.server.close()
    await page.getByRole('button', { name: '总览' }).click()
    expect(await hash(page)).not.toContain('cam=')
  })

  it('lays out by force beside the page: the same twice, and at rest in the end', async () => {
    const { page } = opened
    await page.getByRole('button', { name: '全图' }).click()
    const places = async () =>
      (await counters(page)).labels.map(({ text, x, y }) => [text, Math.round(x), Math.round(y)])
    await page.waitForTimeout(600)
    const stored = await places()
    const run = async () => {
      await page.getByLabel('布局').selectOption('force')
      await page.locator('.graph-status', { hasText: '正在布局' }).waitFor()
      await page.locator('.graph-status', { hasNotText: '正在布局' }).waitFor()
      return places()
    }
    const first = await run()
    expect(first).not.toEqual(stored)
    await page.getByLabel('布局').selectOption('stored')
    await expect.poll(places, { timeout: 10_000 }).toEqual(stored)
    expect(await run()).toEqual(first)
    await page.getByRole('button', { name: '总览' }).click()
  })

  it('shows a place with what lies in it, as a filter that can be taken out', async () => {
    const { page } = opened
    await page.getByLabel('搜索').fill('150103')
    await page.keyboard.press('Enter')
    await details().getByRole('button', { name: '只看这里' }).click()
    await expect.poll(() => hash(page)).toContain('f=place')
    await page.getByRole('button', { name: '去掉 所在区县 回民区' }).click()
    expect(await hash(page)).not.toContain('f=place')
  })

  it('draws a box without Shift once it is switched on', async () => {
    const { page } = opened
    await page.getByRole('button', { name: '总览' }).click()
    await page.getByRole('button', { name: '框选' }).click()
    const box = await page.locator('.graph-host').boundingBox()
    if (!box) throw new Error('the graph has no box')
    await page.mouse.move(box.x + 10, box.y + 60)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 10, { steps: 4 })
    await page.mouse.up()
    await details().getByText('已选 4 个').waitFor()
    expect(await page.getByRole('button', { name: '框选' }).getAttribute('aria-pressed')).toBe('false')
  })

  it('puts saved views, their notes and their steps into a snapshot that verifies', async () => {
    const { page } = opened
    const saved = page.getByRole('region', { name: '已存视图' })
    await saved.getByText('保存视图').first().click()
    await saved.getByLabel('视图名称').fill('四个区')
    await saved.getByLabel('备注').fill('只看区县')
    await saved.getByRole('button', { name: '保存视图' }).click()
    const waiting = page.waitForEvent('download')
    await saved.getByRole('button', { name: '下载带视图的快照' }).click()
    const file = await (await waiting).path()
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Snapshot
    const { hash: told, ...rest } = kept
    expect(told).toBe(contentHash(rest))
    expect(kept.views).toMatchObject([{ name: '四个区', note: '只看区县' }])
    const other = await open(browser, kept)
    await other.page.getByRole('button', { name: '四个区', exact: true }).click()
    await other.page.getByText('已选 4 个').waitFor()
    await other.page.getByRole('button', { name: '撤销' }).click()
    await other.page.getByText('已选 4 个').waitFor({ state: 'hidden' })
    await other.page.context().close()
    await other.server.close()
  })

  it('says beside an answer which names the graph does not hold', async () => {
    const { page } = opened
    await page.keyboard.press('5')
    const panel = page.getByRole('region', { name: '查询' })
    await panel.getByLabel('Cypher 查询').fill('MATCH (n:Programm) RETURN n.name')
    await panel.getByRole('button', { name: '运行' }).click()
    const notices = panel.getByRole('list', { name: '提示' })
    await notices.getByText('Programme').waitFor()
    expect(await notices.getByRole('listitem').count()).toBe(1)
  })

  it('had no error and no refusal by its policy', () => {
    expect(opened.trouble).toEqual([])
  })
})
