/** Sets of keys that are one thing, grown pair by pair; pairs that must stay apart are never brought together. */
export class Components {
  private readonly parent = new Map<string, string>()
  private readonly apart: (readonly [string, string])[]

  /** @param apart pairs of keys that are two things */
  constructor(apart: readonly (readonly [string, string])[]) {
    this.apart = [...apart]
  }

  /** @returns the key that stands for the set of this one */
  find(key: string): string {
    const parent = this.parent.get(key)
    if (parent === undefined || parent === key) return key
    const root = this.find(parent)
    this.parent.set(key, root)
    return root
  }

  /** @returns a pair that must stay apart and that joining these two would bring together */
  obstacle(a: string, b: string): readonly [string, string] | undefined {
    const roots = new Set([this.find(a), this.find(b)])
    return this.apart.find(([x, y]) => {
      const ends = new Set([this.find(x), this.find(y)])
      return ends.size === 2 && [...ends].every(end => roots.has(end))
    })
  }

  /** Joins two sets; the smaller key stands for both, so that order makes no difference. */
  join(a: string, b: string): void {
    const [low = a, high = b] = [this.find(a), this.find(b)].sort()
    if (low !== high) this.parent.set(high, low)
  }
}
