import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { main } from '../src/cli/main.ts'
import { serveViewer } from '../src/cli/serve.ts'
import { buildViewer, findChromium } from '../test/viewer/browser.ts'

/** Screens of the viewer on the sample corpus, kept under docs/screens: `npx tsx scripts/screens.ts`. */
interface Screen {
  readonly name: string
  readonly options?: BrowserContextOptions
  readonly hash?: string
  /** Seen as by somebody who is here for the first time. */
  readonly isFirst?: boolean
  readonly steps?: (page: Page) => Promise<void>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'docs/screens')
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }

const view = (name: string) => (page: Page) =>
  page.getByRole('navigation', { name: '视图' }).getByRole('button', { name }).click()

async function find(page: Page, typed: string): Promise<void> {
  await page.getByLabel('搜索').fill(typed)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

async function openFact(page: Page): Promise<void> {
  await find(page, 'hmq')
  await page
    .locator('.details section', { hasText: '推行' })
    .getByRole('button', { name: /处来源/ })
    .first()
    .click()
}

const ALL = '#v=1&scope=all'
const DARK: BrowserContextOptions = { colorScheme: 'dark' }

const both = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '两个名字之间怎么联系起来？' }).click()
  await page.getByLabel('起点').fill('红蜂驿站')
  await page.getByLabel('终点').fill('双报到双服务活动')
  await page.getByLabel('终点').blur()
  await page.getByRole('button', { name: '找路径' }).click()
}

async function ask(page: Page): Promise<void> {
  await view('查询')(page)
  await page.getByRole('button', { name: '哪些项目有多个区县在推行？' }).click()
  await page.getByText(/^\d+ 行，/).waitFor()
}

async function read(page: Page): Promise<void> {
  await openFact(page)
  await page.getByRole('button', { name: '读全文' }).first().click()
}

const english = (page: Page) => page.getByRole('button', { name: 'English' }).click()

const SCREENS: readonly Screen[] = [
  { name: 'overview' },
  { name: 'tour', isFirst: true },
  { name: 'keys', steps: page => page.keyboard.press('?') },
  { name: 'whole-graph', hash: ALL },
  { name: 'by-district', hash: `${ALL}&colour=place&size=articles` },
  { name: 'force', hash: `${ALL}&layout=force` },
  { name: 'radial', hash: `${ALL}&layout=radial`, steps: page => find(page, 'huiminqu') },
  { name: 'filtered', hash: `${ALL}&f=type:Organisation,Programme&f=relation:RUNS,RECEIVED` },
  { name: 'search', steps: page => page.getByLabel('搜索').fill('hm') },
  { name: 'node', hash: ALL, steps: page => find(page, 'huiminqu') },
  { name: 'fact', steps: openFact },
  { name: 'reader', steps: read },
  { name: 'path', steps: both },
  { name: 'matrix', steps: view('矩阵') },
  { name: 'timeline', steps: view('时间线') },
  { name: 'table', steps: view('表格') },
  { name: 'query', steps: ask },
  { name: 'english', steps: english },
  { name: 'dark', options: DARK },
  { name: 'dark-fact', options: DARK, hash: ALL, steps: openFact },
  { name: 'dark-matrix', options: DARK, steps: view('矩阵') },
  { name: 'dark-query', options: DARK, steps: ask },
  { name: 'phone', options: PHONE },
  { name: 'phone-whole-graph', options: PHONE, hash: ALL },
  { name: 'phone-timeline', options: PHONE, steps: view('时间线') },
  { name: 'phone-home', options: PHONE, steps: page => page.getByRole('button', { name: /首页 ·/ }).click() },
  { name: 'phone-fact', options: PHONE, steps: openFact },
  { name: 'phone-matrix', options: PHONE, steps: view('矩阵') },
  { name: 'phone-table', options: PHONE, steps: view('表格') },
]

async function shoot(browser: Browser, url: string, screen: Screen): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...screen.options })
  if (!screen.isFirst) await context.addInitScript("localStorage.setItem('mailuo.tour', 'seen')")
  const page = await context.newPage()
  await page.goto(`${url}${screen.hash ?? ''}`)
  await page.getByLabel('搜索').waitFor()
  await page.waitForTimeout(1200)
  await screen.steps?.(page)
  await page.waitForTimeout(1200)
  await page.screenshot({ path: join(out, `${screen.name}.png`) })
  await context.close()
}

const folder = mkdtempSync(join(tmpdir(), 'mailuo-screens-'))
const snapshotPath = join(folder, 'graph.mailuo.json')
await main(['build', join(root, 'seeds/pages'), '-o', snapshotPath, '--title', '青城基层治理样例'])
mkdirSync(out, { recursive: true })
await buildViewer()
const server = await serveViewer({ snapshotPath, port: 0 })
const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: ['--headless', '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-first-run'],
})
for (const screen of SCREENS) {
  await shoot(browser, server.url, screen)
  console.log(`docs/screens/${screen.name}.png`)
}
await browser.close()
await server.close()
rmSync(folder, { recursive: true })
