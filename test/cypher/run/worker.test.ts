import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** What the viewer's worker does, in a thread of Node with little memory: a graph, then one query after the other. */
const program = `
  const { parentPort } = require('node:worker_threads')
  const engine = ${JSON.stringify(new URL('../../../src/cypher/index.ts', import.meta.url).href)}
  import('tsx/esm/api').then(({ register }) => { register(); return import(engine) }).then(({ CypherError, openGraph, run }) => {
    const graph = openGraph({
      nodes: Array.from({ length: 200 }, (_, id) => ({ id, labels: ['A', 'B', 'C', 'D'], properties: { x: id } })),
      relationships: Array.from({ length: 1000 }, (_, i) => ({ type: 'R', start: i % 9 ? 0 : i % 200, end: (i * 31) % 200, properties: {} })),
    })
    parentPort.on('message', ({ text, params }) => {
      try {
        parentPort.postMessage({ total: run(graph, text, { params, limits: { time: 5000, steps: 2e6, memory: 5e7 } }).total })
      } catch (error) {
        parentPort.postMessage({ code: error instanceof CypherError ? error.code : 'crash: ' + error.stack })
      }
    })
    parentPort.postMessage('ready')
  })
`
let worker: Worker

async function heard(): Promise<unknown> {
  const [message] = await once(worker, 'message')
  return message
}

function ask(text: string, params: Record<string, unknown> = {}): Promise<unknown> {
  const answer = heard()
  worker.postMessage({ text, params })
  return answer
}

beforeAll(async () => {
  worker = new Worker(program, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  await heard()
}, 60_000)

afterAll(() => worker.terminate())

describe('a worker with 512 MB', () => {
  it.each([
    ['a list of a billion numbers', 'RETURN range(1, 1000000000)', 'limit'],
    ['a billion rows', 'UNWIND range(1, 1000000000) AS x RETURN count(x)', 'limit'],
    ['a text doubled forty times', "RETURN reduce(s = 'x', i IN range(1, 40) | s + s)", 'limit'],
    ['10,000 nested brackets', `RETURN ${'('.repeat(10_000)}1${')'.repeat(10_000)}`, 'syntax'],
    ['a product of four labels', 'MATCH (a:A), (b:B), (c:C), (d:D) RETURN count(*) + sum(a.x + d.x)', 'limit'],
    ['every walk over a hub', 'MATCH (a)-[*]-(b) RETURN count(*)', 'limit'],
    ['a query of a megabyte', `RETURN '${'a'.repeat(1_048_576)}' AS x`, 'syntax'],
    ['NUL', "RETURN '\0' AS x", 'syntax'],
    ['half a surrogate pair', "RETURN '\ud800' AS x", 'syntax'],
    ['a missing parameter', 'MATCH (n {x: $x}) RETURN n', 'parameter'],
    ['a parameter of the wrong type', 'MATCH (n) RETURN n LIMIT $x', 'argument', { x: 'many' }],
    ['a list for a number', 'RETURN 1 - $x AS y', 'type', { x: [1] }],
    ['sorting what does not end', 'UNWIND range(1, 1000000000) AS x RETURN x ORDER BY -x', 'limit'],
    ['groups without end', 'UNWIND range(1, 1000000000) AS x RETURN x, count(*)', 'limit'],
  ])('refuses %s and goes on', async (_what, text, code, params: Record<string, unknown> = {}) => {
    expect(await ask(text, params)).toEqual({ code })
    expect(await ask('MATCH (a:A) RETURN a.x')).toEqual({ total: 200 })
  })
})
