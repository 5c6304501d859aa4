import type { EdgeItem, Model, NodeItem } from './model.ts'

/** A programme that a district runs, with every fact that says so, the district's own or its subdistricts'. */
export interface Tie {
  readonly district: string
  readonly programme: string
  readonly facts: readonly EdgeItem[]
}

const CLIMB: ReadonlySet<string> = new Set(['LOCATED_IN', 'PART_OF', 'AFFILIATED_WITH'])

/** Finds the county-level place that a node lies in: by its own kind, by division code, by its anchor, else along containment. */
export function districtFinder(model: Model): (key: string) => string | null {
  const byCode = new Map<string, string>()
  for (const node of model.nodes) if (isDistrict(node) && node.code) byCode.set(node.code, node.key)
  const known = new Map<string, string | null>()
  const find = (key: string, depth: number): string | null => {
    const seen = known.get(key)
    if (seen !== undefined) return seen
    known.set(key, null)
    const node = model.node.get(key)
    if (!node) return null
    const coded = byCode.get(node.code?.slice(0, 6) ?? '') ?? byCode.get(node.anchor.slice(0, 6))
    const found = isDistrict(node) ? key : (coded ?? (depth > 0 ? climb(key, depth) : null))
    known.set(key, found)
    return found
  }
  const climb = (key: string, depth: number): string | null => {
    for (const link of model.links(key)) {
      if (link.source !== key || !CLIMB.has(link.type)) continue
      const found = find(link.target, depth - 1)
      if (found) return found
    }
    return null
  }
  return key => find(key, 6)
}

function isDistrict(node: NodeItem): boolean {
  return node.type === 'Place' && (node.kind === 'county' || node.kind === 'zone')
}

/** Which district runs which programme, folded up from everybody who runs it there. Sorted by district, programme. */
export function districtTies(model: Model): readonly Tie[] {
  const district = districtFinder(model)
  const ties = new Map<string, { district: string; programme: string; facts: EdgeItem[] }>()
  for (const edge of model.edges) {
    if (edge.type !== 'RUNS') continue
    const home = district(edge.source)
    if (!home) continue
    const id = `${home}\u0000${edge.target}`
    const tie = ties.get(id)
    if (tie) tie.facts.push(edge)
    else ties.set(id, { district: home, programme: edge.target, facts: [edge] })
  }
  return [...ties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tie]) => tie)
}

/** Programmes that one district alone runs, with that district: they belong there as much as its offices do. */
export function soleDistricts(ties: readonly Tie[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>()
  for (const { district, programme } of ties) {
    const known = found.get(programme)
    found.set(programme, known === undefined || known === district ? district : null)
  }
  return new Map([...found].flatMap(([programme, district]) => (district === null ? [] : [[programme, district]])))
}

/** So few shared programmes make a poor overview: others fill it up. */
const FEW = 16

/**
 * Ties of the programmes that most districts share, and of the districts that run most of them. Where few are shared,
 * programmes of one district fill up.
 */
export function sharedTies(
  ties: readonly Tie[],
  mostDistricts: number,
  mostProgrammes: number,
): { ties: readonly Tie[]; programmes: number } {
  const all = ranked(ties, tie => tie.programme)
  const shared = all.filter(([, districts]) => districts > 1)
  const kept = all.slice(0, Math.min(mostProgrammes, Math.max(FEW, shared.length)))
  const programmes = new Set(kept.map(([programme]) => programme))
  const among = ties.filter(tie => programmes.has(tie.programme))
  const districts = new Set(
    ranked(among, tie => tie.district)
      .slice(0, mostDistricts)
      .map(([district]) => district),
  )
  return { ties: among.filter(tie => districts.has(tie.district)), programmes: shared.length }
}

function ranked(ties: readonly Tie[], of: (tie: Tie) => string): readonly (readonly [string, number])[] {
  const count = new Map<string, number>()
  for (const tie of ties) count.set(of(tie), (count.get(of(tie)) ?? 0) + 1)
  return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
