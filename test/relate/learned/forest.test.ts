import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { FeatureList } from '../../../src/relate/learned/feature-list.ts'
import { type ForestNode, LEAF, liftsOf, plantForest, sumOfForest } from '../../../src/relate/learned/forest.ts'
import { compileForests, openForests, writeForestsImage } from '../../../src/relate/learned/forests.ts'
import { QUESTIONS } from '../../../src/relate/learned/questions.ts'

const node = (depth: number, lift: number, feature = LEAF): ForestNode => ({ depth, lift, feature })
const listOf = (...features: readonly number[]): FeatureList => {
  const list = new FeatureList()
  list.clear()
  for (const feature of features) list.add(feature)
  return list
}

/** How often it holds at all; then 1, and where that holds 2. */
const NODES = [node(0, -1), node(0, 0.1, 1), node(1, 1, 2), node(2, 2), node(2, -0.5), node(1, -0.25)]

describe('a forest', () => {
  const forest = plantForest(NODES)

  it('adds up what each tree comes to', () => {
    expect(sumOfForest(forest, listOf())).toBeCloseTo(-1 + 0.1 - 0.25)
    expect(sumOfForest(forest, listOf(2))).toBeCloseTo(-1 + 0.1 - 0.25)
    expect(sumOfForest(forest, listOf(1))).toBeCloseTo(-1 + 0.1 + 1 - 0.5)
    expect(sumOfForest(forest, listOf(2, 1))).toBeCloseTo(-1 + 0.1 + 1 + 2)
  })

  it('tells what each feature brought, whether it holds or not', () => {
    expect(liftsOf(forest, listOf(1))).toEqual([
      { feature: LEAF, holds: false, lift: -0.9 },
      { feature: 1, holds: true, lift: expect.closeTo(1) },
      { feature: 2, holds: false, lift: expect.closeTo(-0.5) },
    ])
  })

  it('refuses nodes that are no trees, and says which', () => {
    expect(() => plantForest([node(0, 1, 5), node(2, 1)])).toThrow(/^1: depth 2 where 1 follows/)
    expect(() => plantForest([node(0, 1), node(1, 1)])).toThrow(/^1: depth 1 where 0 follows/)
    expect(() => plantForest([node(0, 1, 5), node(1, 1)])).toThrow(/^2: the last tree ends too soon/)
  })
})

/** Trees of any shape over a handful of features. */
const { tree } = fc.letrec<{ tree: ForestNode[] }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: -300, max: 300 }).map(lift => [node(0, lift / 100)]),
    fc
      .tuple(fc.nat(5), fc.integer({ min: -300, max: 300 }), tie('tree'), tie('tree'))
      .map(([asked, lift, ...both]) => [
        node(0, lift / 100, asked),
        ...both.flat().map(below => ({ ...below, depth: below.depth + 1 })),
      ]),
  ),
}))

describe('of any forest', () => {
  it('the lifts together are the sum', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), fc.uniqueArray(fc.nat(5)), (trees, holding) => {
        const forest = plantForest(trees.flat())
        const list = listOf(...holding)
        const sum = liftsOf(forest, list).reduce((all, { lift }) => all + lift, 0)
        expect(sum).toBeCloseTo(sumOfForest(forest, list), 9)
      }),
    )
  })
})

describe('the image of the trees', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailuo-trees-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const relate = pathToFileURL(join(folder, '/'))

  it('holds them as they are compiled, and is passed over where the program is another', () => {
    mkdirSync(new URL('learned/', relate))
    for (const name of ['forest', 'forests', 'questions']) writeFileSync(new URL(`learned/${name}.js`, relate), name)
    writeForestsImage(relate)
    const [image, compiled] = [openForests(relate), compileForests()]
    for (const question of QUESTIONS) expect(image[question]).toEqual(compiled[question])
    expect(image.RUNS.values.buffer === image.FIGURE.values.buffer).toBe(true)
    writeFileSync(new URL('learned/forest.js', relate), 'changed')
    const anew = openForests(relate)
    expect(anew.RUNS.values.buffer === anew.FIGURE.values.buffer).toBe(false)
  })
})
