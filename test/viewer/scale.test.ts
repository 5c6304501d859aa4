import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Counters, counters, launch, open, skipped } from './browser.ts'
import { generateSnapshot } from './generate.ts'

function overlapping(labels: Counters['labels']): string[] {
  return labels.flatMap((a, at) =>
    labels
      .slice(at + 1)
      .filter(b => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map(b => `${a.text} / ${b.text}`),
  )
}

describe.skipIf(skipped)(`large graphs${skipped}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  it.each([
    [5000, 20_000],
    [20_000, 60_000],
  ])('%i nodes, %i edges: whole, labelled without overlap, searched, panned', async (nodes, edges) => {
    const { page, server, trouble } = await open(browser, generateSnapshot({ nodes, edges }))
    await page.getByRole('button', { name: '全图' }).click()
    await expect.poll(async () => (await counters(page)).shownNodes, { timeout: 20_000 }).toBe(nodes)
    expect((await counters(page)).shownEdges).toBe(edges)
    await expect.poll(async () => (await counters(page)).labels.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(50)
    expect(overlapping((await counters(page)).labels)).toEqual([])
    await page.locator('.graph-host').focus()
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('+')
    await page.waitForTimeout(600)
    const { labels } = await counters(page)
    expect(labels.length).toBeGreaterThanOrEqual(50)
    expect(overlapping(labels)).toEqual([])
    await page.getByLabel('搜索').fill('huimq')
    await expect.poll(() => page.getByRole('option').first().textContent()).toContain('回民区')
    expect(trouble).toEqual([])
    await page.context().close()
    await server.close()
  })
})
