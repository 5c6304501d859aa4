import type { NodeItem } from '../data/model.ts'
import type { Shown } from '../state/shown.ts'
import type { Arrangement, Ground, Place } from './layouts.ts'

const SWEEPS = 6
/** Where the outer labels stand: programmes have longer names than districts. */
const MARGINS = [0.22, 0.42] as const
/** Longer columns than this have so many lines that only WebGL draws them fast enough. */
const FLOWING = 90

/**
 * Two sides facing each other, programmes on the right and who runs them on the left; each side sorted by the mean place of
 * its partners, swept a few times (Sugiyama's barycentre method), so that few lines cross. People and other bodies that are
 * shown too stand in columns between.
 */
export function columns(shown: Shown, ground: Ground): Arrangement {
  const order = ['Place', 'Organisation', 'Person', 'Programme'].filter(type =>
    shown.nodes.some(node => node.type === type),
  )
  const sides = order.map(type => shown.nodes.filter(node => node.type === type).map(node => node.key))
  const near = partners(shown)
  const rank = new Map<string, number>()
  const place = (side: readonly string[]) => {
    side.forEach((key, index) => {
      rank.set(key, (index + 0.5) / side.length)
    })
  }
  for (const side of sides) place(side)
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const side of sweep % 2 ? sides : [...sides].reverse()) {
      const weight = new Map(side.map(key => [key, mean((near.get(key) ?? []).map(other => rank.get(other) ?? 0.5))]))
      side.sort((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0) || (a < b ? -1 : 1))
      place(side)
    }
  }
  const at = new Map<string, Place>()
  const width = ground.aspect / (1 + MARGINS[0] + MARGINS[1])
  const last = sides.length - 1
  const longest = Math.max(...sides.map(side => side.length), 1)
  const stagger = new Map(shown.nodes.map((node: NodeItem) => [node.key, node.type]))
  sides.forEach((side, column) => {
    const x = last === 0 ? 0 : (column / last - 0.5) * width
    side.forEach((key, index) => {
      const y = 0.5 - (index + 0.5) / side.length
      at.set(key, {
        x: x + jitter(side.length, index, stagger.get(key)),
        y,
        side: column === 0 && last > 0 ? 'left' : 'right',
      })
    })
  })
  return {
    at,
    margins: MARGINS,
    scale: 1,
    most: Math.max(2.5, Math.min(8, 260 / longest)),
    flows: sides.length > 1 && longest < FLOWING,
  }
}

/** A very long column is broken into three strands, or its marks would touch. */
function jitter(length: number, index: number, type: string | undefined): number {
  if (length < 60) return 0
  return ((index % 3) - 1) * 0.05 * (type === 'Programme' ? 1 : -1)
}

function partners(shown: Shown): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>()
  const add = (a: string, b: string) => near.set(a, [...(near.get(a) ?? []), b])
  for (const { source, target } of shown.edges) {
    add(source, target)
    add(target, source)
  }
  return near
}

function mean(values: readonly number[]): number {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0.5
}
