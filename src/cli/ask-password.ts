import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/**
 * Asks for a password at the terminal without showing it.
 * @returns undefined where nobody sits at a terminal, or nothing is typed
 */
export async function askPassword(question: string): Promise<string | undefined> {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return undefined
  stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: stdin, output: silent, terminal: true })
  try {
    return await new Promise(resolve => {
      reader.once('line', line => resolve(line || undefined))
      reader.once('close', () => resolve(undefined))
    })
  } finally {
    reader.close()
    stderr.write('\n')
  }
}
