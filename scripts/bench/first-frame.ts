import type { Browser } from 'playwright-core'
import { counters } from '../../test/viewer/browser.ts'
import { median } from './clock.ts'

const RUNS = 3

export interface First {
  /** Milliseconds from the start of loading to the first drawn frame. */
  readonly wall: number
  /** Processor time of the page's main thread until then: it does not hang on what else the machine does. */
  readonly busy: number
}

/** A fresh page each time; medians. */
export async function firstFrame(browser: Browser, url: string): Promise<First> {
  const walls: number[] = []
  const busies: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(url)
    await page.getByLabel('搜索').waitFor()
    // asked from outside: the page's policy forbids code that is made of text
    while (!((await counters(page)).firstFrameMs > 0)) await page.waitForTimeout(20)
    const { metrics } = (await session.send('Performance.getMetrics')) as { metrics: { name: string; value: number }[] }
    busies.push((metrics.find(metric => metric.name === 'TaskDuration')?.value ?? Number.NaN) * 1000)
    walls.push((await counters(page)).firstFrameMs)
    await page.close()
  }
  return { wall: median(walls), busy: median(busies) }
}

export const sayFirst = ({ wall, busy }: First) => `${Math.round(wall)} (${Math.round(busy)}) ms`
