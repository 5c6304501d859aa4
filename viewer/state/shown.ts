import { containerFinder } from '../data/containers.ts'
import { districtFinder, districtTies, sharedTies, soleDistricts, type Tie } from '../data/districts.ts'
import type { EdgeItem, Model, NodeItem } from '../data/model.ts'
import { edgeTest, nodeTest } from './filters.ts'
import type { ViewState } from './view-state.ts'

/** A line in the picture: one relation, or several folded into one tie. */
export interface ShownEdge {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly type: EdgeItem['type']
  readonly facts: readonly EdgeItem[]
}

export interface Shown {
  readonly nodes: readonly NodeItem[]
  readonly edges: readonly ShownEdge[]
  /** How many shared programmes the overview could show, where it had to choose. */
  readonly outOf: number | null
}

/** What is worked out once for a snapshot. */
export interface Derived {
  readonly ties: readonly Tie[]
  readonly district: (key: string) => string | null
  /** Programmes that one district alone runs, with that district. */
  readonly sole: ReadonlyMap<string, string>
  /** Every place that a node lies in, itself included. */
  readonly containers: (key: string) => ReadonlySet<string>
}

export function derive(model: Model): Derived {
  const ties = districtTies(model)
  return {
    ties,
    district: districtFinder(model),
    sole: soleDistricts(ties),
    containers: containerFinder(model),
  }
}

const OVERVIEW_PROGRAMMES = 28
const OVERVIEW_DISTRICTS = 32
const OVERVIEW_FALLBACK = 60

/** Applies scope, hidden nodes and the filter chain. Pure: the same state shows the same picture. */
export function showState(model: Model, derived: Derived, state: ViewState): Shown {
  if (state.scope === 'overview') return overview(model, derived, state)
  const hidden = new Set(state.hidden)
  const passes = nodeTest(state.filters, derived)
  const base = state.scope === 'all' ? model.nodes : state.set.flatMap(key => model.node.get(key) ?? [])
  const nodes = base.filter(node => !hidden.has(node.key) && passes(node))
  const edges = edgesAmong(model, nodes, edgeTest(state.filters))
  const isWhole = state.scope !== 'all' || !state.filters.some(filter => EDGE_FACETS.has(filter.facet))
  return { nodes: isWhole ? nodes : linked(nodes, edges), edges, outOf: null }
}

/** Facets that speak of relations. */
const EDGE_FACETS: ReadonlySet<string> = new Set(['relation', 'date', 'confidence', 'sources'])

/** Nodes that one of the relations speaks of: of a whole graph of one month only those that this month speaks of. */
function linked(nodes: readonly NodeItem[], edges: readonly ShownEdge[]): readonly NodeItem[] {
  const ends = new Set(edges.flatMap(edge => [edge.source, edge.target]))
  return nodes.filter(node => ends.has(node.key))
}

function edgesAmong(model: Model, nodes: readonly NodeItem[], passes: (edge: EdgeItem) => boolean): ShownEdge[] {
  const inside = new Set(nodes.map(node => node.key))
  const candidates = nodes.length * 4 < model.nodes.length ? linksOf(model, nodes) : model.edges
  return candidates
    .filter(edge => inside.has(edge.source) && inside.has(edge.target) && passes(edge))
    .map(edge => ({ key: edge.key, source: edge.source, target: edge.target, type: edge.type, facts: [edge] }))
}

function linksOf(model: Model, nodes: readonly NodeItem[]): EdgeItem[] {
  return [...new Set(nodes.flatMap(node => model.links(node.key)))]
}

/** Districts, and the programmes that two or more of them run. A graph without any falls back to its most linked entities. */
function overview(model: Model, derived: Derived, state: ViewState): Shown {
  const hidden = new Set(state.hidden)
  const passes = nodeTest(state.filters, derived)
  const passesEdge = edgeTest(state.filters)
  const { ties, programmes } = sharedTies(derived.ties, OVERVIEW_DISTRICTS, OVERVIEW_PROGRAMMES)
  const edges: ShownEdge[] = ties
    .map(tie => ({ tie, facts: tie.facts.filter(passesEdge) }))
    .filter(({ facts }) => facts.length > 0)
    .map(({ tie, facts }) => ({
      key: `${tie.district}\u0000${tie.programme}`,
      source: tie.district,
      target: tie.programme,
      type: 'RUNS',
      facts,
    }))
  const keys = new Set(edges.flatMap(edge => [edge.source, edge.target]))
  const visible = (node: NodeItem) => !hidden.has(node.key) && passes(node)
  if (keys.size === 0) {
    const nodes = model.nodes.slice(0, OVERVIEW_FALLBACK).filter(visible)
    return { nodes, edges: edgesAmong(model, nodes, passesEdge), outOf: null }
  }
  const nodes = model.nodes.filter(node => keys.has(node.key) && visible(node))
  const inside = new Set(nodes.map(node => node.key))
  return {
    nodes,
    edges: edges.filter(edge => inside.has(edge.source) && inside.has(edge.target)),
    outOf: programmes > OVERVIEW_PROGRAMMES ? programmes : null,
  }
}
