import type { InputError } from '../errors.ts'
import type { Terminal } from './terminal.ts'

/** Prints what was not taken in: each problem on standard error with its remedy. */
export function tellProblems(problems: readonly InputError[], { err, colours }: Terminal): void {
  for (const { message, remedy } of problems) err(`${colours.yellow('left out:')} ${message}\n  ${remedy}\n`)
}
