import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as library from '../../src/cypher/index.ts'
import { DEFAULT_LIMITS, procedureNames } from '../../src/cypher/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(new URL('../../docs/cypher.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code)

/** Runs an example in a process of its own, with the library's name standing for its source. */
function printed(code: string, number: number): string {
  const folder = `${root}node_modules/.cache/mailuo-docs`
  const file = `${folder}/example-${process.pid}-${number}.mts`
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, code.replace("'mailuo/cypher'", JSON.stringify(`${root}src/cypher/index.ts`)))
  try {
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file], { cwd: root, encoding: 'utf8' })
    return stdout + stderr
  } finally {
    rmSync(file)
  }
}

describe('docs/cypher.md', () => {
  it.each(examples.map((code, i) => [i + 1, code] as const))(
    'example %i prints what it says',
    (number, code) => {
      const promised = [...code.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => line)
      expect(promised.length).toBeGreaterThan(0)
      expect(printed(code, number).trimEnd().split('\n')).toEqual(promised)
    },
    30_000,
  )

  it('names only what the library has, and all its procedures', () => {
    const table = page.slice(page.indexOf('## Functions'), page.indexOf('Options of `run`'))
    const named = [...table.matchAll(/`(\w+)\(/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter(name => !(name in library))).toEqual([])
    for (const name of procedureNames()) expect(page).toContain(`\`${name}\``)
  })

  it('tells the limits', () => {
    expect(DEFAULT_LIMITS).toEqual({ rows: 1_000_000, steps: 500_000_000, time: 60_000, memory: 512 * 1024 * 1024 })
  })
})
