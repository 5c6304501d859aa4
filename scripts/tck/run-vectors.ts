import type { Graph, GraphInput, Json } from '../../src/cypher/index.ts'
import { CypherError, openGraph, run, toJson } from '../../src/cypher/index.ts'
import type { Status, Vector } from './vector.ts'
import { agrees } from './vector.ts'

export interface Outcome {
  readonly id: string
  readonly group: string
  readonly status: Status
  /** For a miss: what was answered or refused. */
  readonly detail: string
  readonly vector: Vector
}

/** Runs vectors in the order of the file, since a graph may be one of an earlier line. */
export function runVectors(vectors: readonly Vector[]): Outcome[] {
  const inputs = new Map<string, GraphInput>()
  const graphs = new Map<GraphInput, Graph>()
  return vectors.map(vector => {
    const input = 'sameAs' in vector.graph ? inputs.get(vector.graph.sameAs) : vector.graph
    if (!input) throw new Error(`${vector.id}: no earlier line is named ${JSON.stringify(vector.graph)}`)
    inputs.set(vector.id, input)
    return { id: vector.id, group: vector.group, vector, ...judge(vector, () => graphOf(input, graphs)) }
  })
}

function graphOf(input: GraphInput, graphs: Map<GraphInput, Graph>): Graph {
  let graph = graphs.get(input)
  if (!graph) {
    graph = openGraph(input)
    graphs.set(input, graph)
  }
  return graph
}

function judge(vector: Vector, graph: () => Graph): { status: Status; detail: string } {
  const { expect } = vector
  try {
    const result = run(graph(), vector.query, { params: vector.params ?? {}, limits: { time: 20_000 } })
    const rows = result.rows.map(row => row.map(toJson))
    if ('error' in expect) return { status: 'accepted', detail: show(rows) }
    const same = agrees(expect, result.columns, rows)
    return { status: same ? 'pass' : 'wrong', detail: same ? '' : `${JSON.stringify(result.columns)} ${show(rows)}` }
  } catch (error) {
    const crash = !(error instanceof CypherError)
    const detail = crash ? `CRASH ${(error as Error).stack}` : `${error.code}: ${error.message}`
    return { status: 'error' in expect && !crash ? 'pass' : 'error', detail }
  }
}

function show(rows: readonly (readonly Json[])[]): string {
  return JSON.stringify(rows).slice(0, 400)
}
