import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { serveViewer } from '../src/cli/serve.ts'
import { findChromium } from '../test/viewer/browser.ts'

/** Screens of the viewer on the sample corpus, kept under docs/screens: `npx tsx scripts/screens.ts`, after `npm run build`. */
interface Screen {
  readonly name: string
  readonly options?: BrowserContextOptions
  readonly hash?: string
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

const SCREENS: readonly Screen[] = [
  { name: 'overview' },
  { name: 'whole-graph', hash: '#v=1&scope=all' },
  { name: 'search', steps: page => page.getByLabel('搜索').fill('hm') },
  { name: 'node', hash: '#v=1&scope=all', steps: page => find(page, 'huiminqu') },
  { name: 'fact', steps: openFact },
  {
    name: 'reader',
    steps: async page => {
      await openFact(page)
      await page.getByRole('button', { name: '读全文' }).first().click()
    },
  },
  { name: 'matrix', steps: view('矩阵') },
  { name: 'timeline', steps: view('时间线') },
  { name: 'table', steps: view('表格') },
  {
    name: 'query',
    steps: async page => {
      await view('查询')(page)
      await page.getByRole('button', { name: '哪些项目有多个区县在推行？' }).click()
      await page.getByText(/^\d+ 行，/).waitFor()
    },
  },
  { name: 'dark', options: { colorScheme: 'dark' }, hash: '#v=1&scope=all', steps: openFact },
  { name: 'phone', options: PHONE },
  { name: 'phone-fact', options: PHONE, steps: openFact },
]

async function shoot(browser: Browser, url: string, screen: Screen): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...screen.options })
  const page = await context.newPage()
  await page.goto(`${url}${screen.hash ?? ''}`)
  await page.getByLabel('搜索').waitFor()
  await page.waitForTimeout(800)
  await screen.steps?.(page)
  await page.waitForTimeout(700)
  await page.screenshot({ path: join(out, `${screen.name}.png`) })
  await context.close()
}

const folder = mkdtempSync(join(tmpdir(), 'mailuo-screens-'))
const snapshotPath = join(folder, 'graph.mailuo.json')
const build = ['bin/mailuo.js', 'build', 'seeds/pages', '-o', snapshotPath, '--title', '青城基层治理样例']
execFileSync(process.execPath, build, { cwd: root, stdio: 'inherit' })
mkdirSync(out, { recursive: true })
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
