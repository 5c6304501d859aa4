import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Opened, open, skipped } from './browser.ts'
import { generateSnapshot } from './generate.ts'

const snapshot = generateSnapshot({ nodes: 240, edges: 700 })

describe.skipIf(skipped)(`matrix, timeline, table, query${skipped}`, () => {
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
  const view = async (name: string) => {
    await opened.page.getByRole('navigation', { name: '视图' }).getByRole('button', { name }).click()
    return opened.page.getByRole('region', { name })
  }
  const details = () => opened.page.getByRole('region', { name: '详情' })

  it('matrix: a cell counts facts and opens them', async () => {
    const matrix = await view('矩阵')
    const cell = matrix.getByRole('button', { name: /：[2-9] 条事实/ }).first()
    const count = Number((await cell.getAttribute('aria-label'))?.match(/(\d+) 条/)?.[1])
    await cell.click()
    await expect.poll(() => details().locator('.fact').count()).toBe(count)
    await matrix.getByLabel('行', { exact: true }).selectOption('Person')
    await matrix.getByLabel('列', { exact: true }).selectOption('Organisation')
    const posts = snapshot.graph.edges.filter(
      edge => edge.attributes.type === 'AFFILIATED_WITH' && edge.target.startsWith('org:'),
    )
    expect(await matrix.getByRole('button', { name: /条事实/ }).count()).toBe(posts.length)
  })

  it('timeline: a brush filters every view', async () => {
    const timeline = await view('时间线')
    const box = await timeline.locator('svg').boundingBox()
    if (!box) throw new Error('no chart')
    const { mouse } = opened.page
    await mouse.move(box.x + 4, box.y + 60)
    await mouse.down()
    await mouse.move(box.x + box.width / 2, box.y + 60)
    await mouse.up()
    await opened.page
      .getByRole('group', { name: '已选条件' })
      .getByRole('button', { name: /去掉 时间/ })
      .waitFor()
    const dates = await timeline.locator('ol time').allTextContents()
    expect(dates.length).toBeGreaterThan(0)
    for (const date of dates) expect(date < '2024-02').toBe(true)
    await timeline.getByRole('button', { name: '全部时间' }).click()
  })

  it('table: every node and edge, sorted by any column, only rows in view in the page', async () => {
    const table = await view('表格')
    const entities = snapshot.graph.nodes.filter(node => node.attributes.type !== 'Figure').length
    await table.getByRole('button', { name: `节点 ${entities}` }).waitFor()
    expect(await table.locator('tbody tr').count()).toBeLessThan(80)
    expect(Number(await table.getByRole('table').getAttribute('aria-rowcount'))).toBe(entities + 1)
    await table.getByRole('button', { name: '名称' }).click()
    await table.getByRole('columnheader', { name: '名称' }).waitFor()
    expect(await table.getByRole('columnheader', { name: /名称/ }).getAttribute('aria-sort')).toBe('ascending')
    const name = await table.locator('.cell-link').first().textContent()
    await table.locator('.cell-link').first().click()
    await details()
      .getByRole('heading', { name: name ?? '' })
      .waitFor()
    await table.getByRole('button', { name: /^关系 [\d,]+$/ }).click()
    const quotes = new Set(snapshot.graph.edges.flatMap(edge => edge.attributes.evidence.map(item => item.quote)))
    for (const quote of await table.locator('.cell-quote').allTextContents()) expect(quotes.has(quote)).toBe(true)
    await table.getByRole('button', { name: '推行' }).first().click()
    await details().locator('.fact').first().waitFor()
  })

  it('query: the embedded engine answers, a name opens its facts, rows go to the graph', async () => {
    const { page } = opened
    const panel = await view('查询')
    await panel
      .getByLabel('Cypher 查询')
      .fill("MATCH (d:Place {code: '150103'})-[:RUNS]->(p:Programme) RETURN p.name AS 项目 ORDER BY 项目")
    await panel.getByRole('button', { name: '运行' }).click()
    const expected = snapshot.graph.edges.filter(
      edge => edge.source === 'place:150103' && edge.attributes.type === 'RUNS',
    ).length
    await panel.getByText(new RegExp(`^${expected} 行，`)).waitFor()
    expect(await panel.locator('tbody tr').count()).toBe(expected)
    await panel.getByRole('button', { name: /在图上显示/ }).click()
    await page.getByRole('region', { name: '图谱', exact: true }).waitFor()
  })

  it('query: an error shows its place, a writing clause is refused, a catalogue question runs', async () => {
    const panel = await view('查询')
    await panel.getByLabel('Cypher 查询').fill('MATCH (n:Plce) RETRUN n')
    await panel.getByRole('button', { name: '运行' }).click()
    expect(await panel.getByRole('alert').locator('pre').textContent()).toContain('^')
    await panel.getByLabel('Cypher 查询').fill('CREATE (n) RETURN n')
    await panel.getByRole('button', { name: '运行' }).click()
    await panel.getByRole('alert').filter({ hasText: 'CREATE' }).waitFor()
    await panel.getByRole('button', { name: '哪些项目有多个区县在推行？' }).click()
    await panel.getByText(/^\d+ 行，/).waitFor()
    expect(await panel.locator('tbody tr').count()).toBeGreaterThan(1)
  })

  it('query: a run can be stopped and the next one works', async () => {
    const panel = await view('查询')
    await panel.getByLabel('Cypher 查询').fill('UNWIND range(1, 100000000) AS x RETURN sum(x)')
    await panel.getByRole('button', { name: '运行' }).click()
    await panel.getByRole('button', { name: '停止' }).click()
    await panel.getByLabel('Cypher 查询').fill('RETURN 1 + 1 AS two')
    await panel.getByRole('button', { name: '运行' }).click()
    await panel.getByText(/^1 行，/).waitFor()
  })

  it('had no error and no refusal by its policy', () => {
    expect(opened.trouble).toEqual([])
  })
})
