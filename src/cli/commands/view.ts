import { spawn } from 'node:child_process'
import { readSnapshot } from '../../snapshot/read.ts'
import type { Command } from '../command.ts'
import { openServer, SERVER_OPTIONS } from '../open-store.ts'
import { nameOfServer } from '../serve/page.ts'
import { serveViewer } from '../serve.ts'
import { oneLineSummary } from '../summary.ts'
import { untilStopped } from '../until-stopped.ts'
import { DEFAULT_SNAPSHOT } from '../version.ts'

const DEFAULT_PORT = 4173

export const view: Command = {
  name: 'view',
  summary: 'look at a snapshot in the browser, on this machine only',
  usage: '[FILE] [--port N] [--on URI] [--no-open]',
  details: [
    `Serves the viewer for ${DEFAULT_SNAPSHOT} (or FILE) on 127.0.0.1 until it is stopped with Ctrl-C. Nothing leaves this machine.`,
    'With --on the queries of the page are answered by that Neo4j, where the snapshot should be loaded (mailuo load); only reading queries are run.',
  ],
  options: {
    port: {
      type: 'string',
      short: 'p',
      value: 'N',
      help: `port on 127.0.0.1 (${DEFAULT_PORT}, or a free one; 0 = any)`,
    },
    on: { type: 'string', value: 'URI', help: 'have a Neo4j answer the queries: bolt://… (NEO4J_PASSWORD)' },
    ...SERVER_OPTIONS,
    'no-open': { type: 'boolean', help: 'print the address and open no browser' },
  },
  examples: [
    'mailuo view district.mailuo.json',
    'mailuo view --port 8080 --no-open',
    'mailuo view --on bolt://localhost:7687',
  ],
  run: async (args, terminal) => {
    const path = args.positionals[0] ?? DEFAULT_SNAPSHOT
    const snapshot = await readSnapshot(path)
    const on = args.text('on')
    const store = on === undefined ? undefined : await openServer(on, args)
    try {
      const port = args.integer('port', 0) ?? DEFAULT_PORT
      const server = await serveViewer({ snapshotPath: path, port, ...(store && { store }) })
      const stopped = untilStopped()
      const asked = store ? `查询 queries: ${nameOfServer(store.name)}\n` : ''
      await terminal.out(`${path}: ${oneLineSummary(snapshot)}\n看图 viewer: ${server.url}\n${asked}`)
      if (!args.flag('no-open') && terminal.lively) openBrowser(server.url)
      await stopped
      await server.close()
    } finally {
      await store?.close()
    }
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
