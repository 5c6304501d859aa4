import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { viewerTemplate } from '../../src/cli/serve/page.ts'
import { serveViewer, type ViewerServer } from '../../src/cli/serve.ts'
import { type Counters, counters, launch, skipped } from '../../test/viewer/browser.ts'
import { generateSnapshot } from '../../test/viewer/generate.ts'
import { overlap } from '../../viewer/graph/labels.ts'
import viewerConfig from '../../viewer/vite.config.ts'
import { median } from './clock.ts'
import { firstFrame, sayFirst } from './first-frame.ts'

const WIDTH = 18
/** A machine that does much else is slow, not broken; milliseconds. */
const PATIENCE = 120_000
const SIZES = [
  [5000, 20_000],
  [20_000, 60_000],
] as const

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(PATIENCE)
  await page.goto(url)
  await page.getByLabel('搜索').waitFor()
  return page
}

const RECORD = `(() => { window.frames_ = []; let last = performance.now(); window.stop_ = false
  const tick = now => { window.frames_.push(now - last); last = now; if (!window.stop_) requestAnimationFrame(tick) }
  requestAnimationFrame(tick) })()`

/** Milliseconds a frame while the picture is dragged. */
async function panFrame(page: Page): Promise<number> {
  const box = await page.locator('.graph-host').boundingBox()
  if (!box) return Number.NaN
  const [x, y] = [box.x + 40, box.y + box.height - 60]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= 12; step += 1) await page.mouse.move(x + step * 6, y - step * 4)
  await page.evaluate(RECORD)
  for (let step = 13; step <= 40; step += 1) await page.mouse.move(x + step * 6, y - step * 4)
  const frames = await page.evaluate<number[]>('(window.stop_ = true, window.frames_)')
  await page.mouse.up()
  return median(frames.slice(1))
}

const TYPE = (
  typed: string,
) => `(async () => { const field = document.getElementById('search'); const start = performance.now()
  field.focus(); field.value = ${JSON.stringify(typed)}; field.dispatchEvent(new Event('input', { bubbles: true }))
  while (!document.querySelector('[role=option]')) await Promise.resolve()
  return performance.now() - start })()`

/** Milliseconds from a key to the list of hits, the median of a few queries after the first. */
async function searchKey(page: Page): Promise<number> {
  const times: number[] = []
  for (const typed of ['回', '社区', 'hmq', 'huimin', '驿站', 'gongzuofa', '1501']) {
    await page.evaluate("document.getElementById('search').blur()")
    await page.waitForTimeout(200)
    times.push(await page.evaluate<number>(TYPE(typed)))
  }
  return median(times.slice(1))
}

/** Megabytes of heap that 20 changes of view leave behind. */
async function heapGrowth(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const used = async () => {
    await page.requestGC()
    const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
    return usedSize / 1e6
  }
  const turn = async (name: string) => {
    await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name }).click()
  }
  for (const name of ['矩阵', '表格', '图谱']) await turn(name)
  const before = await used()
  for (let change = 0; change < 20; change += 1) await turn(change % 2 ? '图谱' : '表格')
  return (await used()) - before
}

async function measure(browser: Browser, server: ViewerServer): Promise<string[]> {
  const start = await firstFrame(browser, `${server.url}?debug=1`)
  const whole = await firstFrame(browser, `${server.url}?debug=1#v=1&scope=all`)
  const page = await openPage(browser, `${server.url}?debug=1#v=1&scope=all`)
  await page.waitForFunction('window.mailuo?.labels.length > 0')
  const pan = await panFrame(page)
  const { labels } = await counters(page)
  const key = await searchKey(page)
  const grown = await heapGrowth(page)
  await page.close()
  const cells = [sayFirst(start), sayFirst(whole), `${Math.round(pan)} ms`, `${key.toFixed(1)} ms`]
  return [...cells, `${labels.length} (${overlaps(labels)})`, `${grown.toFixed(1)} MB`]
}

/** How many pairs of labels share an area. */
function overlaps(labels: Counters['labels']): number {
  return labels.reduce((sum, a, at) => sum + labels.slice(at + 1).filter(b => overlap(named(a), named(b))).length, 0)
}

const named = (label: Counters['labels'][number]) => ({ ...label, key: label.text })

/**
 * Gzipped kilobytes of the app: all of it, and without what starts only when it is asked for, which is built apart here
 * because in the one file everything stands together.
 */
async function weight(): Promise<string> {
  const { plugins: _, ...config } = viewerConfig
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'silent',
    build: { ...config.build, write: false },
  })
  const { output } = built as { output: { fileName: string; isEntry?: boolean; code?: string; source?: string }[] }
  const size = (text: string) => gzipSync(text).length / 1000
  const parts = output.map(part => ({ ...part, kb: size(part.code ?? String(part.source)) }))
  const first = parts.filter(part => part.isEntry || part.fileName.endsWith('.css'))
  const sum = first.reduce((total, part) => total + part.kb, 0)
  return `app, gzipped: ${Math.round(size(viewerTemplate()))} kB in all, ${Math.round(sum)} kB before editor and query engine`
}

/** Prints the viewer's figures: Chromium headless, software WebGL, this machine. */
export async function benchViewer(): Promise<void> {
  if (skipped) throw new Error(`the viewer cannot be measured${skipped}`)
  const browser = await launch()
  const heads = ['graph', 'first frame', 'whole graph', 'pan a frame', 'search a key', 'labels', '20 changes of view']
  console.log('times are elapsed, in brackets the main thread’s own; labels in brackets: pairs that overlap')
  console.log(heads.map(head => head.padEnd(WIDTH)).join(''))
  for (const [nodes, edges] of SIZES) {
    const server = await serveViewer({ snapshot: generateSnapshot({ nodes, edges }), port: 0 })
    const cells = await measure(browser, server)
    console.log([`${nodes / 1000}k/${edges / 1000}k`, ...cells].map(cell => cell.padEnd(WIDTH)).join(''))
    await server.close()
  }
  await browser.close()
  console.log(await weight())
}
