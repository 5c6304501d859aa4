const names: string[] = []
const numbers = new Map<string, number>()

/**
 * @param name without commas, which part the cells of the file of weights
 * @returns the number of a feature, the same for the same words; called when modules load, not for each pair.
 */
export function feature(name: string): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, names.length)
  return names.push(name) - 1
}

/** @returns one feature for each of the words, as a table to look numbers up in. */
export function featuresBy<K extends string>(
  words: readonly K[],
  name: (word: K) => string,
): Readonly<Record<K, number>> {
  return Object.fromEntries(words.map(word => [word, feature(name(word))])) as Record<K, number>
}

/** What the number of a feature stands for, in words. */
export const featureName = (number: number): string => names[number] as string

/** @returns the number of a known feature, or undefined. */
export const featureNumber = (name: string): number | undefined => numbers.get(name)

export const countFeatures = (): number => names.length

/** All features in words, by their numbers. */
export const featureNames = (): readonly string[] => names

/** The features that hold of one pair, each once; used again for the next pair. */
export class FeatureList {
  #numbers = new Int32Array(64)
  #seen = new Int32Array(256)
  #round = 0
  length = 0

  clear(): void {
    this.#round++
    this.length = 0
  }

  add(number: number): void {
    if (number >= this.#seen.length) {
      const longer = new Int32Array(2 * number)
      longer.set(this.#seen)
      this.#seen = longer
    }
    if (this.#seen[number] === this.#round) return
    this.#seen[number] = this.#round
    if (this.length === this.#numbers.length) {
      const longer = new Int32Array(2 * this.length)
      longer.set(this.#numbers)
      this.#numbers = longer
    }
    this.#numbers[this.length++] = number
  }

  has(number: number): boolean {
    return this.#seen[number] === this.#round
  }

  addAll(numbers: Int32Array): void {
    for (let i = 0; i < numbers.length; i++) this.add(numbers[i] as number)
  }

  /** The numbers, as they were added. */
  values(): Int32Array {
    return this.#numbers.subarray(0, this.length)
  }
}
