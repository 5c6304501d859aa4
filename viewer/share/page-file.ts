import type { Snapshot } from '../../src/snapshot/format.ts'
import { pageData } from '../../src/snapshot/page-data.ts'
import { pack } from '../data/unpack.ts'

/** What the page held when it was opened; scripts add styles of their own later. */
const original = new Set(document.head.children)

/** Whether this page can write another of its kind: it holds its own code, as an offline page does. */
export const canWritePage = (): boolean =>
  document.head.querySelector('meta[http-equiv="Content-Security-Policy"]') !== null

/**
 * This page again with other data: code and policy are what they were, so its hashes still fit.
 * @param pinyin how names sound, by node key
 */
export async function pageWith(snapshot: Snapshot, pinyin: Readonly<Record<string, string>>): Promise<string> {
  const data = await pack(pageData(snapshot, pinyin))
  const head = [...document.head.children]
    .filter(element => original.has(element))
    .map(element => {
      const copy = element.cloneNode(true) as Element
      if (copy.id === 'mailuo-data') copy.textContent = data
      if (copy.tagName === 'TITLE') copy.textContent = '脉络'
      return `    ${copy.outerHTML}\n`
    })
  // not the code that runs: the page holds it packed
  const rest = [...document.body.querySelectorAll(':scope > script[type="text/plain"], :scope > noscript')].map(
    one => `    ${one.outerHTML}\n`,
  )
  return `<!doctype html>\n<html lang="zh-Hans">\n  <head>\n${head.join('')}  </head>\n  <body>\n    <div id="app"><p class="boot" role="status">正在打开图谱…</p></div>\n${rest.join('')}  </body>\n</html>\n`
}
