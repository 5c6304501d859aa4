import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counters, launch, open, skipped } from './browser.ts'
import { generateSnapshot } from './generate.ts'

const snapshot = generateSnapshot({ nodes: 240, edges: 700 })
const VIEWS = ['图谱', '矩阵', '时间线', '表格', '查询']

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** What axe finds wrong, with the element, so that a failure says where. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate<{ violations: Violation[] }>('axe.run(document)')
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(node => `${id}: ${node.html} ${node.failureSummary}`),
  )
}

describe.skipIf(skipped)(`for everyone${skipped}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true }],
  ] as const)('axe finds nothing in any view, %s', async (_, options) => {
    const { page, server, trouble } = await open(browser, snapshot, '', options)
    for (const name of VIEWS) {
      await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name }).click()
      if (name === '查询') await page.getByRole('button', { name: '运行' }).click()
      expect(await violations(page)).toEqual([])
    }
    expect(trouble).toEqual([])
    await page.context().close()
    await server.close()
  })

  it('axe finds nothing in facts, reader, path and search', async () => {
    const { page, server } = await open(browser, snapshot)
    await page.getByLabel('搜索').fill('回民')
    await page.getByRole('option').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    expect(await violations(page)).toEqual([])
    await page
      .getByRole('button', { name: /处来源/ })
      .first()
      .click()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '读全文' }).first().click()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '返回' }).click()
    await page.getByRole('button', { name: '路径' }).click()
    expect(await violations(page)).toEqual([])
    await page.getByRole('region', { name: '图例' }).getByLabel('颜色').selectOption('place')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '快捷键' }).click()
    expect(await violations(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: '使用提示' }).click()
    await page.getByRole('region', { name: '使用提示' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
    await server.close()
  })

  it('fits a phone: nothing is wider than the screen, facts come as a sheet', async () => {
    const { page, server } = await open(browser, snapshot, '', { viewport: { width: 390, height: 844 } })
    for (const name of VIEWS) {
      await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name }).click()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    }
    await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '图谱' }).click()
    await page.getByLabel('搜索').fill('hmq')
    await page.getByRole('option').first().click()
    await page.getByRole('region', { name: '详情' }).getByRole('heading', { name: '回民区' }).waitFor()
    await page.context().close()
    await server.close()
  })

  it('rebuilds a lost graphics context once, and then stands in', async () => {
    const { page, server } = await open(browser, snapshot)
    const lose = () =>
      page.evaluate(
        "document.querySelector('.graph-host canvas.sigma-nodes').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()",
      )
    await expect.poll(async () => (await counters(page)).labels.length).toBeGreaterThan(10)
    await lose()
    await page.getByText('图形环境丢失，已重建。').waitFor()
    await expect.poll(async () => (await counters(page)).labels.length).toBeGreaterThan(10)
    await lose()
    await page.getByText('这个浏览器不能用 WebGL').waitFor()
    await page.context().close()
    await server.close()
  })

  it('prints the picture and the facts, without what is there to be clicked', async () => {
    const { page, server } = await open(browser, snapshot)
    await page.getByLabel('搜索').fill('回民区')
    await page.keyboard.press('Enter')
    const name = page.getByRole('region', { name: '详情' }).getByRole('heading', { name: '回民区' })
    await name.waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await name.isVisible()).toBe(true)
    expect(await page.locator('.graph-overlay').isVisible()).toBe(true)
    for (const tool of ['展开', '适应画面', '撤销', 'English'])
      expect(await page.getByRole('button', { name: tool, includeHidden: true }).isVisible()).toBe(false)
    await page.context().close()
    await server.close()
  })

  it('respects less motion', async () => {
    const { page, server } = await open(browser, snapshot, '', { reducedMotion: 'reduce' })
    const longest = await page.evaluate<number>(
      "Math.max(...[...document.querySelectorAll('*')].map(e => Math.max(...getComputedStyle(e).transitionDuration.split(',').map(parseFloat))))",
    )
    expect(longest).toBe(0)
    await page.context().close()
    await server.close()
  })
})

describe.skipIf(skipped)(`without WebGL${skipped}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch(['--disable-3d-apis'])
  })
  afterAll(() => browser?.close())

  it('draws the neighbourhood as SVG whose marks are buttons, and keeps every other view', async () => {
    const { page, server, trouble } = await open(browser, snapshot)
    await page.getByText('这个浏览器不能用 WebGL').waitFor()
    const graph = page.getByRole('region', { name: '图谱', exact: true })
    await graph.locator('svg g[role="button"]').nth(3).focus()
    const name = await graph.locator('svg g[role="button"]').nth(3).getAttribute('aria-label')
    await page.keyboard.press('Enter')
    await page
      .getByRole('region', { name: '详情' })
      .getByRole('heading', { name: name ?? '' })
      .waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '表格' }).click()
    await page.getByRole('button', { name: /^节点 / }).waitFor()
    expect(trouble.filter(line => !line.includes('WebGL'))).toEqual([])
    await server.close()
  })
})
