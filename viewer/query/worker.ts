import { CypherError, type Graph, openGraph, run, toJson } from '../../src/cypher/index.ts'
import { toQuickPropertyGraph } from '../../src/snapshot/property-graph.ts'
import type { Cell } from '../../src/store/cell.ts'
import type { Answer, Ask, Refusal, Told } from './protocol.ts'

/** Rows that go back to the page; beyond them only the count does. */
const KEEP = 500
/** Longest run, in milliseconds. */
const TIME = 15_000

let graph: Graph = openGraph({ nodes: [], relationships: [] })

const tell = (told: Told) => postMessage(told)

function answer(text: string, params: Readonly<Record<string, unknown>>): Answer {
  const start = performance.now()
  const { columns, rows, total } = run(graph, text, { params, keep: KEEP, limits: { time: TIME } })
  const cells = rows.map(row => row.map(value => toJson(value) as Cell))
  return { columns, rows: cells, total, ms: performance.now() - start }
}

const same = (text: string) => ({ zh: text, en: text })

function refusal(error: unknown): Refusal {
  if (!(error instanceof CypherError)) return { message: same(String(error)), at: '', caret: null, hint: null }
  const { texts, line, column, caret = null } = error
  const at = line === undefined ? '' : `${line}:${column ?? 1}`
  return { message: texts.message, at, caret, hint: texts.hint ?? null }
}

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  if (data.kind === 'open') {
    graph = openGraph(toQuickPropertyGraph(data.snapshot))
    tell({ kind: 'ready' })
    return
  }
  try {
    tell({ kind: 'answer', id: data.id, answer: answer(data.text, data.params) })
  } catch (error) {
    tell({ kind: 'refused', id: data.id, refusal: refusal(error) })
  }
})
