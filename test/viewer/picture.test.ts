import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createModel } from '../../viewer/data/model.ts'
import { forceAsk } from '../../viewer/graph/force-protocol.ts'
import { forceSteps } from '../../viewer/graph/force-steps.ts'
import { fitText, overlap, placeLabels } from '../../viewer/graph/labels.ts'
import { dress } from '../../viewer/graph/look.ts'
import { nearestLine } from '../../viewer/graph/nearest-line.ts'
import { palette } from '../../viewer/graph/palette.ts'
import { spread } from '../../viewer/graph/spread.ts'
import { derive } from '../../viewer/state/shown.ts'
import { generateSnapshot } from './generate.ts'

const snapshot = generateSnapshot({ nodes: 240, edges: 700 })
const model = createModel(snapshot)
const derived = derive(model)

describe('labels', () => {
  const wish = fc.record({
    x: fc.integer({ min: -20, max: 620 }),
    y: fc.integer({ min: -20, max: 420 }),
    width: fc.integer({ min: 10, max: 200 }),
    height: fc.constantFrom(16, 18),
    radius: fc.integer({ min: 2, max: 16 }),
    side: fc.constantFrom('right', 'left', 'above', 'below'),
  })

  it('never overlap, never leave the view, and come in the order of the wishes', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 80 }), fc.integer({ min: 0, max: 80 }), (wishes, most) => {
        const named = wishes.map((one, at) => ({
          ...one,
          side: one.side as 'right',
          key: String(at),
          text: String(at),
        }))
        const placed = placeLabels(named, { width: 600, height: 400 }, most)
        expect(placed.length).toBeLessThanOrEqual(most)
        placed.forEach((a, at) => {
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 600 && a.y + a.height <= 400).toBe(true)
          for (const b of placed.slice(at + 1)) expect(overlap(a, b)).toBe(false)
        })
        const order = placed.map(label => Number(label.key))
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
    )
  })

  it('leave a mark in focus uncovered', () => {
    const obstacle = { key: 'o', text: '', x: 112, y: 90, width: 30, height: 20 }
    const one = { key: 'a', text: 'a', x: 100, y: 100, radius: 4, side: 'right' as const, width: 50, height: 16 }
    const [label] = placeLabels([one], { width: 300, height: 200 }, 5, { never: [obstacle], rather: [] })
    expect(label && label.x < 100).toBe(true)
  })

  it('are cut by measure, never by count', () => {
    const measure = (text: string) => [...text].reduce((sum, char) => sum + (/[a-z…]/.test(char) ? 6 : 12), 0)
    expect(fitText('和林格尔县盛乐镇', 96, measure)).toBe('和林格尔县盛乐镇')
    expect(fitText('和林格尔县盛乐镇', 70, measure)).toBe('和林格尔县…')
    expect(fitText('abcdefghij', 36, measure)).toBe('abcde…')
  })
})

describe('pictures', () => {
  it('spread: no two marks cover one another, and what stands free stays', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 760 }), y: fc.integer({ min: 0, max: 760 }) })
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 40 }), list => {
        const corners = [
          { x: -2000, y: -2000 },
          { x: 2000, y: 2000 },
        ]
        const named = [...corners, ...list].map((one, at) => ({ ...one, key: String(at) }))
        const at = spread(named, () => 5, 760)
        const pixel = 4000 / 760
        for (const [index, a] of named.entries()) {
          for (const b of named.slice(index + 1)) {
            const [one, two] = [at.get(a.key)!, at.get(b.key)!]
            expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeGreaterThan(5 * pixel)
          }
        }
        expect(at.get('0')).toEqual(corners[0])
        expect(spread(named, () => 5, 760)).toEqual(at)
      }),
    )
  })

  it('force: the same places on every run, ending when it says so', () => {
    const places = model.nodes.slice(0, 60)
    const inside = new Set(places.map(node => node.key))
    const among = model.edges.filter(edge => inside.has(edge.source) && inside.has(edge.target))
    const run = (every: number) => [...forceSteps(forceAsk(places, among), every)]
    const [slow, fast] = [run(7), run(100)]
    expect(slow.at(-1)).toEqual(fast.at(-1))
    expect(slow.at(-1)?.done).toBe(1)
    expect(slow.length).toBeGreaterThan(fast.length)
    expect(slow.at(-1)?.at.every(Number.isFinite)).toBe(true)
    expect(slow.at(-1)?.at).not.toEqual(slow[0]?.at)
  })

  it('colours: the ten largest groups apart, the rest together; counts add up', () => {
    const ground = { district: derived.district, figures: () => 2, dark: false }
    for (const colourBy of ['place', 'community'] as const) {
      const { colour, entries } = dress(model.nodes, { sizeBy: 'same', colourBy }, ground, palette(false))
      expect(entries.reduce((sum, entry) => sum + entry.count, 0)).toBe(model.nodes.length)
      expect(new Set(entries.map(entry => entry.colour)).size).toBe(entries.length)
      const known = new Set(entries.map(entry => entry.colour))
      for (const node of model.nodes) expect(known.has(colour(node))).toBe(true)
    }
    const { radius } = dress(model.nodes, { sizeBy: 'links', colourBy: 'type' }, ground, palette(false))
    const sizes = model.nodes.map(radius)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })

  it('a click near a line means it, a bent one too, and nothing where none is near', () => {
    const at: Record<string, { x: number; y: number }> = { a: { x: 0, y: 0 }, b: { x: 100, y: 0 } }
    const line = (key: string, bend: number) => ({
      key,
      source: 'a',
      target: 'b',
      colour: '',
      strongColour: '',
      size: 1,
      bend,
      flows: false,
    })
    const locate = (key: string) => at[key]
    const both = [line('straight', 0), line('bent', 0.6)]
    expect(nearestLine({ x: 50, y: 3 }, both, locate)).toBe('straight')
    expect(nearestLine({ x: 50, y: -29 }, both, locate)).toBe('bent')
    expect(nearestLine({ x: 50, y: 40 }, both, locate)).toBeNull()
    expect(nearestLine({ x: 0, y: 0 }, [{ ...line('gone', 0), target: 'nobody' }], locate)).toBeNull()
  })
})
