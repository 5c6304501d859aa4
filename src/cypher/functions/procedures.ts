import type { Graph } from '../storage/graph.ts'
import type { SearchHit } from '../storage/search.ts'
import { compareStrings } from '../values/compare.ts'
import type { Value } from '../values/value.ts'
import { Float, type NodeValue } from '../values/value.ts'
import type { TypeName } from './row.ts'

export interface ProcedureField {
  readonly name: string
  readonly type: TypeName
}

export interface ProcedureArgument extends ProcedureField {
  readonly default?: Value
}

/** A read-only procedure: rows in the order of `fields`. */
export interface Procedure {
  readonly name: string
  readonly args: readonly ProcedureArgument[]
  readonly fields: readonly ProcedureField[]
  readonly call: (graph: Graph, args: readonly Value[]) => Iterable<readonly Value[]>
}

function names(iterable: Iterable<string>): Value[][] {
  return [...iterable].sort(compareStrings).map(name => [name])
}

function* fulltext(graph: Graph, query: string): Iterable<readonly Value[]> {
  for (const hit of graph.search(query)) yield hitRow(graph, hit)
}

function hitRow(graph: Graph, hit: SearchHit): Value[] {
  return [graph.nodes[hit.node] as NodeValue, new Float(hit.score)]
}

/** One row: the list of label pairs joined by a type, as maps, since a read-only graph has no virtual nodes to give. */
function schema(graph: Graph): Value[][] {
  const labels = [...graph.labels.keys()].sort(compareStrings)
  const seen = new Set<string>()
  const links: Value[] = []
  for (let id = 0; id < graph.relationships.length; id++) {
    const starts = graph.labelsOf(graph.startOf(id))
    const ends = graph.labelsOf(graph.endOf(id))
    for (const from of starts) {
      for (const to of ends) {
        const key = JSON.stringify([from, graph.typeOf(id), to])
        if (!seen.has(key)) seen.add(key)
      }
    }
  }
  for (const key of [...seen].sort(compareStrings)) {
    const [from, type, to] = JSON.parse(key) as [string, string, string]
    links.push(
      new Map<string, Value>([
        ['type', type],
        ['from', from],
        ['to', to],
      ]),
    )
  }
  return [[labels.map(name => new Map<string, Value>([['name', name]])), links]]
}

const PROCEDURES: readonly Procedure[] = [
  {
    name: 'db.labels',
    args: [],
    fields: [{ name: 'label', type: 'string' }],
    call: graph => names(graph.labels.keys()),
  },
  {
    name: 'db.relationshipTypes',
    args: [],
    fields: [{ name: 'relationshipType', type: 'string' }],
    call: graph => names(graph.types),
  },
  {
    name: 'db.propertyKeys',
    args: [],
    fields: [{ name: 'propertyKey', type: 'string' }],
    call: graph => names(new Set([...graph.nodeColumns.keys(), ...graph.relationshipColumns.keys()])),
  },
  {
    name: 'db.schema.visualization',
    args: [],
    fields: [
      { name: 'nodes', type: 'list' },
      { name: 'relationships', type: 'list' },
    ],
    call: schema,
  },
  {
    name: 'db.index.fulltext.queryNodes',
    args: [
      { name: 'indexName', type: 'string' },
      { name: 'queryString', type: 'string' },
      { name: 'options', type: 'map', default: new Map() },
    ],
    fields: [
      { name: 'node', type: 'node' },
      { name: 'score', type: 'float' },
    ],
    call: (graph, [, query]) => fulltext(graph, query as string),
  },
]

const BY_NAME = new Map(PROCEDURES.map(procedure => [procedure.name.toLowerCase(), procedure]))

/** @param name in lower case. */
export function procedureOf(name: string): Procedure | undefined {
  return BY_NAME.get(name)
}

export function procedureNames(): string[] {
  return PROCEDURES.map(procedure => procedure.name).sort()
}
