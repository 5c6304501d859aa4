import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveViewer, type ViewerServer } from '../../src/cli/serve.ts'
import { buildViewer } from './browser.ts'
import { generateSnapshot } from './generate.ts'

interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

const snapshot = generateSnapshot({ nodes: 60, edges: 120 })

describe('the loopback server', () => {
  let server: ViewerServer
  beforeAll(async () => {
    await buildViewer()
    server = await serveViewer({ snapshot, port: 0 })
  })
  afterAll(() => server?.close())

  /** Sends the path as it is: a URL parser would tidy `..` away. */
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url)
      const asked = request({ hostname, port, path, method, headers }, answer => {
        let body = ''
        answer.setEncoding('utf8')
        answer.on('data', (piece: string) => {
          body += piece
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
      })
      asked.on('error', reject)
      asked.end()
    })

  it('serves the page under a policy without inline or eval, and the snapshot as it is', async () => {
    const page = await ask('/')
    expect(page.status).toBe(200)
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'sha256-[A-Za-z0-9+/=]+';/)
    expect(policy).not.toContain('unsafe')
    expect(page.headers['x-content-type-options']).toBe('nosniff')
    expect(JSON.parse((await ask('/snapshot.json')).body)).toEqual(JSON.parse(JSON.stringify(snapshot)))
  })

  it('gives every reading of a name', async () => {
    const sounds = JSON.parse((await ask('/pinyin.json')).body) as Record<string, string>
    expect(sounds['place:150103']).toMatch(/^hui min qu/)
  })

  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example'])('refuses the host %j', async host => {
    expect((await ask('/', { Host: host })).status).toBeGreaterThanOrEqual(400)
  })

  it('refuses a foreign origin and takes its own', async () => {
    const { host } = new URL(server.url)
    expect((await ask('/snapshot.json', { Origin: 'https://evil.example' })).status).toBe(403)
    expect((await ask('/snapshot.json', { Origin: `http://${host}` })).status).toBe(200)
  })

  it.each(['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/..\\package.json', '/x'])(
    'finds no file behind %s',
    async path => {
      const { status, body } = await ask(path)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(body).not.toContain('mailuo')
    },
  )

  it('only reads, and no endless address', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405)
    expect((await ask('/', {}, 'DELETE')).status).toBe(405)
    expect((await ask(`/?${'x'.repeat(9000)}`)).status).toBe(414)
  })

  it('takes a free port where the wanted one is taken', async () => {
    const port = Number(new URL(server.url).port)
    const second = await serveViewer({ snapshot, port })
    expect(Number(new URL(second.url).port)).not.toBe(port)
    await second.close()
  })
})
