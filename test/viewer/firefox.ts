import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Firefox as FIREFOX_PATH or PATH has it; null where this machine has none. */
export function findFirefox(): string | null {
  const named = process.env['FIREFOX_PATH']
  if (named && existsSync(named)) return named
  const folders = (process.env['PATH'] ?? '').split(':')
  const names = ['firefox', 'firefox-esr']
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(path => existsSync(path)) ?? null
}

/** A port of its own for the remote control, no first-run pages, and every connection sent to a proxy that is not there. */
const PREFERENCES = {
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.proxy.type': 1,
  'network.proxy.socks': '127.0.0.1',
  'network.proxy.socks_port': 9,
  'network.proxy.allow_hijacking_localhost': true,
}

/** Waits for something that another process does. @throws where it does not come to be within half a minute */
async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let turn = 0; turn < 300; turn += 1) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`Firefox: no ${what}`)
}

type Answer = readonly [kind: 1, id: number, error: { message: string } | null, value: unknown]

/** Firefox by its own remote control, Marionette: JSON behind its length, over TCP. */
export class Firefox {
  private readonly process: ChildProcess
  private readonly profile: string
  private socket: Socket | undefined
  private held = Buffer.alloc(0)
  private readonly answers = new Map<number, (answer: Answer) => void>()
  private last = 0

  private constructor(path: string) {
    this.profile = mkdtempSync(join(tmpdir(), 'mailuo-firefox-'))
    const lines = Object.entries(PREFERENCES).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
    )
    writeFileSync(join(this.profile, 'user.js'), lines.join(''))
    const args = ['--headless', '--marionette', '--no-remote', '--profile', this.profile]
    this.process = spawn(path, args, { stdio: 'ignore', env: { ...process.env, HOME: this.profile } })
  }

  static async launch(path: string): Promise<Firefox> {
    const firefox = new Firefox(path)
    const stated = join(firefox.profile, 'MarionetteActivePort')
    const port = await until('port', () => (existsSync(stated) ? Number(readFileSync(stated, 'utf8')) : 0) || undefined)
    firefox.socket = connect(port, '127.0.0.1').on('data', bytes => firefox.read(bytes))
    await firefox.ask('WebDriver:NewSession', { capabilities: {} })
    await firefox.ask('WebDriver:SetWindowRect', { width: 1280, height: 900 })
    return firefox
  }

  private read(bytes: Buffer): void {
    this.held = Buffer.concat([this.held, bytes])
    for (;;) {
      const colon = this.held.indexOf(':')
      const end = colon + 1 + Number(this.held.toString('latin1', 0, Math.max(colon, 0)))
      if (colon < 0 || this.held.length < end) return
      const answer = JSON.parse(this.held.toString('utf8', colon + 1, end)) as Answer
      this.held = this.held.subarray(end)
      this.answers.get(answer[1])?.(answer)
    }
  }

  private async ask(command: string, parameters: object): Promise<unknown> {
    this.last += 1
    const id = this.last
    const message = Buffer.from(JSON.stringify([0, id, command, parameters]))
    const answered = new Promise<Answer>(resolve => this.answers.set(id, resolve))
    this.socket?.write(Buffer.concat([Buffer.from(`${message.length}:`), message]))
    const [, , error, value] = await answered
    if (error) throw new Error(`${command}: ${error.message}`)
    return (value as { value?: unknown } | null)?.value
  }

  open(url: string): Promise<unknown> {
    return this.ask('WebDriver:Navigate', { url })
  }

  /** Runs the body of a function in the page. */
  run<T>(body: string): Promise<T> {
    return this.ask('WebDriver:ExecuteScript', { script: body, args: [], sandbox: null }) as Promise<T>
  }

  /** Waits until an expression is true in the page. */
  waitFor(expression: string): Promise<true> {
    return until(expression, async () => (await this.run<boolean>(`return Boolean(${expression})`)) || undefined)
  }

  async close(): Promise<void> {
    const gone = new Promise(resolve => this.process.once('exit', resolve))
    this.process.kill()
    await gone
    this.socket?.destroy()
    rmSync(this.profile, { recursive: true, force: true })
  }
}
