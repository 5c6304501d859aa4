import type { Mention } from '../model/facts.ts'
import { absorb, type Draft, firstOf, newDraft } from './draft.ts'
import { otherEnding } from './endings.ts'
import { methodNoun, nounAfter } from './lists.ts'
import { assign, type Scene } from './scene.ts'
import { nameOf, quotedPart } from './surface.ts'
import { vetoOf } from './vetoes.ts'

const SHORTEST_TAIL = 3
/** Kinds that are things of their own even where they bear the name of a method (一表通 and its 一表通数字平台). */
const THINGS = new Set(['platform', 'policy', 'honour', 'service', 'activity'])

/** Groups programmes and named teams: by name without marks, then “X”工作模式 with X, then a tail with the one name it ends. */
export function linkNames(scene: Scene, belongs: (mention: Mention) => boolean): void {
  const drafts: Draft[] = []
  const quoted = new Map<Draft, Set<string>>()
  for (const mention of scene.mentions) {
    if (!belongs(mention) || mention.anaphor) continue
    const name = nameOf(mention)
    let draft = drafts.find(other => other.type === mention.type && sameName(other.name, name))
    if (!draft) {
      draft = newDraft({ type: mention.type, kind: mention.kind, name })
      drafts.push(draft)
      quoted.set(draft, new Set())
    }
    assign(scene, draft, mention, null, 'same name')
    const inner = quotedPart(mention.text)
    if (inner && inner !== name) quoted.get(draft)!.add(inner)
  }
  const merged = new Set<Draft>()
  const merge = (into: Draft, from: Draft, question: string): void => {
    absorb(into, from, question)
    for (const mention of from.mentions) scene.of.set(mention, into)
    merged.add(from)
  }
  joinStems(drafts, merge)
  joinNouns(
    drafts.filter(draft => !merged.has(draft)),
    merge,
  )
  joinTeams(
    drafts.filter(draft => !merged.has(draft)),
    quoted,
    merge,
  )
  joinTails(
    drafts.filter(draft => !merged.has(draft)),
    merge,
  )
  for (const draft of drafts) {
    if (merged.has(draft)) continue
    for (const inner of quoted.get(draft) ?? []) if (stemIsOwn(draft, inner)) draft.aliases.add(inner)
    scene.drafts.push(draft)
  }
}

type Merge = (into: Draft, from: Draft, question: string) => void

/** 未访（诉）先办 is also written 未访先办. */
function sameName(a: string, b: string): boolean {
  return a === b || a.replace(/（[^）]*）/gu, '') === b.replace(/（[^）]*）/gu, '')
}

/** The quoted part names the whole where only a noun follows it. */
function stemIsOwn(draft: Draft, inner: string): boolean {
  const noun = nounAfter(draft.name, inner)
  return noun !== null && (noun.empty || draft.kind === 'platform')
}

/**
 * 四位一体 and 四位一体工作模式 are one; so are names that differ in the noun for one kind of thing (“党群网格通”平台,
 * 网上办公平台); 一表通 and 一表通数字平台 are two where the text treats both as things.
 */
function joinStems(drafts: readonly Draft[], merge: Merge): void {
  const gone = new Set<Draft>()
  for (const bare of [...drafts].sort((a, b) => b.name.length - a.name.length)) {
    const longer = drafts.filter(
      draft =>
        draft !== bare && !gone.has(draft) && draft.type === bare.type && nounAfter(draft.name, bare.name) !== null,
    )
    const plain = longer.filter(draft => nounAfter(draft.name, bare.name)?.empty === true)
    const alike = longer.every(draft => draft.kind === longer[0]!.kind) ? longer : []
    const chosen = plain.length > 0 ? plain : alike
    const [into, ...others] = [...chosen].sort((a, b) => b.name.length - a.name.length || firstOf(a) - firstOf(b))
    if (!into || (plain.length === 0 && isThingOfItsOwn(into, bare))) continue
    for (const other of others) merge(into, other, 'same name with another noun of method')
    for (const other of others) gone.add(other)
    merge(into, bare, 'the bare name')
    gone.add(bare)
  }
}

/** “党群网格通”网上办公平台 and 党群网格通平台: one stem, one kind, the noun of one ending with that of the other. */
function joinNouns(drafts: readonly Draft[], merge: Merge): void {
  const gone = new Set<Draft>()
  const nouns = new Map(drafts.map(draft => [draft, methodNoun(draft.name)]))
  for (const long of [...drafts].sort((a, b) => b.name.length - a.name.length)) {
    const a = nouns.get(long)
    if (!a || gone.has(long)) continue
    for (const short of drafts) {
      const b = short === long || gone.has(short) || short.kind !== long.kind ? null : nouns.get(short)
      if (!b || b.stem !== a.stem || !a.noun.endsWith(b.noun) || short.type !== long.type) continue
      merge(long, short, 'the same name with a shorter noun')
      gone.add(short)
    }
  }
}

function isThingOfItsOwn(long: Draft, bare: Draft): boolean {
  return long.kind !== bare.kind && THINGS.has(long.kind ?? '') && !THINGS.has(bare.kind ?? '')
}

/** “一站救”队伍, “一站救”应急队伍, “一站救”综合应急救援队: teams of one quoted name, each noun held by the longest. */
function joinTeams(drafts: readonly Draft[], quoted: ReadonlyMap<Draft, ReadonlySet<string>>, merge: Merge): void {
  const gone = new Set<Draft>()
  for (const long of [...drafts].sort((a, b) => b.name.length - a.name.length)) {
    if (long.kind !== 'team' || gone.has(long)) continue
    for (const short of drafts) {
      if (short === long || gone.has(short) || short.kind !== 'team') continue
      const [name] = [...quoted.get(long)!].filter(inner => quoted.get(short)!.has(inner))
      if (!name || !isThinned(teamNoun(short.name, name), teamNoun(long.name, name))) continue
      merge(long, short, 'a team of the same quoted name')
      gone.add(short)
    }
  }
}

function teamNoun(name: string, quoted: string): string {
  const noun = name.replace(quoted, '')
  return otherEnding(noun, 'team') ?? noun
}

function isThinned(short: string, long: string): boolean {
  let at = 0
  for (const unit of long) if (unit === short[at]) at++
  return at === short.length
}

const YEAR = /^[12][0-9]{3}年度?$/u

/** 积分制奖励引导办法 after 新市民新就业人群积分制奖励引导办法: the tail of one longer name, named after it. */
function joinTails(drafts: readonly Draft[], merge: Merge): void {
  for (const short of [...drafts].sort((a, b) => b.name.length - a.name.length)) {
    if (short.name.length < SHORTEST_TAIL) continue
    const longer = drafts.filter(
      draft =>
        draft !== short &&
        draft.type === short.type &&
        draft.name.length > short.name.length &&
        draft.name.endsWith(short.name) &&
        (firstOf(draft) < firstOf(short) || YEAR.test(draft.name.slice(0, -short.name.length))) &&
        vetoOf(draft.name, short.name) === null,
    )
    const [only] = longer
    if (longer.length === 1 && only) merge(only, short, 'the tail of its name')
  }
}
