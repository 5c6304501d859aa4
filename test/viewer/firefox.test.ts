import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offlinePage } from '../../src/cli/export/offline-page.ts'
import { changedSnapshot } from '../../src/export/head.ts'
import { contentHash } from '../../src/snapshot/content-hash.ts'
import { buildViewer } from './browser.ts'
import { Firefox, findFirefox } from './firefox.ts'
import { generateSnapshot } from './generate.ts'

const path = findFirefox()
const skipped = path === null ? ' (skipped: no Firefox on PATH or in FIREFOX_PATH)' : ''
const bare = changedSnapshot(generateSnapshot({ nodes: 240, edges: 700 }), { title: '样例' }, false)
const SNAPSHOT = { ...bare, hash: contentHash(bare) }

describe.skipIf(path === null)(`the offline page in Firefox, with the network cut${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailuo-firefox-page-'))
  const file = join(folder, 'page.html')
  let firefox: Firefox
  beforeAll(async () => {
    await buildViewer()
    writeFileSync(file, offlinePage(SNAPSHOT))
    firefox = await Firefox.launch(path ?? '')
  })
  afterAll(async () => {
    await firefox?.close()
    rmSync(folder, { recursive: true })
  })

  it('opens, finds, answers Cypher and proves its hash', async () => {
    await firefox.open(pathToFileURL(file).href)
    await firefox.waitFor("document.getElementById('search')")
    expect(await firefox.run('return document.querySelector("h1").textContent')).toBe('样例')
    await firefox.run(`localStorage.setItem('mailuo.tour', 'seen')`)
    await firefox.open(`${pathToFileURL(file).href}?again`)
    await firefox.waitFor("document.getElementById('search')")
    await firefox.run(`addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      document.body.dataset.broken = violatedDirective
    })`)
    const button = (name: string) =>
      `[...document.querySelectorAll('button')].find(one => one.textContent.includes('${name}'))`
    const press = async (name: string) => {
      await firefox.waitFor(button(name))
      await firefox.run(`${button(name)}.click()`)
    }
    await firefox.run(`const field = document.getElementById('search')
      field.focus()
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, 'hmq')
      field.dispatchEvent(new Event('input', { bubbles: true }))`)
    await firefox.waitFor(`document.querySelector('[role=option]')?.textContent.includes('回民区')`)
    await press('核对校验值')
    await firefox.waitFor(`document.body.textContent.includes('校验值相符')`)
    await firefox.run(`${button('查询')}.click()`)
    await press('哪些项目有多个区县在推行')
    await firefox.waitFor(`/\\d+ 行，/.test(document.body.textContent)`)
    expect(await firefox.run('return document.body.dataset.broken ?? null')).toBeNull()
  })
})
