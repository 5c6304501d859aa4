import type { Shown } from '../state/shown.ts'
import type { ViewState } from '../state/view-state.ts'
import { NO_FOCUS } from './graph-port.ts'
import type { Focus } from './picture.ts'

/** What the state puts in front: chosen nodes with their links, opened relations, or a path. */
export function focusOf(shown: Shown, state: ViewState): Focus {
  const open = new Set([...state.edges, ...state.path])
  if (open.size) {
    const lines = shown.edges.filter(edge => edge.facts.some(fact => open.has(fact.key)))
    if (lines.length)
      return {
        marks: new Set(lines.flatMap(edge => [edge.source, edge.target])),
        around: new Set(),
        lines: keys(lines),
      }
  }
  if (!state.selected.length) return NO_FOCUS
  const marks = new Set(state.selected)
  const lines = shown.edges.filter(edge => marks.has(edge.source) || marks.has(edge.target))
  return { marks, around: new Set(lines.flatMap(edge => [edge.source, edge.target])), lines: keys(lines) }
}

function keys(lines: readonly { readonly key: string }[]): ReadonlySet<string> {
  return new Set(lines.map(line => line.key))
}
