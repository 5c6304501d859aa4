import type { Cell } from '../../src/store/cell.ts'
import type { Model } from '../data/model.ts'
import type { Answer } from './protocol.ts'

/** Keys of the graph's nodes that an answer speaks of: nodes and paths themselves, ids, and texts that are a node's name. */
export function nodesIn(model: Model, answer: Answer): readonly string[] {
  const byName = new Map<string, string[]>()
  for (const node of model.nodes) {
    const known = byName.get(node.name)
    if (known) known.push(node.key)
    else byName.set(node.name, [node.key])
  }
  const found = new Set<string>()
  const visit = (cell: Cell): void => {
    if (typeof cell === 'string') {
      if (model.node.has(cell)) found.add(cell)
      else for (const key of byName.get(cell) ?? []) found.add(key)
    } else if (Array.isArray(cell)) for (const item of cell) visit(item)
    else if (cell !== null && typeof cell === 'object') for (const item of Object.values(cell)) visit(item)
  }
  for (const row of answer.rows) for (const cell of row) visit(cell)
  return [...found]
}
