import { type Linked, type NodeGroup, type Seen, toNode } from '../link/link-across.ts'
import { nodeKeyOf } from '../link/node-key.ts'
import type { Facts } from '../model/facts.ts'
import type { Judgement } from '../model/judgement.ts'
import type { ReportItem } from '../snapshot/format.ts'
import { Components } from './components.ts'
import { splitKey } from './judgements.ts'

type Standing = Exclude<Judgement, { judge: 'withdraw' }>
type Pair = Extract<Standing, { a: string }>

/** Who is who, once people have judged. */
export interface Identity {
  readonly nodes: readonly NodeGroup[]
  /** @returns the key of the node that an entity became */
  keyOf(article: string, entity: string): string | undefined
  /** @returns the key of the node that something known under this key became, undefined where nothing is known under it */
  keyFor(key: string): string | undefined
  readonly notes: readonly ReportItem[]
}

const note = (judgement: Standing, reason: string, remedy: string): ReportItem => ({
  source: 'judgements',
  place: judgement.id,
  reason,
  remedy,
})

const pairKey = (a: string, b: string): string => [a, b].sort().join('\u0000')

/** The last word on every pair. An earlier one that said otherwise is overruled, and that is noted. */
function lastWords(pairs: readonly Pair[], notes: ReportItem[]): Pair[] {
  const last = new Map<string, Pair>()
  for (const one of pairs) {
    const before = last.get(pairKey(one.a, one.b))
    if (before && before.judge !== one.judge && before.judge !== 'unsure') {
      const reason = `${before.author} judged ${one.a} and ${one.b} ${before.judge}, ${one.author} later ${one.judge}: the later one counts`
      notes.push(note(before, reason, 'Withdraw one of the two.'))
    }
    last.set(pairKey(one.a, one.b), one)
  }
  return [...last.values()]
}

/** Every entity with the key that it has on its own, splits applied. */
function ownMembers(facts: readonly Facts[], linked: Linked, decisions: readonly Standing[], notes: ReportItem[]) {
  const members = new Map<string, Seen[]>()
  const own = new Map<string, string>()
  const splits = decisions.flatMap(one => (one.judge === 'split' ? [{ one, key: splitKey(one), used: false }] : []))
  for (const { article, entities } of facts) {
    for (const entity of entities) {
      const member = `${article.id}/${entity.id}`
      const plain = nodeKeyOf(entity, entities)
      const now = linked.keyOf(article.id, entity.id)
      const split = splits.find(
        ({ one }) => (one.node === plain || one.node === now) && one.articles.includes(article.id),
      )
      if (split) split.used = true
      const key = split?.key ?? plain
      own.set(member, key)
      members.set(key, [...(members.get(key) ?? []), { member, article: article.id, entity }])
    }
  }
  for (const { one, used } of splits) {
    if (!used)
      notes.push(note(one, `a split of ${one.node} finds none of its articles`, 'Withdraw it, or add the pages.'))
  }
  return { members, own }
}

const typeOf = (seen: readonly Seen[] | undefined): string | undefined => seen?.[0]?.entity.type

/** Joins what people call the same; refuses what they also call different, what is not there, and what is of two types. */
function joinJudged(
  pairs: readonly Pair[],
  sets: Components,
  members: ReadonlyMap<string, readonly Seen[]>,
  notes: ReportItem[],
): void {
  for (const one of pairs) {
    const { a, b } = one
    const missing = [a, b].find(key => !members.has(key))
    const remedy = 'Withdraw it, or the judgement that it contradicts.'
    if (missing !== undefined) {
      notes.push(note(one, `a judgement of ${one.author} names ${missing}, which is not in the graph`, remedy))
    } else if (one.judge === 'same') {
      const obstacle = sets.obstacle(a, b)
      const [from, to] = [typeOf(members.get(a)), typeOf(members.get(b))]
      if (obstacle) {
        const reason = `${a} and ${b} are judged the same by ${one.author}, but ${obstacle.join(' and ')} different: they stay apart`
        notes.push(note(one, reason, remedy))
      } else if (from !== to) notes.push(note(one, `a ${from} and a ${to} cannot be one: ${a}, ${b}`, remedy))
      else sets.join(a, b)
    }
  }
}

