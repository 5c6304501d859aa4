import type { EdgeItem } from '../data/model.ts'
import { t } from '../i18n.ts'
import { replaceFilter } from './filters.ts'
import { sheet } from './preferences.ts'
import type { App } from './store.ts'

/** At most so many neighbours come with one expansion; the panel says how many there are. */
export const EXPAND_CAP = 30

/** On a narrow screen the facts are a sheet that must come up. */
function revealDetails(): void {
  if (matchMedia('(max-width: 820px)').matches) sheet.value = 'right'
}

/** Shows one node with its facts: adds it to the picture where the current scope lacks it. */
export function openNode(app: App, key: string, adding = false): void {
  const { state, shown, model } = app
  if (!model.node.has(key)) return
  revealDetails()
  const selected = adding ? toggle(state.value.selected, key) : [key]
  const patch = { selected, edges: [], path: [], article: null }
  if (state.value.view !== 'graph' || shown.value.nodes.some(node => node.key === key)) {
    app.act(patch)
    return
  }
  app.act({
    ...patch,
    scope: 'set',
    set: withNeighbours(app, key),
    filters: [],
    hidden: [],
    layout: 'radial',
    view: 'graph',
  })
}

function toggle(list: readonly string[], key: string): readonly string[] {
  return list.includes(key) ? list.filter(item => item !== key) : [...list, key]
}

/** Keys at the far ends of a node's links, the most linked first. */
export function neighbours(app: App, key: string, type?: string): readonly string[] {
  const far = new Set(app.model.links(key).map(edge => farEnd(edge, key)))
  far.delete(key)
  const degree = (other: string) => app.model.node.get(other)?.degree ?? 0
  return [...far]
    .filter(other => type === undefined || app.model.node.get(other)?.type === type)
    .sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1))
}

export function farEnd(edge: EdgeItem, key: string): string {
  return edge.source === key ? edge.target : edge.source
}

function withNeighbours(app: App, key: string): readonly string[] {
  return [key, ...neighbours(app, key).slice(0, EXPAND_CAP)]
}

/** Adds neighbours of a node to the picture, of one type or of all, never more than the cap at once. */
export function expandNode(app: App, key: string, type?: string): void {
  const { state, shown } = app
  const present = state.value.scope === 'overview' ? [] : shown.value.nodes.map(node => node.key)
  const inside = new Set(present)
  const all = neighbours(app, key, type)
  const missing = all.filter(other => !inside.has(other))
  const next = [...new Set([...present, key, ...missing.slice(0, EXPAND_CAP)])]
  const added = Math.min(missing.length, EXPAND_CAP)
  const shownNow = all.filter(other => inside.has(other)).length + added
  app.act({
    scope: 'set',
    set: next,
    view: 'graph',
    hidden: state.value.hidden.filter(item => !next.includes(item)),
    selected: [key],
    edges: [],
    layout: state.value.scope === 'overview' ? 'radial' : state.value.layout,
  })
  app.notice.value = `${shownNow} / ${all.length}`
}

/** Takes away neighbours whose links lead nowhere in the picture but to this node and to one another. */
export function collapseNode(app: App, key: string): void {
  const inside = new Set(app.shown.value.nodes.map(node => node.key))
  const circle = new Set([key, ...neighbours(app, key)])
  const gone = new Set(
    [...circle].filter(
      other => other !== key && neighbours(app, other).every(end => circle.has(end) || !inside.has(end)),
    ),
  )
  const left = [...inside].filter(item => !gone.has(item))
  if (left.length === inside.size) {
    app.notice.value = t('nothingToCollapse')
    return
  }
  app.act({ scope: 'set', set: left, selected: [key] })
}

export function hideNodes(app: App, keys: readonly string[]): void {
  app.act({ hidden: [...app.state.value.hidden, ...keys], selected: [], edges: [] })
}

/** Shows a place with everything that lies in it, however deep. */
export function lookWithin(app: App, key: string): void {
  const filters = replaceFilter(app.state.value.filters, 'place', { facet: 'place', values: [key] })
  app.act({ scope: 'all', filters, hidden: [], edges: [], path: [], view: 'graph', layout: 'stored' })
}

/** Opens the facts of one or several relations. */
export function openEdges(app: App, edges: readonly string[]): void {
  revealDetails()
  app.act({ edges, path: [], article: null })
}

/** Shows exactly these nodes. */
export function showSet(app: App, keys: readonly string[], layout: 'stored' | 'radial' = 'stored'): void {
  app.act({ scope: 'set', set: keys, hidden: [], filters: [], view: 'graph', layout, edges: [], path: [] })
}
