import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const append = fs.appendFileSync
let left = Number(process.env['MAILUO_DIE_AFTER'] ?? Number.POSITIVE_INFINITY)

/** Writes to the journal as ever, and dies by SIGKILL in the middle of a write once so many bytes are there. */
fs.appendFileSync = (path, data) => {
  const bytes = Buffer.from(String(data))
  append(path, bytes.subarray(0, left))
  left -= bytes.length
  if (left > 0) return
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}
syncBuiltinESMExports()

const { main } = await import('../../src/cli/main.ts')
process.exitCode = await main(process.argv.slice(2))
