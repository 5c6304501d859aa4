import { parseArgs } from 'node:util'
import { UsageError } from '../errors.ts'
import type { Terminal } from './terminal.ts'

interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** May be given more than once. */
  readonly multiple?: true
  /** How help names the value: `FILE`. */
  readonly value?: string
  readonly help: string
}

/** One verb of the command line, as a record: help, parsing and the registry read it. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What stands after the verb: `PATH… [-o FILE]`. */
  readonly usage: string
  /** Paragraphs for `mailuo VERB --help`. */
  readonly details: readonly string[]
  readonly options: Readonly<Record<string, OptionSpec>>
  /** Lines that a newcomer can copy. */
  readonly examples: readonly string[]
  /** @returns the exit code: 0 done, 1 done but something was left out, 2 wrong use */
  readonly run: (args: Arguments, terminal: Terminal) => Promise<number>
}

/** Parsed arguments with typed look-up. */
export interface Arguments {
  readonly positionals: readonly string[]
  readonly text: (name: string) => string | undefined
  readonly texts: (name: string) => readonly string[]
  readonly flag: (name: string) => boolean
  /** @throws UsageError where the option is given and is no whole number of at least `least` */
  readonly integer: (name: string, least: number) => number | undefined
}

const HELP = { type: 'boolean', short: 'h', help: 'show this help' } as const

/** Every option of a command, `--help` included. */
export const optionsOf = (command: Command): Record<string, OptionSpec> => ({ ...command.options, help: HELP })

/**
 * Parses a command's arguments strictly.
 * @throws UsageError for an unknown option, a missing value, a value where none is taken
 */
export function parseArguments(command: Command, argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(optionsOf(command)).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) },
    ]),
  )
  const { values, positionals } = strictly(command, () =>
    parseArgs({ args: [...argv], options, allowPositionals: true, strict: true }),
  )
  const text = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    positionals,
    text,
    texts: name => [values[name] ?? []].flat().filter(value => typeof value === 'string'),
    flag: name => values[name] === true,
    integer: (name, least) => {
      const given = text(name)
      if (given === undefined) return undefined
      if (/^\d+$/.test(given) && Number(given) >= least) return Number(given)
      throw wrongUse(command, `--${name} takes a whole number of at least ${least}, not '${given}'`)
    },
  }
}

/** The error for a command used wrongly, with where to read how. */
export function wrongUse(command: Command, what: string): UsageError {
  return new UsageError({ what, where: `mailuo ${command.name}`, remedy: `See mailuo ${command.name} --help.` })
}

function strictly<T>(command: Command, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw wrongUse(command, error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error))
  }
}
