import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offlinePage } from '../../src/cli/export/offline-page.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { counters, launch, openUrl, skipped } from './browser.ts'
import { generateSnapshot } from './generate.ts'

const HOSTILE = [
  '</script><script>document.title="x"</script>',
  '<img src=x onerror=alert(1)>',
  ']]>$' + '{1+1}',
  '\u202Egnp.exe',
  '长'.repeat(10_000),
]

/** The most linked nodes under names that try to become code. */
function poisoned(): Snapshot {
  const snapshot = generateSnapshot({ nodes: 240, edges: 700 })
  let next = 0
  const nodes = snapshot.graph.nodes.map(node => {
    if (node.attributes.type !== 'Programme' || next >= HOSTILE.length) return node
    const name = HOSTILE[next] ?? ''
    next += 1
    return { ...node, attributes: { ...node.attributes, name } }
  })
  return { ...snapshot, title: '<b>&quot;</b>', graph: { ...snapshot.graph, nodes } }
}

describe.skipIf(skipped)(`one file, no network${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailuo-'))
  const file = join(folder, 'offline.html')
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
    writeFileSync(file, offlinePage(poisoned()))
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  it('opens from disk, draws, finds by sound, answers Cypher, asks the network for nothing', async () => {
    const { page, trouble } = await openUrl(browser, `${pathToFileURL(file).href}?debug=1`, { offline: true })
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    expect((await counters(page)).shownNodes).toBeGreaterThan(5)
    await page.getByLabel('搜索').fill('hmq')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: '详情' }).getByRole('heading', { name: '回民区' }).waitFor()
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByLabel('Cypher 查询').fill('MATCH (n:Place) RETURN count(n) AS places')
    await page.getByRole('button', { name: '运行' }).click()
    await page.getByText(/^1 行，/).waitFor()
    expect(asked.filter(url => !url.startsWith('blob:'))).toEqual([])
    expect(trouble).toEqual([])
  })

  it('shows hostile names as the text that they are', async () => {
    const { page, trouble } = await openUrl(browser, `${pathToFileURL(file).href}?debug=1`)
    let dialogs = 0
    page.on('dialog', dialog => {
      dialogs += 1
      void dialog.dismiss()
    })
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('<b>&quot;</b>')
    for (const name of HOSTILE.slice(0, 4)) {
      await page.getByLabel('搜索').fill(name.slice(0, 12))
      await page.getByRole('option').first().click()
      await page.getByRole('region', { name: '详情' }).getByRole('heading', { level: 3 }).first().waitFor()
      expect(await page.locator('.node-name').textContent()).toBe(name)
    }
    expect(await page.locator('img').count()).toBe(0)
    expect([dialogs, trouble]).toEqual([0, []])
  })

  it('breaks its policy in no view, and the policy lets nothing in or out', async () => {
    const { page } = await openUrl(browser, `${pathToFileURL(file).href}?debug=1`)
    await page.addInitScript(`window.broken = []
      document.addEventListener('securitypolicyviolation', event => window.broken.push(event.effectiveDirective))`)
    await page.reload()
    const views = page.getByRole('navigation', { name: '视图' }).getByRole('button')
    await views.first().waitFor()
    for (const view of await views.all()) await view.click()
    await page.getByRole('button', { name: '查询' }).first().click()
    await page.getByLabel('Cypher 查询').fill('MATCH (n) RETURN count(n) AS n')
    await page.getByRole('button', { name: '运行' }).click()
    await page.getByText(/^1 行，/).waitFor()
    expect(await page.evaluate('window.broken')).toEqual([])
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    expect(policy).not.toMatch(/connect-src|unsafe|https?:|\*/)
    await page.evaluate("fetch('https://example.org/').catch(() => null)")
    expect(await page.evaluate('window.broken')).toEqual(['connect-src'])
  })

  it('says what is wrong with a file that was cut off, in its data or in its code', async () => {
    const cut = join(folder, 'cut.html')
    const html = offlinePage(poisoned())
    const slot = html.indexOf('id="mailuo-data">') + 17
    writeFileSync(cut, html.slice(0, slot + 4000) + html.slice(html.indexOf('</script>', slot)))
    const page = await browser.newPage()
    await page.goto(pathToFileURL(cut).href)
    await page.getByRole('alert').getByText('文件里的数据不完整').waitFor()
    for (const end of [slot + 4000, html.indexOf('id="mailuo-app">') + 9000]) {
      writeFileSync(cut, html.slice(0, end))
      await page.reload()
      await page.getByRole('alert').getByText('文件里的数据不完整').waitFor()
    }
  })
})
