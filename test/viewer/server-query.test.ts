import { request } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { livePage, nameOfServer } from '../../src/cli/serve/page.ts'
import { serveViewer, type ViewerServer } from '../../src/cli/serve.ts'
import { openEmbedded } from '../../src/store/embedded-store.ts'
import type { Store } from '../../src/store/store.ts'
import { buildViewer, launch, openUrl, skipped } from './browser.ts'
import { generateSnapshot } from './generate.ts'

const snapshot = generateSnapshot({ nodes: 60, edges: 120 })
const COUNT = 'MATCH (p:Programme) RETURN count(p) AS n'
const programmes = snapshot.graph.nodes.filter(node => node.attributes.type === 'Programme').length

describe('queries that a store behind the server answers', () => {
  let store: Store
  let server: ViewerServer
  let own: string
  beforeAll(async () => {
    await buildViewer()
    store = await openEmbedded(snapshot)
    server = await serveViewer({ snapshot, port: 0, store })
    own = server.url.slice(0, -1)
  })
  afterAll(async () => {
    await server?.close()
    await store?.close()
  })

  const post = (
    body: string,
    headers: Record<string, string> = {},
    path = '/query',
  ): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url)
      const all = { 'Content-Type': 'application/json', Origin: own, ...headers }
      const asked = request({ hostname, port, path, method: 'POST', headers: all }, answer => {
        let text = ''
        answer.on('data', piece => {
          text += piece
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      })
      asked.on('error', reject)
      asked.end(body)
    })

  it('answers its own page', async () => {
    const { status, text } = await post(JSON.stringify({ text: COUNT }))
    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({ columns: ['n'], rows: [[programmes]], total: 1 })
    const given = await post(JSON.stringify({ text: 'RETURN $x + 1 AS y', params: { x: 41 } }))
    expect(JSON.parse(given.text)).toMatchObject({ rows: [[42]] })
  })

  it('tells what is wrong with a query, and refuses one that would write', async () => {
    const wrong = await post(JSON.stringify({ text: 'MATCH (n) RETRUN n' }))
    expect(wrong.status).toBe(422)
    expect(JSON.parse(wrong.text)).toMatchObject({ at: '1:11' })
    expect((await post(JSON.stringify({ text: 'CREATE (n) RETURN n' }))).status).toBe(422)
  })

  it.each([
    ['a foreign origin', { Origin: 'https://evil.example' }],
    ['the origin of another port', { Origin: 'http://127.0.0.1:1' }],
    ['a foreign host', { Host: 'evil.example' }],
  ])('refuses %s', async (_, headers) => {
    expect((await post(JSON.stringify({ text: COUNT }), headers)).status).toBe(403)
  })

  it('refuses what has no origin, as forms of other programs have none', async () => {
    const { hostname, port } = new URL(server.url)
    const answer = await new Promise<number>(resolve => {
      const asked = request({ hostname, port, path: '/query', method: 'POST' }, told => resolve(told.statusCode ?? 0))
      asked.end(JSON.stringify({ text: COUNT }))
    })
    expect(answer).toBe(403)
  })

  it.each([
    ['no JSON', 'text=RETURN 1', 400],
    ['no text', '{"params": {}}', 400],
    ['parameters that are none', '{"text": "RETURN 1", "params": [1]}', 400],
    ['null', 'null', 400],
    ['too much', JSON.stringify({ text: `RETURN '${'x'.repeat(70_000)}'` }), 413],
  ])('refuses %s', async (_, body, status) => {
    expect((await post(body)).status).toBe(status)
  })

  it('refuses what a form of a foreign page could send as text', async () => {
    expect((await post(JSON.stringify({ text: COUNT }), { 'Content-Type': 'text/plain' })).status).toBe(400)
  })

  it('takes a POST at no other path, and at none where there is no store', async () => {
    expect((await post('{}', {}, '/snapshot.json')).status).toBe(405)
    const plain = await serveViewer({ snapshot, port: 0 })
    const answer = await fetch(`${plain.url}query`, { method: 'POST', headers: { Origin: plain.url.slice(0, -1) } })
    expect(answer.status).toBe(405)
    await plain.close()
  })

  it('names the server on the page without its password', () => {
    expect(nameOfServer('neo4j+s://neo4j:geheim@db.example:7687')).toBe('neo4j+s://db.example:7687')
    const page = livePage('<meta charset="utf-8" />', 'bolt://a:b@"><script>x')
    expect(page).not.toContain('<script>')
    expect(page).not.toContain('a:b')
  })
})

describe.skipIf(skipped)(`the query panel on a server${skipped}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  it('has the server answer, says so, shows its errors, and stops', async () => {
    const store = await openEmbedded(snapshot)
    const asked: string[] = []
    const named: Pick<Store, 'name' | 'run'> = {
      name: 'bolt://db.example:7687',
      run: (text, params, limits) => {
        asked.push(text)
        return store.run(text, params, limits)
      },
    }
    const server = await serveViewer({ snapshot, port: 0, store: named })
    const { page, trouble } = await openUrl(browser, `${server.url}?debug=1#v=1&view=query`)
    const panel = page.getByRole('region', { name: '查询' })
    await panel.getByText('由 bolt://db.example:7687 回答，只读').waitFor()
    await panel.getByLabel('Cypher 查询').fill(COUNT)
    await panel.getByRole('button', { name: '运行' }).click()
    await panel.getByText(/^1 行，/).waitFor()
    expect(await panel.locator('tbody td').first().textContent()).toBe(String(programmes))
    expect(asked).toEqual([COUNT])
    await panel.getByLabel('Cypher 查询').fill('MATCH (n) RETRUN n')
    await panel.getByRole('button', { name: '运行' }).click()
    expect(await panel.getByRole('alert').locator('pre').textContent()).toContain('^')
    expect(trouble.filter(line => !line.includes('422'))).toEqual([])
    await page.context().close()
    await server.close()
  })
})
