import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/registry.ts'
import { runCli } from '../helpers/run-cli.ts'

describe('the command line', () => {
  it('shows its commands, and wrong use without one', async () => {
    const help = await runCli('--help')
    expect(help.code).toBe(0)
    for (const { name } of COMMANDS) expect(help.out).toContain(name)
    expect((await runCli()).code).toBe(2)
  })

  it('knows its version', async () => {
    expect((await runCli('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each(COMMANDS.map(({ name }) => name))('%s has help with usage, options and examples', async name => {
    const { code, out } = await runCli(name, '--help')
    expect(code).toBe(0)
    expect(out).toContain(`Usage: mailuo ${name}`)
    expect(out).toContain('--help')
    expect(out).toMatch(/Examples:\n {2}\S/)
  })

  it('lists the summary that the command itself gives', async () => {
    for (const entry of COMMANDS) {
      const command = await entry.load()
      expect([command.name, command.summary]).toEqual([entry.name, entry.summary])
    }
  })

  it('suggests the command that was meant', async () => {
    const { code, err } = await runCli('biuld', 'pages')
    expect(code).toBe(2)
    expect(err).toContain("no command 'biuld'")
    expect(err).toContain('mailuo build')
  })

  it('refuses an option that it does not know, and a value that is no number', async () => {
    const unknown = await runCli('build', 'pages', '--ouput', 'x')
    expect(unknown.code).toBe(2)
    expect(unknown.err).toContain('--ouput')
    expect(unknown.err).toContain('mailuo build --help')
    const jobs = await runCli('build', 'pages', '--jobs', 'many')
    expect(jobs.code).toBe(2)
    expect(jobs.err).toContain('--jobs takes a whole number')
  })

  it.each(['build', 'explain', 'eval'])('%s without what it needs is wrong use', async name => {
    const { code, err } = await runCli(name)
    expect(code).toBe(2)
    expect(err).toContain(`mailuo ${name} --help`)
  })
})
