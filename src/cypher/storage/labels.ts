/** Which nodes have one label: a bit each, and the list of them by rising id. */
export class LabelSet {
  readonly name: string
  readonly bits: Uint32Array
  readonly ids: Int32Array

  constructor(name: string, nodes: number, ids: readonly number[]) {
    this.name = name
    this.bits = new Uint32Array((nodes + 31) >> 5)
    this.ids = Int32Array.from(ids)
    for (const id of ids) this.bits[id >> 5] = (this.bits[id >> 5] as number) | (1 << (id & 31))
  }

  has(id: number): boolean {
    return ((this.bits[id >> 5] as number) & (1 << (id & 31))) !== 0
  }
}

/** @returns a set for each label, in order of first appearance. */
export function buildLabels(nodes: readonly { readonly labels: readonly string[] }[]): Map<string, LabelSet> {
  const lists = new Map<string, number[]>()
  for (let id = 0; id < nodes.length; id++) {
    for (const label of (nodes[id] as (typeof nodes)[number]).labels) {
      const list = lists.get(label)
      if (!list) lists.set(label, [id])
      else if (list[list.length - 1] !== id) list.push(id)
    }
  }
  return new Map([...lists].map(([label, ids]) => [label, new LabelSet(label, nodes.length, ids)]))
}
