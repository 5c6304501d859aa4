import type { GraphInput, NodeInput, RelationshipInput } from '../../src/cypher/index.ts'
import type { Choices } from './random.ts'

/** A small graph in which the names of `expression.ts` mean something; some properties are missing. */
export function randomGraph(choices: Choices): GraphInput {
  const nodes: NodeInput[] = choices.some(3, 7, id => ({
    id,
    labels: ['A', 'B', 'C'].filter(() => choices.chance(0.45)),
    properties: without({
      id,
      x: choices.chance(0.8) ? choices.int(0, 3) : null,
      s: choices.chance(0.8) ? choices.pick(['a', 'b', 'c', 'ab', '网格']) : null,
      f: choices.chance(0.6) ? { $float: choices.pick(['0.5', '1.0', '2.25', '-1.5']) } : null,
      b: choices.chance(0.6) ? choices.chance(0.5) : null,
      l: choices.chance(0.6) ? choices.some(0, 3, () => choices.int(0, 3)) : null,
      d: choices.chance(0.6) ? { $Date: choices.pick(['2024-01-31', '2024-02-29', '2023-12-31', '2025-06-15']) } : null,
    }),
  }))
  const relationships: RelationshipInput[] = choices.some(3, 9, id => ({
    id,
    type: choices.pick(['R', 'S', 'T']),
    start: choices.int(0, nodes.length - 1),
    end: choices.int(0, nodes.length - 1),
    properties: without({ rid: id, w: choices.chance(0.7) ? choices.int(0, 3) : null }),
  }))
  return { nodes, relationships }
}

function without(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null))
}
