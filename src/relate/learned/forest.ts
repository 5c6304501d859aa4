import type { FeatureList } from './feature-list.ts'

/**
 * Decision trees whose answers are added up (gradient boosting: Friedman 2001). A node asks whether a feature holds; each node
 * bears what is known once it is reached, so that every step from one to the next tells what the feature brought.
 */
export interface Forest {
  readonly roots: Int32Array
  /** The feature that a node asks for, `LEAF` where it asks for none. */
  readonly features: Int32Array
  /** Where the feature does not hold; where it holds, the next node follows. */
  readonly without: Int32Array
  /** Log-odds that the node's tree has come to. */
  readonly values: Float64Array
}

export const LEAF = -1

/** A node as it is written: trees stand one after another, a node before its branches, the one where its feature holds first. */
export interface ForestNode {
  /** 0 for the root of a tree. */
  readonly depth: number
  /** What reaching it adds to the log-odds of the node above; of a root all that it bears. */
  readonly lift: number
  readonly feature: number
}

/** @throws RangeError where a node does not follow from those before it; its message begins with the node's place in the list */
export function plantForest(nodes: readonly ForestNode[]): Forest {
  const forest = {
    roots: Int32Array.from([...nodes.keys()].filter(at => nodes[at]!.depth === 0)),
    features: Int32Array.from(nodes, ({ feature }) => feature),
    without: new Int32Array(nodes.length),
    values: new Float64Array(nodes.length),
  }
  /** Nodes whose branches are being read, the root first. */
  const above: { readonly at: number; branches: number }[] = []
  nodes.forEach(({ depth, lift, feature }, at) => {
    while (above.length && above.at(-1)!.branches === 2) above.pop()
    const parent = above.at(-1)
    if (depth !== above.length) throw new RangeError(`${at}: depth ${depth} where ${above.length} follows`)
    if (parent && ++parent.branches === 2) forest.without[parent.at] = at
    forest.values[at] = lift + (parent ? forest.values[parent.at]! : 0)
    if (feature !== LEAF) above.push({ at, branches: 0 })
  })
  if (above.some(({ branches }) => branches < 2)) throw new RangeError(`${nodes.length}: the last tree ends too soon`)
  return forest
}

/** @returns the log-odds that the trees give to what the features describe */
export function sumOfForest({ roots, features, without, values }: Forest, list: FeatureList): number {
  let sum = 0
  for (let tree = 0; tree < roots.length; tree++) {
    let at = roots[tree]!
    for (let asked = features[at]!; asked !== LEAF; asked = features[at]!) at = list.has(asked) ? at + 1 : without[at]!
    sum += values[at]!
  }
  return sum
}

/** What asking for one feature brought, all trees together (path attribution: Saabas 2014). */
export interface Lift {
  readonly feature: number
  readonly holds: boolean
  readonly lift: number
}

/** @returns what each feature that was asked for brought, and under `LEAF` what the trees begin with: together the sum */
export function liftsOf({ roots, features, without, values }: Forest, list: FeatureList): readonly Lift[] {
  const lifts = new Map<number, number>([[LEAF, 0]])
  const add = (feature: number, lift: number) => lifts.set(feature, (lifts.get(feature) ?? 0) + lift)
  for (const root of roots) {
    add(LEAF, values[root]!)
    for (let at = root; features[at] !== LEAF; ) {
      const feature = features[at]!
      const next = list.has(feature) ? at + 1 : without[at]!
      add(feature, values[next]! - values[at]!)
      at = next
    }
  }
  return [...lifts].map(([feature, lift]) => ({ feature, holds: feature !== LEAF && list.has(feature), lift }))
}
