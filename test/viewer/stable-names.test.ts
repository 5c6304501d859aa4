import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offlinePage } from '../../src/cli/export/offline-page.ts'
import { serveViewer, type ViewerServer } from '../../src/cli/serve.ts'
import { counters, launch, openUrl, skipped } from './browser.ts'
import { generateSnapshot } from './generate.ts'

const snapshot = generateSnapshot({ nodes: 240, edges: 700 })

/** Other tools find their way by these names; each is asked for as loosely as they may and must mean one thing. */
describe.skipIf(skipped)(`names that others rely on${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailuo-names-'))
  const file = join(folder, 'page.html')
  let browser: Browser
  let server: ViewerServer
  beforeAll(async () => {
    browser = await launch()
    server = await serveViewer({ snapshot, port: 0 })
    writeFileSync(file, offlinePage(snapshot))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(folder, { recursive: true })
  })

  const button = (page: Page, name: string) => page.getByRole('button', { name })
  const panel = (page: Page, name: string) => page.getByRole('region', { name })

  describe.each(['served', 'as a file'] as const)('%s', how => {
    const url = (hash = '') => `${how === 'served' ? server.url : pathToFileURL(file).href}?debug=1${hash}`

    it('on a desktop: everything stands there or is one button away', async () => {
      const { page, trouble } = await openUrl(browser, url())
      for (const name of ['筛选', '详情', '图例']) expect(await panel(page, name).isVisible()).toBe(true)
      for (const name of ['撤销', '重做', '路径', '适应画面', 'English'])
        expect(await button(page, name).isVisible()).toBe(true)
      for (const name of ['矩阵', '时间线', '表格', '查询']) {
        await button(page, name).click()
        await panel(page, name).waitFor()
        expect((await counters(page)).shownNodes).toBeGreaterThan(0)
      }
      await button(page, '图谱').click()
      await page.getByRole('searchbox', { name: '搜索' }).fill('回民区')
      await page.keyboard.press('Enter')
      await panel(page, '详情').getByRole('heading', { name: '回民区' }).waitFor()
      const before = (await counters(page)).shownNodes
      await button(page, '展开').click()
      expect((await counters(page)).shownNodes).not.toBe(before)
      const expanded = (await counters(page)).shownNodes
      await button(page, '收起').click()
      expect((await counters(page)).shownNodes).toBeLessThan(expanded)
      await button(page, '撤销').click()
      expect((await counters(page)).shownNodes).toBe(expanded)
      await button(page, '重做').click()
      expect((await counters(page)).shownNodes).toBeLessThan(expanded)
      await button(page, '适应画面').click()
      await button(page, 'English').click()
      await button(page, '中文').click()
      await panel(page, '筛选').waitFor()
      expect(trouble).toEqual([])
      await page.context().close()
    })

    it('on a phone: search, picture and steps stand there, facts come by themselves', async () => {
      const { page, trouble } = await openUrl(browser, url(), { viewport: { width: 390, height: 844 }, hasTouch: true })
      for (const name of ['撤销', '重做', '路径', '适应画面', 'English', '矩阵', '时间线', '表格', '查询'])
        expect(await button(page, name).isVisible()).toBe(true)
      await page.getByLabel('搜索').fill('回民区')
      await page.keyboard.press('Enter')
      await panel(page, '详情').getByRole('heading', { name: '回民区' }).waitFor()
      await button(page, '展开').click()
      await button(page, '筛选').click()
      expect(await panel(page, '筛选').isVisible()).toBe(true)
      expect(await panel(page, '图例').isVisible()).toBe(true)
      expect(trouble).toEqual([])
      await page.context().close()
    })

    it('counts from the first moment, whatever is opened, and cannot be written to', async () => {
      const { page } = await openUrl(browser, url('#v=1&view=matrix'))
      const first = await counters(page)
      expect(first.shownNodes).toBeGreaterThan(0)
      expect(first.labels).toEqual([])
      await button(page, '图谱').click()
      await expect.poll(async () => (await counters(page)).labels.length).toBeGreaterThan(10)
      const { labels, firstFrameMs, lastFrameMs } = await counters(page)
      for (const { text, width, height } of labels)
        expect([text.length > 0, width > 0, height > 0]).toEqual([true, true, true])
      expect(Math.min(firstFrameMs, lastFrameMs)).toBeGreaterThan(0)
      await page.evaluate('try { window.mailuo.shownNodes = -1; window.mailuo = null } catch {}')
      expect((await counters(page)).shownNodes).toBe(first.shownNodes)
      await page.context().close()
    })
  })
})
