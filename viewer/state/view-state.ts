import type { Camera } from '../graph/graph-port.ts'

/** Main views of the app, in the order of their buttons. */
export const VIEWS = ['graph', 'matrix', 'timeline', 'table', 'query'] as const
export type View = (typeof VIEWS)[number]

export const LAYOUTS = ['stored', 'columns', 'radial', 'levels', 'force'] as const
export type LayoutName = (typeof LAYOUTS)[number]

/** What a mark's size tells: how many links, articles, figures; or nothing. */
export const SIZES = ['links', 'articles', 'figures', 'same'] as const
export type SizeBy = (typeof SIZES)[number]

/** What a mark's colour tells. */
export const COLOURS = ['type', 'place', 'community', 'articles'] as const
export type ColourBy = (typeof COLOURS)[number]

/** What keeps its value: one facet and the values that pass; `min` for the numeric ones, `from`/`to` for dates. */
export type Filter =
  | { readonly facet: 'type' | 'kind' | 'relation' | 'place' | 'community'; readonly values: readonly string[] }
  | { readonly facet: 'confidence' | 'sources'; readonly min: number }
  | { readonly facet: 'date'; readonly from: string; readonly to: string }

export type Facet = Filter['facet']

/** The one state of exploration. It goes into the address, the undo stack and saved views. */
export interface ViewState {
  readonly view: View
  /** `overview`: districts and what ties them; `all`: every entity; `set`: the nodes of `set`. */
  readonly scope: 'overview' | 'all' | 'set'
  readonly set: readonly string[]
  readonly hidden: readonly string[]
  readonly filters: readonly Filter[]
  readonly selected: readonly string[]
  /** Relations whose facts are open: one edge, or all that a tie folds. */
  readonly edges: readonly string[]
  /** Keys of the edges of the path that is told. */
  readonly path: readonly string[]
  readonly article: { readonly id: string; readonly start: number; readonly end: number } | null
  readonly layout: LayoutName
  readonly sizeBy: SizeBy
  readonly colourBy: ColourBy
  /** Where the reader has moved the picture; null shows all of it. */
  readonly camera: Camera | null
  /** Positions that the reader gave by dragging. */
  readonly pins: Readonly<Record<string, readonly [x: number, y: number]>>
  readonly query: string
}

export const START: ViewState = {
  view: 'graph',
  scope: 'overview',
  set: [],
  hidden: [],
  filters: [],
  selected: [],
  edges: [],
  path: [],
  article: null,
  layout: 'stored',
  sizeBy: 'links',
  colourBy: 'type',
  camera: null,
  pins: {},
  query: '',
}
