import { readFileSync, statSync } from 'node:fs'
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { SnapshotError } from '../errors.ts'
import type { Snapshot } from '../snapshot/format.ts'
import { type Answering, answerQueries, QUERY_PATH } from './serve/answer-queries.ts'
import { guard } from './serve/guard.ts'
import { livePage, policyFor, viewerTemplate } from './serve/page.ts'

const LOOPBACK = '127.0.0.1'
/** A browser cannot hold more as one JSON text. */
const LARGEST = 500_000_000
const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' }

export interface ServeOptions {
  /** File to serve, or the snapshot itself. */
  readonly snapshotPath?: string
  readonly snapshot?: Snapshot
  /** 0 takes any free one; a taken port falls back to a free one. */
  readonly port: number
  /** Answers the query panel in place of the engine in the page; whoever gave it closes it. */
  readonly store?: Answering
}

export interface ViewerServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves the viewer and one snapshot on the loopback interface.
 * @throws SnapshotError where the file is too large for a browser, UsageError where the viewer was not built.
 */
export async function serveViewer(options: ServeOptions): Promise<ViewerServer> {
  const body = snapshotBytes(options)
  const template = viewerTemplate()
  const html = livePage(template, options.store?.name)
  const app = new Hono()
  app.use(guard(policyFor(template, 'self'), options.store ? [QUERY_PATH] : []))
  app.get('/', context => context.html(html))
  app.get('/snapshot.json', context => context.body(body, 200, JSON_TYPE))
  let sounds: string | null = null
  app.get('/pinyin.json', async context => {
    if (sounds === null) {
      const { pinyinKeys } = await import('./serve/pinyin-keys.ts')
      sounds = JSON.stringify(pinyinKeys(options.snapshot ?? (JSON.parse(body.toString()) as Snapshot)))
    }
    return context.body(sounds, 200, JSON_TYPE)
  })
  if (options.store) answerQueries(app, options.store)
  app.notFound(context => context.text('not found\n', 404))
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  const port = await listen(server, options.port)
  return { url: `http://${LOOPBACK}:${port}/`, close: () => close(server) }
}

/** Encoded once: of a text every answer would have to be encoded anew, which takes longer than sending it. */
function snapshotBytes({ snapshot, snapshotPath = '' }: ServeOptions): Buffer<ArrayBuffer> {
  if (snapshot) return Buffer.from(JSON.stringify(snapshot))
  const { size } = statSync(snapshotPath)
  if (size > LARGEST) {
    throw new SnapshotError({
      what: `${Math.round(size / 1e6)} MB is more than a browser can open`,
      where: snapshotPath,
      remedy: 'build from fewer pages, or ask the graph with mailuo query',
    })
  }
  return readFileSync(snapshotPath) as Buffer<ArrayBuffer>
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) resolve(listen(server, 0))
      else reject(error)
    }
    server.once('error', onError)
    server.listen(port, LOOPBACK, () => {
      server.off('error', onError)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
