/** One example: the features that hold, and whether it is right. */
export interface Example {
  readonly features: readonly number[]
  /** What each feature is worth where it is a measure; one each where absent. */
  readonly values?: readonly number[]
  readonly right: 0 | 1
  /** How much it counts. */
  readonly weight?: number
  /** Log-odds that it starts from. */
  readonly offset?: number
}

const ITERATIONS = 300

/**
 * Fits a logistic model with an L2 penalty by accelerated full-batch gradient descent (Nesterov) with the step of each feature
 * bounded by its curvature, so that it is deterministic and never overshoots.
 * @param size number of features
 * @param ridge strength of the penalty, in examples
 * @param free features that are not held back by the penalty
 */
export function fitLogistic(
  examples: readonly Example[],
  size: number,
  ridge: number,
  free: readonly number[] = [],
): Float64Array {
  const curvature = new Float64Array(size).fill(ridge)
  for (const { features, values, weight = 1 } of examples) {
    const length = values ? values.reduce((sum, value) => sum + Math.abs(value), 0) : features.length
    features.forEach((j, i) => {
      curvature[j]! += 0.25 * weight * length * Math.abs(values?.[i] ?? 1)
    })
  }
  let weights = new Float64Array(size)
  const ahead = new Float64Array(size)
  let momentum = 1
  for (let round = 0; round < ITERATIONS; round++) {
    const gradient = ahead.map((w, j) => (free.includes(j) ? 0 : ridge * w))
    for (const example of examples) {
      const { features, values, right, weight = 1 } = example
      const error = (share(oddsOf(ahead, example)) - right) * weight
      if (values) for (let i = 0; i < features.length; i++) gradient[features[i]!]! += error * values[i]!
      else for (const j of features) gradient[j]! += error
    }
    const next = new Float64Array(size)
    for (let j = 0; j < size; j++) next[j] = ahead[j]! - gradient[j]! / curvature[j]!
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2
    const pull = (momentum - 1) / nextMomentum
    for (let j = 0; j < size; j++) ahead[j] = next[j]! + pull * (next[j]! - weights[j]!)
    weights = next
    momentum = nextMomentum
  }
  return weights
}

/** @returns the probability that odds of this logarithm stand for */
export const share = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** The log-odds that weights give an example. */
export function oddsOf(weights: Float64Array, { features, values, offset = 0 }: Omit<Example, 'right'>): number {
  let sum = offset
  if (values) for (let i = 0; i < features.length; i++) sum += weights[features[i]!]! * values[i]!
  else for (const j of features) sum += weights[j]!
  return sum
}
