import { countFeatures, FeatureList } from '../../../src/relate/learned/feature-list.ts'
import { type ForestNode, LEAF, plantForest, sumOfForest } from '../../../src/relate/learned/forest.ts'
import { type ByQuestion, byQuestion } from '../../../src/relate/learned/questions.ts'
import { growForest } from './boosting.ts'
import type { Candidate } from './examples.ts'

/** A feature that holds on fewer pages says nothing. */
const FEWEST_PAGES = 8
const NOWHERE = -1

/** The trees of each question, node by node. */
export type Fitted = ByQuestion<readonly ForestNode[]>

/** Fits the trees of every question. */
export const fitAll = (candidates: readonly Candidate[]): Fitted =>
  byQuestion(question => fitOne(candidates.filter(c => c.question === question && c.right !== null)))

function fitOne(asked: readonly Candidate[]): readonly ForestNode[] {
  const known = frequent(asked)
  const places = new Int32Array(countFeatures()).fill(NOWHERE)
  known.forEach((number, place) => {
    places[number] = place
  })
  // Where the gold gives the ends more relations hold: that is a property of the examples, not of any pair.
  const given = known.length
  const examples = asked.map(({ features, right, ends, weight }) => {
    const kept: number[] = []
    for (const number of features) if (places[number] !== NOWHERE) kept.push(places[number]!)
    if (ends === 'given') kept.push(given)
    return { features: kept, right: right as 0 | 1, weight }
  })
  return withoutAsking(given, growForest(examples, given + 1)).map(node =>
    node.feature === LEAF ? node : { ...node, feature: known[node.feature]! },
  )
}

function frequent(candidates: readonly Candidate[]): readonly number[] {
  const size = countFeatures()
  const rows = new Map([...new Set(candidates.map(({ page }) => page))].map((page, i) => [page, i * size]))
  const [seen, pages] = [new Uint8Array(rows.size * size), new Int32Array(size)]
  for (const { features, page } of candidates) {
    const row = rows.get(page)!
    for (const number of features) {
      if (seen[row + number] === 0) pages[number]!++
      seen[row + number] = 1
    }
  }
  return [...pages.keys()].filter(number => pages[number]! >= FEWEST_PAGES)
}

/** Trees that ask no more for a feature which never holds: what follows where it does is cut, what follows else moves up. */
function withoutAsking(feature: number, nodes: readonly ForestNode[]): ForestNode[] {
  const kept: ForestNode[] = []
  let at = 0
  const skip = (): void => {
    const { feature: asked } = nodes[at++]!
    if (asked === LEAF) return
    skip()
    skip()
  }
  const copy = (depth: number, lift: number): void => {
    const node = nodes[at++]!
    if (node.feature === feature) {
      skip()
      copy(depth, lift + node.lift)
      return
    }
    kept.push({ ...node, depth, lift: lift + node.lift })
    if (node.feature === LEAF) return
    copy(depth + 1, 0)
    copy(depth + 1, 0)
  }
  while (at < nodes.length) copy(0, 0)
  return kept
}

/** @returns the log-odds that trees give to a candidate */
export function oddsBy(nodes: readonly ForestNode[]): (candidate: Pick<Candidate, 'features'>) => number {
  const forest = plantForest(nodes)
  const list = new FeatureList()
  return ({ features }) => {
    list.clear()
    for (const number of features) list.add(number)
    return sumOfForest(forest, list)
  }
}
