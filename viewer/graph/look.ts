import type { NodeItem } from '../data/model.ts'
import type { ColourBy, SizeBy } from '../state/view-state.ts'
import { mix, type Palette } from './palette.ts'

/** Okabe and Ito's colours and four more that stay apart from them, as seen on light and on dark paper. */
const GROUPS: readonly (readonly [light: string, dark: string])[] = [
  ['#0072b2', '#56b4e9'],
  ['#d55e00', '#ff9a4d'],
  ['#007a5e', '#2fc79d'],
  ['#a5467e', '#e58fc2'],
  ['#8a6d00', '#e8c547'],
  ['#5b4bb7', '#a99bff'],
  ['#a02c2c', '#ff8a80'],
  ['#2f6f7a', '#7fd3e0'],
  ['#6b5b3e', '#cbb58a'],
  ['#4d6b1f', '#b4d66b'],
]
const OTHERS = ['#8f8b80', '#777a80'] as const

/** What a mark's size and colour tell. */
export interface Look {
  readonly sizeBy: SizeBy
  readonly colourBy: ColourBy
}

/** What the looks are made from beside the node itself. */
export interface LookGround {
  readonly district: (key: string) => string | null
  readonly figures: (key: string) => number
  readonly dark: boolean
}

/** An entry of the legend: the groups by size, the last one standing for all others; or the ends of a scale. */
export interface LookEntry {
  /** District key, community number, or a number of articles; null for all others. */
  readonly value: string | null
  readonly colour: string
  readonly count: number
}

export interface Dressed {
  readonly colour: (node: NodeItem) => string
  /** Radius in pixels before the crowd is reckoned with. */
  readonly radius: (node: NodeItem) => number
  /** Empty where colour tells the type, which the legend shows anyway. */
  readonly entries: readonly LookEntry[]
}

/** Gives marks their size and colour by what the reader chose. Shape goes on telling the type. */
export function dress(nodes: readonly NodeItem[], look: Look, ground: LookGround, palette: Palette): Dressed {
  const radius = radiusBy(look.sizeBy, ground)
  switch (look.colourBy) {
    case 'type':
      return { colour: node => palette.type(node.type), radius, entries: [] }
    case 'articles':
      return { ...byScale(nodes, palette, ground.dark), radius }
    default: {
      const group = (node: NodeItem) => (look.colourBy === 'place' ? ground.district(node.key) : String(node.community))
      return { ...byGroup(nodes, group, ground.dark), radius }
    }
  }
}

function radiusBy(sizeBy: SizeBy, { figures }: LookGround): (node: NodeItem) => number {
  const count: Readonly<Record<SizeBy, (node: NodeItem) => number>> = {
    links: node => node.degree,
    articles: node => node.articles * 3,
    figures: node => figures(node.key) * 3,
    same: () => 4,
  }
  return node => 3.6 + Math.sqrt(count[sizeBy](node)) * 1.05
}

function byGroup(nodes: readonly NodeItem[], groupOf: (node: NodeItem) => string | null, dark: boolean) {
  const counts = new Map<string, number>()
  let others = 0
  for (const node of nodes) {
    const group = groupOf(node)
    if (group === null) others += 1
    else counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const tone = dark ? 1 : 0
  const colours = new Map(ranked.slice(0, GROUPS.length).map(([group], at) => [group, GROUPS[at]?.[tone] ?? '']))
  for (const [, count] of ranked.slice(GROUPS.length)) others += count
  const entries: LookEntry[] = [...colours].map(([value, colour]) => ({ value, colour, count: counts.get(value) ?? 0 }))
  if (others > 0) entries.push({ value: null, colour: OTHERS[tone], count: others })
  return { colour: (node: NodeItem) => colours.get(groupOf(node) ?? '') ?? OTHERS[tone], entries }
}

const STEPS = 5

function byScale(nodes: readonly NodeItem[], palette: Palette, dark: boolean) {
  const most = nodes.reduce((big, node) => Math.max(big, node.articles), 1)
  const ink = dark ? '#ffd166' : '#8c2d04'
  const at = (share: number) => mix(ink, palette.paper, 0.28 + 0.72 * share)
  const share = (articles: number) => Math.log(Math.max(1, articles)) / Math.log(Math.max(2, most))
  const steps = [...new Set(Array.from({ length: STEPS }, (_, step) => Math.round(most ** (step / (STEPS - 1)))))]
  const entries = steps.map(value => ({ value: String(value), colour: at(share(value)), count: 0 }))
  return { colour: (node: NodeItem) => at(share(node.articles)), entries }
}
