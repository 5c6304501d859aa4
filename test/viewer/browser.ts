import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { serveViewer, type ViewerServer } from '../../src/cli/serve.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const template = join(root, 'dist/viewer/index.html')

/** Chromium as CHROME_PATH or PATH has it; null where this machine has none, and then browser tests are skipped. */
export function findChromium(): string | null {
  const named = process.env['CHROME_PATH']
  if (named && existsSync(named)) return named
  const folders = (process.env['PATH'] ?? '').split(':')
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(path => existsSync(path)) ?? null
}

/** Why browser tests are skipped, for the suites' names; empty where they run. */
export const skipped = findChromium() ? '' : ' (skipped: no Chromium on PATH or in CHROME_PATH)'

const newest = (folder: string): number =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).reduce((latest, name) => {
    const path = join(root, folder, name)
    return Math.max(latest, statSync(path).mtimeMs)
  }, 0)

/** Folders whose code goes into the viewer. */
const SOURCES = [
  'viewer',
  'cypher',
  ...['cypher', 'diff', 'export', 'judge', 'schema', 'snapshot'].map(name => `src/${name}`),
]

const isFresh = () => existsSync(template) && statSync(template).mtimeMs > Math.max(...SOURCES.map(newest))

/** Builds the viewer where its sources are newer than what stands in dist; test files in parallel wait for one another. */
export async function buildViewer(): Promise<void> {
  const lock = join(root, 'node_modules/.viewer-build')
  for (let turn = 0; turn < 600; turn += 1) {
    if (isFresh()) return
    try {
      mkdirSync(lock)
    } catch {
      await new Promise(resolve => setTimeout(resolve, 200))
      continue
    }
    try {
      await build({ configFile: join(root, 'viewer/vite.config.ts'), logLevel: 'warn' })
    } finally {
      rmdirSync(lock)
    }
  }
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** One browser for a test file; `extra` adds flags such as `--disable-gpu`. */
export async function launch(extra: readonly string[] = []): Promise<Browser> {
  await buildViewer()
  return chromium.launch({ executablePath: findChromium() ?? '', args: [...FLAGS, ...extra] })
}

export interface Opened {
  readonly page: Page
  readonly server: ViewerServer
  /** Errors of the page and refusals by its policy; a test ends by expecting none. */
  readonly trouble: string[]
}

/** Serves a snapshot and opens it in a fresh page. */
export async function open(
  browser: Browser,
  snapshot: Snapshot,
  hash = '',
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const server = await serveViewer({ snapshot, port: 0 })
  const { page, trouble } = await openUrl(browser, `${server.url}?debug=1${hash}`, options)
  return { page, server, trouble }
}

/** Opens an address as somebody who has been here before: without the tour. */
export async function openUrl(browser: Browser, url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  await context.addInitScript("localStorage.setItem('mailuo.tour', 'seen')")
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const trouble: string[] = []
  page.on('pageerror', error => trouble.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') trouble.push(message.text())
  })
  await page.goto(url)
  await page.getByLabel('搜索').waitFor()
  return { page, trouble }
}

export interface Counters {
  readonly shownNodes: number
  readonly shownEdges: number
  readonly labels: readonly { text: string; x: number; y: number; width: number; height: number }[]
  readonly firstFrameMs: number
  readonly lastFrameMs: number
}

/** `window.mailuo` as plain data. */
export function counters(page: Page): Promise<Counters> {
  return page.evaluate('({ ...window.mailuo })')
}
