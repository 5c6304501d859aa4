import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FORMATS } from '../../src/cli/export/formats.ts'
import type { ExportFile } from '../../src/export/exporter.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { generateSnapshot } from '../../test/store/generate-snapshot.ts'
import { buildViewer, launch, skipped } from '../../test/viewer/browser.ts'
import { median } from './clock.ts'
import { firstFrame, sayFirst } from './first-frame.ts'

const RUNS = 3
/** 5,000 entities, 20,000 relations, each with a sentence of 60 characters. */
const SIZE = { entities: 5000, statements: 20_150, articles: 500, quote: 60 }

/** Processor time of a call in milliseconds: it does not hang on what else the machine does. */
function busy(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function measure(
  snapshot: Snapshot,
  write: (snapshot: Snapshot) => readonly ExportFile[],
): [bytes: number, ms: number] {
  let bytes = 0
  const times = Array.from({ length: RUNS }, () =>
    busy(() => {
      bytes = write(snapshot).reduce((sum, file) => sum + Buffer.byteLength(file.text), 0)
    }),
  )
  return [bytes, median(times)]
}

/** What a page of this snapshot takes until its first picture, opened from disk. */
async function opening(snapshot: Snapshot): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mailuo-bench-'))
  const path = join(folder, 'page.html')
  const html = FORMATS.find(one => one.format === 'html')
  writeFileSync(path, html?.write(snapshot, { structure: false })[0]?.text ?? '')
  const browser = await launch()
  const first = await firstFrame(browser, `${pathToFileURL(path).href}?debug=1`)
  await browser.close()
  rmSync(folder, { recursive: true })
  return sayFirst(first)
}

/** Prints size and time of every format, and how soon the offline page shows its first picture. */
export async function benchShare(): Promise<void> {
  await buildViewer()
  const snapshot = generateSnapshot(SIZE)
  const { nodes, edges } = snapshot.graph
  const told = edges.filter(edge => edge.attributes.evidence.length > 0).length
  console.log(
    `${nodes.length} nodes, ${told} relations with a quote of 60 characters each, ${edges.length} edges in all`,
  )
  console.log(`${'format'.padEnd(12)}${'MB'.padStart(8)}${'CPU ms'.padStart(10)}`)
  for (const { format, write } of FORMATS) {
    const [bytes, ms] = measure(snapshot, one => write(one, { structure: false }))
    console.log(`${format.padEnd(12)}${(bytes / 1e6).toFixed(2).padStart(8)}${ms.toFixed(0).padStart(10)}`)
  }
  if (!skipped)
    console.log(`html, first frame from disk: ${await opening(snapshot)} (the main thread’s own in brackets)`)
}
