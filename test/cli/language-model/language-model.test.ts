import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { runCli } from '../../helpers/run-cli.ts'

interface Question {
  readonly path: string | undefined
  readonly key: string | undefined
  readonly body: { model: string; temperature: number; messages: { role: string; content: string }[] }
}

type Reply = (response: ServerResponse) => void

const PAGE = '邻里街上开新坊\n上午，红石街道的彩云坊开张了，彩云坊是老人常去的地方。\n'
const ANSWER = JSON.stringify({
  entities: [
    { text: '彩云坊', type: 'Programme', kind: 'service' },
    { text: '彩霞坊', type: 'Programme', kind: 'service' },
  ],
})

const saying =
  (content: string, status = 200): Reply =>
  response => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }))
  }

const closers: (() => void)[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  for (const close of closers.splice(0)) close()
})

/** A service that answers in turn; the last answer is given again. */
async function stub(...replies: Reply[]): Promise<Question[]> {
  const questions: Question[] = []
  const server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    questions.push({
      path: request.url,
      key: request.headers.authorization,
      body: JSON.parse(Buffer.concat(chunks).toString()) as Question['body'],
    })
    const reply = replies[questions.length - 1] ?? replies.at(-1)
    reply?.(response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  vi.stubEnv('MAILUO_LM_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`)
  vi.stubEnv('MAILUO_LM_MODEL', 'stub-7b')
  vi.stubEnv('MAILUO_LM_KEY', 'secret-key')
  vi.stubEnv('MAILUO_LM_CACHE', mkdtempSync(join(tmpdir(), 'mailuo-lm-cache-')))
  return questions
}

function page(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'mailuo-lm-')), 'page.txt')
  writeFileSync(path, PAGE)
  return path
}

const namesIn = (out: string): string[] =>
  (JSON.parse(out) as { entities: { name: string }[] }).entities.map(({ name }) => name)

describe('the language-model proposer', () => {
  it('is off without its variables', async () => {
    const { code, out, err } = await runCli('extract', page())
    expect(code).toBe(0)
    expect(err).not.toContain('language model')
    expect(namesIn(out)).not.toContain('彩云坊')
  })

  it('asks once an article in the usual protocol, takes what is verbatim, counts what is not', async () => {
    const questions = await stub(saying(ANSWER))
    const { code, out, err } = await runCli('extract', page())
    expect(code).toBe(0)
    expect(namesIn(out)).toContain('彩云坊')
    expect(out).not.toContain('彩霞坊')
    expect(err).toContain('stub-7b: 1 articles asked (0 from the cache), 1 names taken, 1 refused (1 not in the text)')
    expect(err + out).not.toContain('secret-key')
    expect(questions).toHaveLength(1)
    expect(questions[0]).toMatchObject({
      path: '/v1/chat/completions',
      key: 'Bearer secret-key',
      body: { model: 'stub-7b', temperature: 0, messages: [{ role: 'system' }, { role: 'user' }] },
    })
    expect(questions[0]?.body.messages[1]?.content).toContain('彩云坊')
  })

  it('asks nothing twice: the cache answers by what was asked', async () => {
    const questions = await stub(saying(ANSWER))
    const path = page()
    const first = await runCli('extract', path)
    const second = await runCli('extract', path, '--jobs', '1')
    expect(second.out).toBe(first.out)
    expect(second.err).toContain('1 from the cache')
    expect(questions).toHaveLength(1)
    vi.stubEnv('MAILUO_LM_MODEL', 'another')
    await runCli('extract', path)
    expect(questions).toHaveLength(2)
  })

  it('tries again what may pass', async () => {
    const questions = await stub(saying('', 503), saying(ANSWER))
    const { out } = await runCli('extract', page())
    expect(namesIn(out)).toContain('彩云坊')
    expect(questions).toHaveLength(2)
  })

  it.each<[string, Reply, RegExp]>([
    ['a refusal', saying('', 401), /it answers 401/],
    ['a page that is no completion', response => void response.end('<html>'), /no chat completion/],
    ['broken JSON in the answer', saying('{"entities":[{"text":'), /1 refused \(1 no JSON\)/],
  ])('reads on by rules alone after %s, and says so', async (_, reply, told) => {
    const plain = await runCli('extract', page())
    await stub(reply)
    const { code, out, err } = await runCli('extract', page())
    expect(code).toBe(0)
    expect(namesIn(out)).toEqual(namesIn(plain.out))
    expect(err).toMatch(told)
  })

  it('waits no longer than it was told', async () => {
    const questions = await stub(() => {})
    vi.stubEnv('MAILUO_LM_TIMEOUT', '0.05')
    const { code, err } = await runCli('extract', page())
    expect(code).toBe(0)
    expect(err).toContain('no answer within 0.05 s')
    expect(questions).toHaveLength(3)
  })

  it('is part of a snapshot’s provenance, and of why', async () => {
    await stub(saying(ANSWER))
    const snapshot = join(mkdtempSync(join(tmpdir(), 'mailuo-lm-')), 'graph.json')
    await runCli('build', page(), '-o', snapshot)
    const { out } = await runCli('explain', '彩云坊', '--in', snapshot, '--weights')
    expect(out).toContain('suggested by the language model')
    const told = await runCli(
      'query',
      'MATCH (n:Programme {name: "彩云坊"}) RETURN count(n) AS n',
      '--in',
      snapshot,
      '--format',
      'json',
    )
    expect(JSON.parse(told.out)).toEqual([{ n: 1 }])
  })

  it.each([
    ['MAILUO_LM_URL', 'ftp://x'],
    ['MAILUO_LM_MODEL', ''],
    ['MAILUO_LM_TIMEOUT', 'soon'],
  ])('refuses %s=%s with what to do', async (variable, value) => {
    await stub(saying(ANSWER))
    vi.stubEnv(variable, value)
    const { code, err } = await runCli('extract', page())
    expect(code).toBe(2)
    expect(err).toContain(variable)
  })
})
