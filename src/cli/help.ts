import { type Command, optionsOf } from './command.ts'
import type { Entry } from './registry.ts'
import type { Terminal } from './terminal.ts'

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')
}

/** What `mailuo --help` prints. */
export function overviewHelp(entries: readonly Entry[], { colours }: Terminal): string {
  return [
    `${colours.bold('脉络 mailuo')}  from local-government news to a knowledge graph in which every edge quotes its sentence\n`,
    '\nUsage: mailuo COMMAND …\n\n',
    columns(entries.map(({ name, summary }) => [name, summary])),
    '\n  --help, -h     help for mailuo or, after a command, for that command\n  --version, -v  the version\n',
    '\nExit codes: 0 done, 1 done but something was left out, 2 wrong use.\n',
  ].join('')
}

/** What `mailuo COMMAND --help` prints. */
export function commandHelp(command: Command, { colours }: Terminal): string {
  const options = Object.entries(optionsOf(command)).map(([name, { short, value, help, multiple }]) => {
    const flag = `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}${multiple ? ' …' : ''}`
    return [flag, help] as const
  })
  return [
    `${colours.bold(`mailuo ${command.name}`)}: ${command.summary}\n`,
    `\nUsage: mailuo ${command.name} ${command.usage}\n`,
    ...command.details.map(paragraph => `\n${paragraph}\n`),
    `\nOptions:\n${columns(options)}`,
    `\nExamples:\n${command.examples.map(line => `  ${line}\n`).join('')}`,
  ].join('')
}
