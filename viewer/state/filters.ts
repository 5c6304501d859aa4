import type { EdgeItem, NodeItem } from '../data/model.ts'
import type { Derived } from './shown.ts'
import type { Filter } from './view-state.ts'

/** Where nodes lie. */
type Where = Pick<Derived, 'district' | 'containers'>

/** Whether a node passes every filter of the chain that speaks of nodes. */
export function nodeTest(filters: readonly Filter[], where: Where): (node: NodeItem) => boolean {
  const tests = filters.flatMap(filter => nodeFilter(filter, where) ?? [])
  return node => tests.every(test => test(node))
}

function nodeFilter(filter: Filter, { district, containers }: Where): ((node: NodeItem) => boolean) | null {
  switch (filter.facet) {
    case 'type': {
      const values = new Set(filter.values)
      return node => values.has(node.type)
    }
    case 'kind': {
      const values = new Set(filter.values)
      return node => values.has(node.kind ?? node.type)
    }
    case 'place': {
      const values = new Set(filter.values)
      return node => values.has(district(node.key) ?? '') || [...containers(node.key)].some(key => values.has(key))
    }
    case 'community': {
      const values = new Set(filter.values)
      return node => values.has(String(node.community))
    }
    default:
      return null
  }
}

/** Whether a relation passes every filter of the chain that speaks of relations. */
export function edgeTest(filters: readonly Filter[]): (edge: EdgeItem) => boolean {
  const tests = filters.flatMap(filter => edgeFilter(filter) ?? [])
  return edge => tests.every(test => test(edge))
}

function edgeFilter(filter: Filter): ((edge: EdgeItem) => boolean) | null {
  switch (filter.facet) {
    case 'relation': {
      const values = new Set(filter.values)
      return edge => values.has(edge.type)
    }
    case 'confidence':
      return edge => edge.confidence >= filter.min
    case 'sources':
      return edge => sourceCount(edge) >= filter.min
    case 'date':
      return edge => edge.evidence.some(item => item.date !== undefined && inPeriod(item.date, filter.from, filter.to))
    default:
      return null
  }
}

/** Dates may be parts (`2024`, `2024-03`): a part lies in a period when the period holds its first months. */
function inPeriod(date: string, from: string, to: string): boolean {
  return (from === '' || date >= from.slice(0, date.length)) && (to === '' || date.slice(0, to.length) <= to)
}

/** Number of different articles that say so. */
export function sourceCount(edge: EdgeItem): number {
  return new Set(edge.evidence.map(item => item.article)).size
}

/** The chain with one value of a facet switched; a facet without values leaves the chain. */
export function toggleValue(
  filters: readonly Filter[],
  facet: 'type' | 'kind' | 'relation' | 'place' | 'community',
  value: string,
): readonly Filter[] {
  const found = filters.find(filter => filter.facet === facet)
  const values = found && 'values' in found ? found.values : []
  const next = values.includes(value) ? values.filter(item => item !== value) : [...values, value]
  return replaceFilter(filters, facet, next.length ? { facet, values: next } : null)
}

/** The chain with a facet's filter put in place, at the end if it is new, or taken out. */
export function replaceFilter(
  filters: readonly Filter[],
  facet: Filter['facet'],
  next: Filter | null,
): readonly Filter[] {
  const at = filters.findIndex(filter => filter.facet === facet)
  if (at < 0) return next ? [...filters, next] : filters
  return next ? filters.with(at, next) : filters.toSpliced(at, 1)
}
