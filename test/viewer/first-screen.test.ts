import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counters, launch, type Opened, open, skipped } from './browser.ts'
import { generateSnapshot } from './generate.ts'

const snapshot = generateSnapshot({ nodes: 240, edges: 700 })

describe.skipIf(skipped)(`the first screen${skipped}`, () => {
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

  it('is no hairball: districts and what ties them, counts, questions', async () => {
    const { page } = opened
    const { shownNodes, shownEdges, firstFrameMs } = await counters(page)
    expect(shownNodes).toBeGreaterThan(4)
    expect(shownNodes).toBeLessThan(80)
    expect(shownEdges).toBeGreaterThan(shownNodes / 2)
    expect(firstFrameMs).toBeGreaterThan(0)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(snapshot.title)
    expect(await page.getByRole('button', { name: '哪些区县推行了同一个项目？' }).isVisible()).toBe(true)
    const places = snapshot.graph.nodes.filter(node => node.attributes.type === 'Place').length
    expect(await page.getByRole('list', { name: '按类型浏览' }).getByRole('button').first().textContent()).toContain(
      String(places),
    )
  })

  it('shows the whole graph one click away', async () => {
    const { page } = opened
    await page.getByRole('button', { name: '全图' }).click()
    const entities = snapshot.graph.nodes.filter(node => node.attributes.type !== 'Figure').length
    expect((await counters(page)).shownNodes).toBe(entities)
    await page.getByRole('button', { name: '总览' }).click()
    expect((await counters(page)).shownNodes).toBeLessThan(entities)
  })

  it.each([
    ['hanzi in the middle', '民区', '回民区'],
    ['pinyin', 'huiminqu', '回民区'],
    ['initials', 'hmq', '回民区'],
    ['syllables and initials mixed', 'huimq', '回民区'],
    ['another reading of a character', 'xinchengqu', '新城区'],
    ['the division code', '150103', '回民区'],
  ])('finds by %s', async (_, typed, name) => {
    const { page } = opened
    await page.getByLabel('搜索').fill(typed)
    await expect
      .poll(() =>
        page
          .getByRole('option')
          .first()
          .textContent()
          .catch(() => ''),
      )
      .toContain(name)
    await page.keyboard.press('Escape')
  })

  it('is driven by keys: slash, arrows, Enter opens the facts', async () => {
    const { page } = opened
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('/')
    await page.keyboard.type('hmq')
    await page.getByRole('option').nth(1).waitFor()
    const second = await page.getByRole('option').nth(1).locator('.hit-name').textContent()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page
      .getByRole('region', { name: '详情' })
      .getByRole('heading', { name: second ?? '' })
      .waitFor()
  })

  it('speaks English on demand and Chinese again', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Whole graph' }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('en')
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('button', { name: '全图' }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-Hans')
  })

  it('had no error and no refusal by its policy', () => {
    expect(opened.trouble).toEqual([])
  })
})
