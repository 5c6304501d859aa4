import { spawn } from 'node:child_process'
import { readSnapshot } from '../../snapshot/read.ts'
import type { Command } from '../command.ts'
import { serveViewer } from '../serve.ts'
import { oneLineSummary } from '../summary.ts'
import { untilStopped } from '../until-stopped.ts'
import { DEFAULT_SNAPSHOT } from '../version.ts'

const DEFAULT_PORT = 4173

export const view: Command = {
  name: 'view',
  summary: 'look at a snapshot in the browser, on this machine only',
  usage: '[FILE] [--port N] [--no-open]',
  details: [
    `Serves the viewer for ${DEFAULT_SNAPSHOT} (or FILE) on 127.0.0.1 until it is stopped with Ctrl-C. Nothing leaves this machine.`,
  ],
  options: {
    port: {
      type: 'string',
      short: 'p',
      value: 'N',
      help: `port on 127.0.0.1 (${DEFAULT_PORT}, or a free one; 0 = any)`,
    },
    'no-open': { type: 'boolean', help: 'print the address and open no browser' },
  },
  examples: ['mailuo view district.mailuo.json', 'mailuo view --port 8080 --no-open'],
  run: async (args, terminal) => {
    const path = args.positionals[0] ?? DEFAULT_SNAPSHOT
    const snapshot = await readSnapshot(path)
    const server = await serveViewer({ snapshotPath: path, port: args.integer('port', 0) ?? DEFAULT_PORT })
    const stopped = untilStopped()
    await terminal.out(`${path}: ${oneLineSummary(snapshot)}\n看图 viewer: ${server.url}\n`)
    if (!args.flag('no-open') && terminal.lively) openBrowser(server.url)
    await stopped
    await server.close()
    return 0
  },
}

/** Asks the desktop to open an address; a machine without one stays silent, the address is printed anyway. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url]
  const child = spawn(command ?? 'xdg-open', args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
