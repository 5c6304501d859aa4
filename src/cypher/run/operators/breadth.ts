import { CypherError } from '../../error.ts'
import type { Hops } from './hop.ts'

/** Steps by which a node is reached on shortest ways from a root, as pairs of relationship and node before it. */
type Reached = Map<number, { readonly depth: number; readonly by: [number, number][] }>

/** A search from one root, level by level. */
class Wave {
  readonly reached: Reached
  frontier: number[]
  depth = 0
  private readonly root: number
  private readonly hops: Hops
  private readonly admit: (relationship: number) => boolean
  private readonly all: boolean

  constructor(root: number, hops: Hops, admit: (relationship: number) => boolean, all: boolean) {
    this.root = root
    this.hops = hops
    this.admit = admit
    this.all = all
    this.reached = new Map([[root, { depth: 0, by: [] }]])
    this.frontier = [root]
  }

  /** Goes one level further. Without `all` one way to each node is kept, the first in the stable order of relationships. */
  advance(): void {
    const { reached, all, admit } = this
    const found: number[] = []
    const depth = ++this.depth
    for (const node of this.frontier) {
      this.hops(node, (id, other) => {
        const seen = reached.get(other)
        if ((seen && (!all || seen.depth < depth)) || !admit(id)) return false
        if (seen) seen.by.push([id, node])
        else {
          reached.set(other, { depth, by: [[id, node]] })
          found.push(other)
        }
        return false
      })
    }
    this.frontier = found
  }

  /** @yields each shortest way from the root to a node, without recursion, since ways may be long. */
  *trails(end: number): Generator<number[]> {
    const nodes = [end]
    const next = [0]
    const steps: number[] = []
    const back = () => {
      nodes.pop()
      next.pop()
      steps.pop()
    }
    while (nodes.length > 0) {
      const at = nodes.length - 1
      const node = nodes[at] as number
      if (node === this.root) {
        yield steps.toReversed()
        back()
        continue
      }
      const step = this.reached.get(node)?.by[(next[at] as number)++]
      if (!step) back()
      else {
        steps.push(step[0])
        nodes.push(step[1])
        next.push(0)
      }
    }
  }
}

export interface Search {
  readonly hops: Hops
  /** The same relationships seen from the other end. */
  readonly back: Hops
  readonly admit: (relationship: number) => boolean
  readonly max: number
  readonly all: boolean
}

/** @yields the shortest ways from each node reached to it, by rising id; not to the root itself. */
export function* trailsToAll(
  { hops, admit, max, all }: Search,
  start: number,
): Generator<{ end: number; trail: number[] }> {
  const wave = new Wave(start, hops, admit, all)
  while (wave.depth < max && wave.frontier.length > 0) wave.advance()
  for (const end of [...wave.reached.keys()].sort((a, b) => a - b)) {
    if (end === start) continue
    for (const trail of wave.trails(end)) yield { end, trail }
  }
}

/** @yields the shortest ways between two different nodes, searched from both ends, the smaller wave first. */
export function* trailsBetween(
  { hops, back, admit, max, all }: Search,
  start: number,
  goal: number,
): Generator<number[]> {
  const there = new Wave(start, hops, admit, all)
  const here = new Wave(goal, back, admit, all)
  while (there.depth + here.depth < max && there.frontier.length > 0 && here.frontier.length > 0) {
    const [moving, other] = there.frontier.length <= here.frontier.length ? [there, here] : [here, there]
    moving.advance()
    const meetings = moving.frontier.filter(node => other.reached.has(node))
    if (meetings.length === 0) continue
    for (const node of meetings.sort((a, b) => a - b)) {
      for (const first of there.trails(node))
        for (const last of here.trails(node)) yield [...first, ...last.toReversed()]
    }
    return
  }
}

/** The shortest ways from a node back to itself that use no relationship twice, by deepening. */
export function cycles(
  hops: Hops,
  start: number,
  admit: (id: number) => boolean,
  max: number,
  all: boolean,
): number[][] {
  const found: number[][] = []
  const trail: number[] = []
  let deeper = true
  const walk = (node: number, left: number): void => {
    hops(node, (id, other) => {
      if (trail.includes(id) || !admit(id)) return false
      trail.push(id)
      if (left > 1) walk(other, left - 1)
      else {
        deeper = true
        if (other === start) found.push(trail.slice())
      }
      trail.pop()
      return !all && found.length > 0
    })
  }
  for (let depth = 1; depth <= max && deeper && found.length === 0; depth++) {
    deeper = false
    walk(start, depth)
  }
  return found
}

export function refuseSameEnds(): never {
  throw new CypherError({
    code: 'argument',
    message: {
      en: 'shortestPath() takes two different nodes, but both ends are the same',
      zh: 'shortestPath() 要两个不同的节点，两端却是同一个',
    },
    hint: { en: 'add WHERE a <> b before it', zh: '请先写 WHERE a <> b' },
  })
}