/** Codes that people gave, by the set that has them. */
function codes(
  decisions: readonly Standing[],
  sets: Components,
  members: ReadonlyMap<string, readonly Seen[]>,
  notes: ReportItem[],
) {
  const given = decisions.flatMap(one => (one.judge === 'code' ? [one] : []))
  const usable = given.filter(one => {
    if (typeOf(members.get(one.node)) === 'Place') return true
    notes.push(note(one, `${one.node} is no place of this graph, so it has no code`, 'Withdraw the judgement.'))
    return false
  })
  for (const { node, code } of usable) if (members.has(`place:${code}`)) sets.join(node, `place:${code}`)
  return new Map(usable.map(({ node, code }) => [sets.find(node), code]))
}

/** The key of a set: its code where it has one, else that of its node with most entities. */
function keyOfSet(
  keys: readonly string[],
  members: ReadonlyMap<string, readonly Seen[]>,
  code: string | undefined,
): string {
  if (code !== undefined) return `place:${code}`
  const coded = keys.find(key => /^place:\d+$/.test(key))
  const size = (key: string) => members.get(key)?.length ?? 0
  return coded ?? [...keys].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1))[0] ?? ''
}

/** Applies what people say about who is who. */
export function judgeIdentity(facts: readonly Facts[], linked: Linked, decisions: readonly Standing[]): Identity {
  const notes: ReportItem[] = []
  const { members, own } = ownMembers(facts, linked, decisions, notes)
  const pairs = lastWords(
    decisions.flatMap(one => ('a' in one ? [one] : [])),
    notes,
  )
  const sets = new Components(pairs.flatMap(one => (one.judge === 'different' ? [[one.a, one.b] as const] : [])))
  joinJudged(pairs, sets, members, notes)
  const codeOf = codes(decisions, sets, members, notes)
  for (const { from, to } of linked.decisions) {
    if (members.has(from) && members.has(to) && !sets.obstacle(from, to)) sets.join(from, to)
  }
  const coded = new Map([...codeOf].map(([key, code]) => [sets.find(key), code]))
  const grouped = new Map<string, string[]>()
  for (const key of [...members.keys()].sort())
    grouped.set(sets.find(key), [...(grouped.get(sets.find(key)) ?? []), key])
  const keyOfRoot = new Map([...grouped].map(([root, keys]) => [root, keyOfSet(keys, members, coded.get(root))]))
  const finals = new Set(keyOfRoot.values())
  const keyFor = (key: string) => keyOfRoot.get(sets.find(key)) ?? (finals.has(key) ? key : undefined)
  const names = new Map<string, string>()
  for (const one of decisions) {
    const key = one.judge === 'rename' ? keyFor(one.node) : one.judge === 'split' ? keyFor(splitKey(one)) : undefined
    if (key !== undefined && 'name' in one && one.name !== undefined) names.set(key, one.name)
    else if (one.judge === 'rename')
      notes.push(note(one, `${one.node} is not in the graph, so it cannot be renamed`, 'Withdraw it.'))
  }
  const nodes = [...grouped].map(([root, keys]) => {
    const key = keyOfRoot.get(root) ?? root
    const node = toNode(
      key,
      keys.flatMap(one => members.get(one) ?? []),
    )
    return renamed(node, names.get(key), coded.get(root))
  })
  return {
    nodes: nodes.sort((a, b) => (a.key < b.key ? -1 : 1)),
    keyOf: (article, entity) => {
      const key = own.get(`${article}/${entity}`)
      return key === undefined ? undefined : keyFor(key)
    },
    keyFor,
    notes,
  }
}

function renamed(node: NodeGroup, name: string | undefined, code: string | undefined): NodeGroup {
  const coded = code === undefined ? node : { ...node, code }
  if (name === undefined || name === node.name) return coded
  const aliases = [...new Set([node.name, ...node.aliases])].filter(alias => alias !== name)
  return { ...coded, name, aliases: aliases.sort() }
}
