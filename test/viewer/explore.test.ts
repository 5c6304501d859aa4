import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counters, launch, type Opened, open, skipped } from './browser.ts'
import { generateSnapshot } from './generate.ts'

const snapshot = generateSnapshot({ nodes: 240, edges: 700 })

describe.skipIf(skipped)(`exploring${skipped}`, () => {
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
  const filters = () => opened.page.getByRole('region', { name: '筛选' })
  const chain = () => opened.page.getByRole('group', { name: '已选条件' })
  const shown = async () => (await counters(opened.page)).shownNodes
  const choose = async (name: string) => {
    await opened.page.getByLabel('搜索').fill(name)
    await opened.page.keyboard.press('Enter')
    await details().getByRole('heading', { name }).waitFor()
  }

  it('expands by type with the counts told before, collapses, undoes and redoes', async () => {
    const { page } = opened
    await choose('玉泉区')
    const offer = details().getByRole('button', { name: /^人物 0 \/ \d+$/ })
    const people = Number((await offer.textContent())?.match(/\d+$/)?.[0])
    expect(people).toBeGreaterThan(0)
    await offer.click()
    expect(await shown()).toBe(people + 1)
    await details().getByRole('button', { name: '展开', exact: true }).click()
    const expanded = await shown()
    expect(expanded).toBeGreaterThan(people + 1)
    expect(expanded).toBeLessThanOrEqual(people + 1 + 30)
    await details().getByRole('button', { name: '收起' }).click()
    const collapsed = await shown()
    expect(collapsed).toBeLessThan(expanded)
    await page.getByRole('button', { name: '撤销' }).click()
    expect(await shown()).toBe(expanded)
    await page.getByRole('button', { name: '重做' }).click()
    expect(await shown()).toBe(collapsed)
  })

  it('filters by type, relation, confidence and sources as a chain that can be taken apart', async () => {
    const { page } = opened
    await page.getByRole('button', { name: '全图' }).click()
    const all = await counters(page)
    await filters().getByRole('checkbox', { name: /项目/ }).first().check()
    const programmes = snapshot.graph.nodes.filter(node => node.attributes.type === 'Programme').length
    expect(await shown()).toBe(programmes)
    await chain()
      .getByRole('button', { name: /去掉 类型/ })
      .click()
    expect(await shown()).toBe(all.shownNodes)
    await filters().getByRole('checkbox', { name: /合作/ }).check()
    const partners = snapshot.graph.edges.filter(edge => edge.attributes.type === 'WORKS_WITH').length
    expect((await counters(page)).shownEdges).toBe(partners)
    await chain().getByRole('button', { name: '清空筛选' }).click()
    await filters().getByLabel('可信度不低于').fill('4')
    const sure = snapshot.graph.edges.filter(
      edge => edge.attributes.type !== 'HAS_FIGURE' && edge.attributes.confidence >= 0.9,
    ).length
    expect((await counters(page)).shownEdges).toBe(sure)
    await page.getByRole('button', { name: '撤销' }).click()
    expect((await counters(page)).shownEdges).toBe(all.shownEdges)
  })

  it('hides a node and brings it back', async () => {
    await choose('赛罕区')
    const before = await shown()
    await details().getByRole('button', { name: '隐藏' }).click()
    expect(await shown()).toBe(before - 1)
    await chain()
      .getByRole('button', { name: /去掉 隐藏/ })
      .click()
    expect(await shown()).toBe(before)
  })

  it('tells the path between two names in sentences with their quotes', async () => {
    const { page } = opened
    await page.getByRole('button', { name: '路径' }).click()
    await details().getByLabel('起点').fill('回民区总工会')
    await details().getByLabel('终点').fill('玉泉区')
    await details().getByLabel('终点').blur()
    await details().getByRole('button', { name: '找路径' }).click()
    await details()
      .getByText(/回民区总工会 与 玉泉区 相隔 \d 步/)
      .waitFor()
    const sentences = await details().locator('.told-sentence').allTextContents()
    expect(sentences.length).toBeGreaterThan(0)
    for (const sentence of sentences) expect(sentence).toMatch(/见于 \d+ 篇文章。$/)
    expect(await details().locator('.told blockquote mark').count()).toBeGreaterThanOrEqual(sentences.length)
    expect(await shown()).toBe(sentences.length + 1)
    await details().getByRole('button', { name: '返回' }).click()
  })

  it('keeps the state in the address: a new page shows the same', async () => {
    const { page, server } = opened
    const before = await counters(page)
    const hash = await page.evaluate<string>('location.hash')
    expect(hash).toContain('v=1')
    const other = await open(browser, snapshot, hash)
    const after = await counters(other.page)
    expect([after.shownNodes, after.shownEdges]).toEqual([before.shownNodes, before.shownEdges])
    await other.page.context().close()
    await other.server.close()
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:/)
  })

  it('selects several with a box, tells whom they share, shows only these', async () => {
    const { page } = opened
    await page.getByRole('button', { name: '总览' }).click()
    const box = await page.locator('.graph-host').boundingBox()
    if (!box) throw new Error('the graph has no box')
    await page.keyboard.down('Shift')
    await page.mouse.move(box.x + 10, box.y + 60)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 10, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await details().getByText('已选 4 个').waitFor()
    await details()
      .getByRole('heading', { name: /共同邻居/ })
      .waitFor()
    await details().getByRole('button', { name: '只看这些' }).click()
    expect(await shown()).toBe(4)
  })

  it('saves a view with a note, and opens it again after a reload', async () => {
    const { page } = opened
    const saved = page.getByRole('region', { name: '已存视图' })
    await saved.getByText('保存视图').first().click()
    await saved.getByLabel('视图名称').fill('四个区')
    await saved.getByLabel('备注').fill('只看区县')
    await saved.getByRole('button', { name: '保存视图' }).click()
    await page.goto(`${opened.server.url}?debug=1`)
    await saved.getByText('只看区县').waitFor()
    expect(await shown()).toBeGreaterThan(4)
    await saved.getByRole('button', { name: '四个区', exact: true }).click()
    expect(await shown()).toBe(4)
    await saved.getByRole('button', { name: '删除 四个区' }).click()
    expect(await saved.getByText('只看区县').count()).toBe(0)
  })

  it('opens a link whose nodes are partly gone', async () => {
    const { page, server } = await open(
      browser,
      snapshot,
      '#v=1&scope=set&set=place%253A150103,place%253Agone&sel=nobody&f=type:Place&f=bad&layout=none',
    )
    expect((await counters(page)).shownNodes).toBe(1)
    await page.context().close()
    await server.close()
  })

  it('says where nothing is left, and leads out of it', async () => {
    const { page, server } = await open(browser, snapshot, '#v=1&scope=all&f=type:Person&f=relation:RUNS')
    expect((await counters(page)).shownNodes).toBe(0)
    const graph = page.getByRole('region', { name: '图谱', exact: true })
    await graph.getByRole('button', { name: '清空筛选' }).click()
    expect((await counters(page)).shownNodes).toBe(240)
    expect(await page.getByRole('group', { name: '已选条件' }).count()).toBe(0)
    await page.getByLabel('搜索').fill('没有这个名字')
    await page.getByText('没有找到“没有这个名字”').last().waitFor()
    await page.context().close()
    await server.close()
  })

  it('brings a chosen name into view, wherever the picture was taken', async () => {
    const { page, server } = await open(browser, snapshot, '#v=1&scope=all&cam=0.9,0.9,0.1')
    const isNamed = async () => (await counters(page)).labels.some(label => label.text === '回民区')
    await page.getByLabel('搜索').fill('回民区')
    expect(await isNamed()).toBe(false)
    await page.keyboard.press('Enter')
    await expect.poll(isNamed).toBe(true)
    await page.context().close()
    await server.close()
  })

  it('had no error and no refusal by its policy', () => {
    expect(opened.trouble).toEqual([])
  })
})
