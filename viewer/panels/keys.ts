import { signal } from '@preact/signals'
import type { MessageKey } from '../i18n.ts'
import { pathAsked } from '../state/path-ask.ts'
import { sheet } from '../state/preferences.ts'
import { collapseNode, expandNode, hideNodes } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { VIEWS } from '../state/view-state.ts'

/** Whether the list of keys is open. */
export const helpOpen = signal(false)

interface KeyRow {
  /** As the list shows them. */
  readonly keys: readonly string[]
  readonly does: MessageKey
  /** `event.key` that does it, alone; without it the key is handled where it is pressed. */
  readonly key?: string
  readonly act?: (app: App) => void
}

const chosen = (app: App) => app.state.value.selected[0]
const withChosen = (act: (app: App, key: string) => void) => (app: App) => {
  const key = chosen(app)
  if (key !== undefined) act(app, key)
}

function clear(app: App): void {
  const { selected, edges, path, article } = app.state.value
  if (article) app.act({ article: null })
  else if (selected.length + edges.length + path.length > 0) app.act({ selected: [], edges: [], path: [] })
  app.hovered.value = null
  pathAsked.value = false
  sheet.value = null
}

/** Every key of the page, in the order of the list. */
export const KEYS: readonly KeyRow[] = [
  { keys: ['/', 'Ctrl K'], does: 'key.search', key: '/', act: () => document.getElementById('search')?.focus() },
  ...VIEWS.map((view, at) => ({
    keys: [String(at + 1)],
    does: view,
    key: String(at + 1),
    act: (app: App) => app.act({ view }),
  })),
  { keys: ['Ctrl Z'], does: 'undo' },
  { keys: ['Ctrl Y'], does: 'redo' },
  { keys: ['E'], does: 'key.expand', key: 'e', act: withChosen((app, key) => expandNode(app, key)) },
  { keys: ['C'], does: 'key.collapse', key: 'c', act: withChosen(collapseNode) },
  { keys: ['H'], does: 'key.hide', key: 'h', act: app => hideNodes(app, app.state.value.selected) },
  {
    keys: ['P'],
    does: 'key.path',
    key: 'p',
    act: () => {
      pathAsked.value = true
      sheet.value = 'right'
    },
  },
  { keys: ['Esc'], does: 'key.clear', key: 'Escape', act: clear },
  { keys: ['←', '→', '↑', '↓'], does: 'key.pan' },
  { keys: ['+', '−', '0'], does: 'key.zoom' },
  { keys: ['N', 'Shift N', 'Enter'], does: 'key.walk' },
  { keys: ['Shift', 'Ctrl'], does: 'key.several' },
  {
    keys: ['?'],
    does: 'keys',
    key: '?',
    act: () => {
      helpOpen.value = true
    },
  },
]

/** Keys that work anywhere but in a field; Ctrl+K works there too. */
export function globalKey(app: App, event: KeyboardEvent): void {
  const target = event.target as HTMLElement | null
  const typing = target?.closest(
    'input:not([type=range]):not([type=checkbox]), textarea, select, [contenteditable], .query-text',
  )
  const command = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (command) {
    const acts: Readonly<Record<string, () => void>> = {
      k: () => document.getElementById('search')?.focus(),
      ...(typing ? {} : { z: event.shiftKey ? app.redo : app.undo, y: app.redo }),
    }
    const act = acts[key]
    if (act) {
      event.preventDefault()
      act()
    }
    return
  }
  if (typing || event.altKey || document.querySelector('dialog[open]')) return
  const row = KEYS.find(one => one.key !== undefined && (one.key === event.key || one.key === key))
  if (!row?.act) return
  event.preventDefault()
  row.act(app)
}

/** Moves the keyboard's cursor over the marks: neighbours of what is chosen, else everything in the picture, the most linked first. */
export function walkMarks(app: App, by: 1 | -1): void {
  const { nodes, edges } = app.shown.value
  const key = chosen(app)
  const near = new Set(
    edges.flatMap(edge => (edge.source === key ? [edge.target] : edge.target === key ? [edge.source] : [])),
  )
  const stops = near.size ? nodes.filter(node => near.has(node.key)) : nodes
  if (!stops.length) return
  const at = stops.findIndex(node => node.key === app.hovered.value)
  const next = stops[(at + by + stops.length + (at < 0 && by < 0 ? 1 : 0)) % stops.length]
  app.hovered.value = next?.key ?? null
  app.notice.value = next?.name ?? ''
}
