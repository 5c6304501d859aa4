import { type ForestNode, LEAF } from '../../../src/relate/learned/forest.ts'
import { share } from '../logistic.ts'

/** One example: the features that hold, whether it is right, how much it counts. */
export interface Example {
  readonly features: readonly number[]
  readonly right: 0 | 1
  readonly weight: number
}

/** Found by the folds: six times as many trees that each say a fifth of it are hardly better. */
const TREES = 100
const RATE = 0.2
const LEAVES = 31
/** Strength of the penalty on what a node says. */
const RIDGE = 20
/** A branch that is surer than this of all its examples together tells nothing more, and a question that gains less is not asked. */
const LEAST_CURVATURE = 2
const LEAST_GAIN = 2

/** A node while its tree grows: its examples, and by feature slope and curvature of those of whom it holds, by twos. */
interface Node {
  readonly rows: Int32Array
  readonly sums: Float64Array
  readonly slope: number
  readonly bend: number
  readonly value: number
  readonly question: { readonly feature: number; readonly gain: number } | undefined
  branches?: readonly [holds: Node, holdsNot: Node]
}

/**
 * Fits trees to examples by gradient boosting with Newton steps (Friedman 2001; leaf by leaf, as LightGBM grows them). Every
 * other feature may be asked for in a tree, others in the next (random subspaces: Ho 1998; here by a fixed hash), so that the
 * same examples give the same trees.
 * @param size number of features
 * @returns the trees' nodes; the first is a tree of its own, which bears how often examples are right at all
 */
export function growForest(examples: readonly Example[], size: number): ForestNode[] {
  const base = baseOf(examples)
  const odds = new Float64Array(examples.length).fill(base)
  const steps = new Float64Array(2 * examples.length)
  const { plant, split } = groundOf(examples, size, steps)
  const nodes: ForestNode[] = [{ depth: 0, lift: base, feature: LEAF }]
  for (let tree = 0; tree < TREES; tree++) {
    examples.forEach(({ right, weight }, row) => {
      const p = share(odds[row]!)
      steps[2 * row] = weight * (p - right)
      steps[2 * row + 1] = weight * p * (1 - p)
    })
    const root = plant(tree)
    const leaves = [root]
    while (leaves.length < LEAVES) {
      const next = mostGaining(leaves)
      if (!next?.question) break
      next.branches = split(next, next.question.feature, tree)
      leaves.splice(leaves.indexOf(next), 1, ...next.branches)
    }
    if (leaves.length === 1) continue
    for (const { rows, value } of leaves) for (const row of rows) odds[row]! += value
    write(root, 0, 0, nodes)
  }
  return nodes
}

/** What trees grow on: the features of all examples, and their slopes and curvatures as they are at the time, by twos. */
function groundOf(examples: readonly Example[], size: number, steps: Float64Array) {
  const { starts, ids, columns } = layOut(examples, size)
  const marked = new Uint8Array(examples.length)
  const all = Int32Array.from(examples.keys())

  const sumsOver = (rows: Int32Array): Float64Array => {
    const sums = new Float64Array(2 * size)
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r]!
      const [slope, bend] = [steps[2 * row]!, steps[2 * row + 1]!]
      for (let i = starts[row]!, end = starts[row + 1]!; i < end; i++) {
        const at = 2 * ids[i]!
        sums[at]! += slope
        sums[at + 1]! += bend
      }
    }
    return sums
  }
  const nodeOf = (rows: Int32Array, sums: Float64Array, tree: number): Node => {
    let [slope, bend] = [0, 0]
    for (const row of rows) {
      slope += steps[2 * row]!
      bend += steps[2 * row + 1]!
    }
    const node = { rows, sums, slope, bend, value: (-RATE * slope) / (bend + RIDGE) }
    return { ...node, question: bestQuestion(node, tree) }
  }
  /** Sums are taken over the smaller branch; the other has what is left. */
  const split = (node: Node, feature: number, tree: number): readonly [Node, Node] => {
    const column = columns[feature]!
    for (const row of column) marked[row] = 1
    const [holds, holdsNot] = [node.rows.filter(row => marked[row] === 1), node.rows.filter(row => marked[row] === 0)]
    for (const row of column) marked[row] = 0
    const holdsFewer = holds.length < holdsNot.length
    const fewer = sumsOver(holdsFewer ? holds : holdsNot)
    const others = node.sums.map((sum, at) => sum - fewer[at]!)
    return [nodeOf(holds, holdsFewer ? fewer : others, tree), nodeOf(holdsNot, holdsFewer ? others : fewer, tree)]
  }
  return { plant: (tree: number): Node => nodeOf(all, sumsOver(all), tree), split }
}

function layOut(examples: readonly Example[], size: number) {
  const starts = new Int32Array(examples.length + 1)
  const columns = Array.from({ length: size }, (): number[] => [])
  examples.forEach(({ features }, row) => {
    starts[row + 1] = starts[row]! + features.length
    for (const feature of features) columns[feature]!.push(row)
  })
  const ids = new Int32Array(starts[examples.length]!)
  examples.forEach(({ features }, row) => {
    ids.set(features, starts[row])
  })
  return { starts, ids, columns }
}

/** Log-odds of being right at all, with one example more of each. */
function baseOf(examples: readonly Example[]): number {
  let [right, all] = [1, 2]
  for (const example of examples) {
    right += example.weight * example.right
    all += example.weight
  }
  return Math.log(right / (all - right))
}

/** Whether a feature may be asked for in a tree. */
const mayAsk = (feature: number, tree: number): boolean =>
  (Math.imul(feature * TREES + tree + 1, 0x9e3779b1) >>> 15) % 2 === 0

function bestQuestion({ sums, slope, bend }: Omit<Node, 'question'>, tree: number): Node['question'] {
  const own = (slope * slope) / (bend + RIDGE)
  let best: Node['question']
  for (let feature = 0; 2 * feature < sums.length; feature++) {
    const [a, b] = [sums[2 * feature + 1]!, bend - sums[2 * feature + 1]!]
    if (a < LEAST_CURVATURE || b < LEAST_CURVATURE || !mayAsk(feature, tree)) continue
    const [holds, holdsNot] = [sums[2 * feature]!, slope - sums[2 * feature]!]
    const gain = (holds * holds) / (a + RIDGE) + (holdsNot * holdsNot) / (b + RIDGE) - own
    if (gain > (best?.gain ?? LEAST_GAIN)) best = { feature, gain }
  }
  return best
}

function mostGaining(leaves: readonly Node[]): Node | undefined {
  let best: Node | undefined
  for (const leaf of leaves) if (leaf.question && leaf.question.gain > (best?.question?.gain ?? 0)) best = leaf
  return best
}

/** Lifts are kept to the thousandth. */
const SCALE = 1000

function write({ branches, question, value }: Node, depth: number, above: number, nodes: ForestNode[]): void {
  const feature = branches && question ? question.feature : LEAF
  nodes.push({ depth, lift: Math.round((value - above) * SCALE) / SCALE, feature })
  for (const branch of branches ?? []) write(branch, depth + 1, value, nodes)
}
