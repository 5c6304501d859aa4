import { isMailuoError, UsageError } from '../errors.ts'
import { suggestNames } from '../store/suggest.ts'
import { parseArguments } from './command.ts'
import { commandHelp, overviewHelp } from './help.ts'
import { COMMANDS } from './registry.ts'
import { processTerminal, type Terminal } from './terminal.ts'
import { version } from './version.ts'

/**
 * Runs the command line.
 * @param argv the words after `mailuo`
 * @returns the exit code: 0 done, 1 done but something was left out, 2 wrong use
 */
export async function main(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  try {
    return await dispatch(argv, terminal)
  } catch (error) {
    terminal.err(describe(error, terminal))
    return error instanceof UsageError || !isMailuoError(error) ? 2 : 1
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [verb, ...rest] = argv
  if (verb === '--version' || verb === '-v') {
    terminal.out(`${version()}\n`)
    return 0
  }
  if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help') {
    terminal.out(overviewHelp(COMMANDS, terminal))
    return verb === undefined ? 2 : 0
  }
  const entry = COMMANDS.find(({ name }) => name === verb)
  if (!entry) {
    const [close] = suggestNames(
      verb,
      COMMANDS.map(({ name }) => name),
    )
    throw new UsageError({
      what: `there is no command '${verb}'`,
      remedy: close ? `Did you mean mailuo ${close}? See mailuo --help.` : 'See mailuo --help.',
    })
  }
  const command = await entry.load()
  const args = parseArguments(command, rest)
  if (args.flag('help')) {
    terminal.out(commandHelp(command, terminal))
    return 0
  }
  return command.run(args, terminal)
}

/** An error as a person reads it; only a fault of ours shows its stack. */
function describe(error: unknown, { colours }: Terminal): string {
  if (isMailuoError(error)) return `${colours.red('mailuo:')} ${error.message}\n  ${error.remedy}\n`
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${colours.red('mailuo:')} this is a fault in mailuo, please report it with the lines below\n${stack}\n`
}
