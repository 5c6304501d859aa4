import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counters, launch, type Opened, open, skipped } from './browser.ts'
import { generateSnapshot } from './generate.ts'

const snapshot = generateSnapshot({ nodes: 240, edges: 700 })

describe.skipIf(skipped)(`facts and their sources${skipped}`, () => {
  let browser: Browser
  let opened: Opened
  beforeAll(async () => {
    browser = await launch()
    opened = await open(browser, snapshot, '', { permissions: ['clipboard-read', 'clipboard-write'] })
  })
  afterAll(async () => {
    await browser?.close()
    await opened?.server.close()
  })
  const details = () => opened.page.getByRole('region', { name: '详情' })

  it('tells what a node is, its figures, relations and articles', async () => {
    const { page } = opened
    await page.getByLabel('搜索').fill('回民区')
    await page.keyboard.press('Enter')
    await details().getByRole('heading', { name: '回民区' }).waitFor()
    const text = (await details().textContent()) ?? ''
    expect(text).toContain('150103')
    expect(text).toContain('县级')
    expect(text).toContain('位于')
    expect(text).toContain('推行')
    const links = snapshot.graph.edges.filter(
      edge => edge.attributes.type === 'RUNS' && edge.source === 'place:150103',
    ).length
    expect(text).toContain(`推行 ${links}`)
  })

  it('opens a relation with the clause marked inside its article', async () => {
    const { page } = opened
    await details()
      .getByRole('button', { name: /处来源/ })
      .first()
      .click()
    const marked = await details().locator('blockquote mark').allTextContents()
    const quotes = new Set(snapshot.graph.edges.flatMap(edge => edge.attributes.evidence.map(item => item.quote)))
    expect(quotes.has(marked.join(''))).toBe(true)
    const rule = await details().locator('.evidence-meta code').first().textContent()
    expect(rule).toMatch(/^made-/)
    await details().getByRole('button', { name: '读全文' }).first().click()
    await page.locator('.reader-text mark').first().waitFor()
    const inReader = await page.locator('.reader-text mark').allTextContents()
    expect(quotes.has(inReader.join(''))).toBe(true)
  })

  it('marks every mention of the article and goes back to the graph from one', async () => {
    const mention = details().locator('.reader-text button.mention').first()
    const name = await mention.getAttribute('title')
    await mention.click()
    await details()
      .getByRole('heading', { name: name ?? '' })
      .waitFor()
  })

  it('copies a quote as a citation with title, date and hash', async () => {
    const { page } = opened
    await details()
      .getByRole('button', { name: /处来源/ })
      .first()
      .click()
    await details().getByRole('button', { name: '复制引文' }).first().click()
    await details().getByText('已复制').waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toMatch(/^“.+”，《基层治理见闻之\d+》，.+20\d\d-.+sha256:000000000000$/)
  })

  it('opens the facts behind a line of the picture', async () => {
    const edge = snapshot.graph.edges.find(one => one.attributes.type === 'RUNS')
    if (!edge) throw new Error('the graph has no RUNS')
    const pair = encodeURIComponent([edge.source, edge.target].map(encodeURIComponent).join(','))
    const { page, server } = await open(browser, snapshot, `#v=1&scope=set&set=${pair}&layout=columns`)
    await expect.poll(async () => (await counters(page)).shownNodes).toBe(2)
    const box = await page.locator('.graph-host').boundingBox()
    if (!box) throw new Error('the graph has no box')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 + 2)
    const fact = page.getByRole('region', { name: '详情' }).locator('.fact').first()
    expect(await fact.locator('mark').first().textContent()).toBeTruthy()
    await page.context().close()
    await server.close()
  })

  it('had no error and no refusal by its policy', () => {
    expect(opened.trouble).toEqual([])
  })
})
