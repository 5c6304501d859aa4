import { main } from '../../src/cli/main.ts'

/** The command line in a process of its own, so that it can be killed. Says how far it is on standard error. */
process.exitCode = await main(process.argv.slice(2))
