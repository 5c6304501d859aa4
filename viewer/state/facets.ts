import type { Model } from '../data/model.ts'
import { edgeTest, nodeTest, replaceFilter } from './filters.ts'
import type { Derived } from './shown.ts'
import type { ViewState } from './view-state.ts'

export type ListFacet = 'type' | 'kind' | 'relation' | 'place' | 'community'

export interface FacetCount {
  readonly value: string
  readonly count: number
}

export type FacetCounts = Readonly<Record<ListFacet, readonly FacetCount[]>>

/** Counts by value over the whole graph, each facet under all the other filters but not under its own. */
export function countFacets(model: Model, derived: Derived, state: ViewState): FacetCounts {
  const nodes = (facet: 'type' | 'kind' | 'place' | 'community', value: (key: string, at: number) => string | null) => {
    const passes = nodeTest(replaceFilter(state.filters, facet, null), derived)
    return tally(model.nodes.map((node, at) => (passes(node) ? value(node.key, at) : null)))
  }
  const passesEdge = edgeTest(replaceFilter(state.filters, 'relation', null))
  const node = (at: number) => model.nodes[at]
  return {
    type: nodes('type', (_, at) => node(at)?.type ?? null),
    kind: nodes('kind', (_, at) => node(at)?.kind ?? null),
    place: nodes('place', key => derived.district(key)),
    community: nodes('community', (_, at) => String(node(at)?.community ?? 0)),
    relation: tally(model.edges.map(edge => (passesEdge(edge) ? edge.type : null))),
  }
}

function tally(values: readonly (string | null)[]): readonly FacetCount[] {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
