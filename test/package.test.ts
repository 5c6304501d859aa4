import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = new URL('../', import.meta.url)
const { scripts, bin } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  scripts: Record<string, string>
  bin: Record<string, string>
}

describe('package.json', () => {
  it('has scripts that run files which are there', () => {
    const files = Object.values(scripts).flatMap(line => line.match(/\S+\.(?:ts|js)(?=\s|$)/g) ?? [])
    expect(files.length).toBeGreaterThan(8)
    expect(files.filter(file => !existsSync(new URL(file, root)))).toEqual([])
  })

  it('starts what npm start promises, and ends properly on SIGTERM', async () => {
    const [program = '', ...args] = (scripts['start'] ?? '').split(' ')
    expect(args[0]).toBe(bin['mailuo'])
    const snapshot = join(mkdtempSync(join(tmpdir(), 'mailuo-start-')), 'graph.json')
    const child = spawn(program, [...args, '-o', snapshot], {
      cwd: fileURLToPath(root),
      env: { ...process.env, NO_COLOR: '1' },
    })
    let said = ''
    await new Promise<void>(resolve => {
      child.on('exit', () => resolve())
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (!child.killed && /http:\/\/127\.0\.0\.1:\d+/.test(said)) child.kill('SIGTERM')
      })
    })
    expect(said).toMatch(/http:\/\/127\.0\.0\.1:\d+/)
    expect(child.exitCode ?? child.signalCode).toBe(0)
  }, 120_000)
})
