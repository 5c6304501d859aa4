import { COLOURS, type Facet, type Filter, LAYOUTS, SIZES, START, VIEWS, type ViewState } from './view-state.ts'

/** Ids stand in the address as they are; only what would end a field is escaped. */
const join = (list: readonly string[]): string => list.map(item => encodeURIComponent(item)).join(',')
const split = (text: string | null): string[] => (text ? text.split(',').map(decode) : [])

/** A hand-broken escape must not keep the page from opening. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

function writeFilter(filter: Filter): string {
  if ('values' in filter) return `${filter.facet}:${join(filter.values)}`
  if ('min' in filter) return `${filter.facet}:${filter.min}`
  return `${filter.facet}:${filter.from}~${filter.to}`
}

function readFilter(text: string): Filter | null {
  const at = text.indexOf(':')
  const facet = text.slice(0, at) as Facet
  const rest = text.slice(at + 1)
  switch (facet) {
    case 'type':
    case 'kind':
    case 'relation':
    case 'place':
    case 'community':
      return { facet, values: split(rest) }
    case 'confidence':
    case 'sources':
      return Number.isFinite(Number(rest)) ? { facet, min: Number(rest) } : null
    case 'date': {
      const [from = '', to = ''] = rest.split('~')
      return { facet, from, to }
    }
    default:
      return null
  }
}

function readCamera(text: string | null): ViewState['camera'] {
  const [x, y, ratio] = (text ?? '').split(',').map(Number)
  if (x === undefined || y === undefined || ratio === undefined) return null
  return [x, y, ratio].every(Number.isFinite) && ratio > 0 ? [x, y, ratio] : null
}

const LISTS = { set: 'set', hidden: 'hide', selected: 'sel', edges: 'edge', path: 'path' } as const
type ListField = keyof typeof LISTS

/** Writes what differs from the start state, so that the plain address is the first screen. */
export function writeHash(state: ViewState): string {
  const out: string[] = []
  const put = (name: string, value: string) => out.push(`${name}=${encodeURIComponent(value)}`)
  if (state.view !== START.view) put('view', state.view)
  if (state.scope !== START.scope) put('scope', state.scope)
  for (const field of Object.keys(LISTS) as ListField[]) if (state[field].length) put(LISTS[field], join(state[field]))
  for (const filter of state.filters) put('f', writeFilter(filter))
  if (state.layout !== START.layout) put('layout', state.layout)
  if (state.sizeBy !== START.sizeBy) put('size', state.sizeBy)
  if (state.colourBy !== START.colourBy) put('colour', state.colourBy)
  if (state.camera) put('cam', state.camera.map(value => value.toFixed(4)).join(','))
  if (state.article) put('read', join([state.article.id, String(state.article.start), String(state.article.end)]))
  if (state.query) put('q', state.query)
  const pins = Object.entries(state.pins).flatMap(([key, [x, y]]) => [key, x.toFixed(2), y.toFixed(2)])
  if (pins.length) put('pin', join(pins))
  return out.length ? `#v=1&${out.join('&')}` : ''
}

/**
 * Reads an address made by any build of the same data: ids that are gone drop out, unknown fields are passed over.
 * @param known whether the graph still holds a node, an edge or an article of that id.
 */
export function readHash(hash: string, known: (id: string) => boolean): ViewState {
  const params = new URLSearchParams(hash.replace(/^#/, ''))
  const list = (field: ListField) => split(params.get(LISTS[field])).filter(known)
  const choose = <T extends string>(all: readonly T[], name: string, fallback: T): T =>
    all.includes(params.get(name) as T) ? (params.get(name) as T) : fallback
  const [id = '', start = '', end = ''] = split(params.get('read'))
  const pins = split(params.get('pin'))
  return {
    ...START,
    view: choose(VIEWS, 'view', START.view),
    scope: choose(['overview', 'all', 'set'] as const, 'scope', START.scope),
    layout: choose(LAYOUTS, 'layout', START.layout),
    sizeBy: choose(SIZES, 'size', START.sizeBy),
    colourBy: choose(COLOURS, 'colour', START.colourBy),
    camera: readCamera(params.get('cam')),
    set: list('set'),
    hidden: list('hidden'),
    selected: list('selected'),
    edges: list('edges'),
    path: list('path'),
    filters: params.getAll('f').flatMap(text => readFilter(text) ?? []),
    article: id !== '' && known(id) ? { id, start: Number(start) || 0, end: Number(end) || 0 } : null,
    pins: Object.fromEntries(
      pins.flatMap((key, at) =>
        at % 3 === 0 && known(key) ? [[key, [Number(pins[at + 1]), Number(pins[at + 2])] as const]] : [],
      ),
    ),
    query: params.get('q') ?? '',
  }
}
