import picocolors from 'picocolors'
import { main } from '../../src/cli/main.ts'

export interface CliRun {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line in this process, as if piped, and keeps what it said. */
export async function runCli(...argv: string[]): Promise<CliRun> {
  let out = ''
  let err = ''
  const code = await main(argv, {
    out: async text => {
      out += text
    },
    err: text => {
      err += text
    },
    lively: false,
    colours: picocolors.createColors(false),
    columns: 100,
  })
  return { code, out, err }
}
