import { vetoOf } from '../link/vetoes.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Snapshot } from '../snapshot/format.ts'
import { standing } from './judgements.ts'

type Node = Snapshot['graph']['nodes'][number]

/** Two nodes that may be one and that nobody has judged. */
export interface Proposal {
  readonly a: Node
  readonly b: Node
  /** How alike they are, 0–1. */
  readonly likeness: number
  /** What an answer is worth: likeness by how much hangs on the two. */
  readonly worth: number
  readonly reasons: readonly string[]
}

const MARKS = /[\s\p{P}\p{S}]/gu
/** A piece of a name that so many nodes have says nothing. */
const COMMON = 60
const LEAST = 0.45

interface Name {
  readonly node: Node
  readonly text: string
  readonly pairs: ReadonlySet<string>
}

const plain = (name: string): string => name.normalize('NFKC').replace(MARKS, '').toLowerCase().slice(0, 60)

function nameOf(node: Node): Name {
  const text = plain(node.attributes.name)
  const chars = [...text]
  return { node, text, pairs: new Set(chars.slice(1).map((char, i) => `${chars[i]}${char}`)) }
}

/** Dice's coefficient over pairs of neighbouring characters. */
function dice(a: Name, b: Name): number {
  let shared = 0
  for (const pair of a.pairs) if (b.pairs.has(pair)) shared++
  return (2 * shared) / Math.max(1, a.pairs.size + b.pairs.size)
}

const ORDINAL = /[第一二三四五六七八九十百0-9甲乙丙丁东西南北]/gu
const marksOf = (text: string): string => (text.match(ORDINAL) ?? []).join('')

/** 集宁区委 and 集宁区委组织部: what the longer name has more makes it something else. */
function isVetoed(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return long.includes(short) && long !== short && vetoOf(long, short) !== null
}

function propose(a: Name, b: Name): Proposal | undefined {
  const [one, two] = [a.node.attributes, b.node.attributes]
  if (one.code !== undefined && two.code !== undefined) return undefined
  if (marksOf(a.text) !== marksOf(b.text) || isVetoed(a.text, b.text)) return undefined
  const alike = dice(a, b)
  const holds = a.text.includes(b.text) || b.text.includes(a.text)
  const sameHome = one.anchor !== '' && one.anchor === two.anchor
  const apart = one.anchor !== '' && two.anchor !== '' && !sameHome
  const likeness = Math.min(1, alike * 0.7 + (holds ? 0.25 : 0) + (sameHome ? 0.15 : 0) - (apart ? 0.2 : 0))
  if (likeness < LEAST) return undefined
  const reasons = [
    `字面相似 ${alike.toFixed(2)}`,
    ...(holds ? ['一个名称含另一个'] : []),
    ...(sameHome ? [`同属 ${one.anchor}`] : []),
    ...(apart ? [`分属 ${one.anchor}、${two.anchor}`] : []),
    ...(one.kind !== two.kind ? ['细类不同'] : []),
  ]
  const weight = Math.log2(2 + one.degree) + Math.log2(2 + two.degree)
  return { a: a.node, b: b.node, likeness, worth: likeness * (1 - likeness / 2) * weight, reasons }
}

function candidates(names: readonly Name[]): ReadonlySet<string> {
  const index = new Map<string, number[]>()
  names.forEach((name, i) => {
    for (const pair of name.pairs) {
      const at = `${name.node.attributes.type} ${pair}`
      const known = index.get(at)
      if (known) known.push(i)
      else index.set(at, [i])
    }
  })
  const found = new Set<string>()
  for (const list of index.values()) {
    if (list.length > COMMON) continue
    list.forEach((a, i) => {
      for (const b of list.slice(i + 1)) found.add(`${a} ${b}`)
    })
  }
  return found
}

/**
 * Pairs of nodes that may be one, the most valuable first. What somebody judged is not asked again.
 * @param judgements what is known already, besides what the snapshot carries
 */
export function proposePairs(snapshot: Snapshot, judgements: readonly Judgement[]): Proposal[] {
  const pairKey = (a: string, b: string) => [a, b].sort().join('\u0000')
  const known = new Set(
    standing([...(snapshot.judgements ?? []), ...judgements]).flatMap(one =>
      'a' in one ? [pairKey(one.a, one.b)] : [],
    ),
  )
  const names = snapshot.graph.nodes
    .filter(({ attributes: { type } }) => type !== 'Article' && type !== 'Author' && type !== 'Figure')
    .map(nameOf)
  const proposals = [...candidates(names)].flatMap(pair => {
    const [a, b] = pair.split(' ').map(i => names[Number(i)])
    return (a && b && !known.has(pairKey(a.node.key, b.node.key)) && propose(a, b)) || []
  })
  return proposals.sort((p, q) => q.worth - p.worth || (pairKey(p.a.key, p.b.key) < pairKey(q.a.key, q.b.key) ? -1 : 1))
}
