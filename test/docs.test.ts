import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../src/cli/registry.ts'
import { runCli } from './helpers/run-cli.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const READMES = ['README.md', 'README.zh-CN.md']

/** Lines of the shell blocks that call mailuo, without comments. */
const commandsIn = (text: string): string[] =>
  [...text.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map(line => line.replace(/\s+#.*$/, '').trim())
    .filter(line => line.startsWith('npx mailuo '))

/** Splits a shell line into words; single quotes keep spaces. */
const words = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

describe.each(READMES)('%s', path => {
  const text = read(path)

  it('shows how to start and how to test on its first screen', () => {
    const screen = text.split('\n').slice(0, 25).join('\n')
    expect(screen).toContain('npm ci && npm start')
    expect(screen).toContain('npm ci && npm test')
    expect(screen).toMatch(/!\[.+\]\(docs\/screens\/\S+\.png\)/)
  })

  it('points only to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(match => match[1] ?? '')
    expect(links.length).toBeGreaterThan(2)
    expect(links.filter(link => !existsSync(new URL(`../${link}`, import.meta.url)))).toEqual([])
  })

  it('names every command', () => {
    for (const { name } of COMMANDS) expect(text).toContain(`mailuo ${name}`)
  })

  it('shows commands that work', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailuo-docs-'))
    const commands = commandsIn(text).filter(line => !/mailuo (view|load|pull|unload)\b|--on |--to |--from /.test(line))
    expect(commands.length).toBeGreaterThan(4)
    for (const line of commands) {
      const argv = words(line)
        .slice(2)
        .map(word =>
          word === 'pages/' ? 'seeds/pages' : /\.(json|html|jsonl)$/.test(word) ? join(folder, word) : word,
        )
      const { code, err } = await runCli(...argv)
      expect({ line, code, err }).toMatchObject({ line, code: 0 })
    }
  })
})
