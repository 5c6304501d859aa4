import type { Mention } from '../model/facts.ts'
import { absorb, type Draft, firstOf, newDraft } from './draft.ts'
import { methodNoun } from './lists.ts'
import { assign, type Scene } from './scene.ts'
import { nameOf, quotedPart } from './surface.ts'
import { vetoOf } from './vetoes.ts'

const SHORTEST_TAIL = 4
/** Kinds that are things of their own even where they bear the name of a method (一表通 and its 一表通数字平台). */
const THINGS = new Set(['platform', 'policy', 'honour', 'service', 'activity'])

/** Groups programmes and named teams: by name without marks, then “X”工作模式 with X, then a tail with the one name it ends. */
export function linkNames(scene: Scene, belongs: (mention: Mention) => boolean): void {
  const drafts: Draft[] = []
  const quoted = new Map<Draft, Set<string>>()
  for (const mention of scene.mentions) {
    if (!belongs(mention)) continue
    const name = nameOf(mention)
    let draft = drafts.find(other => other.type === mention.type && other.name === name)
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
  joinStems(drafts, quoted, merge)
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

/** The quoted part names the whole where only a noun follows it. */
function stemIsOwn(draft: Draft, inner: string): boolean {
  return methodNoun(draft.name)?.stem === inner || draft.name === inner
}

/** 四位一体 and 四位一体工作模式 are one; 一表通 and 一表通数字平台 are two where the text treats both as things. */
function joinStems(drafts: readonly Draft[], quoted: ReadonlyMap<Draft, ReadonlySet<string>>, merge: Merge): void {
  const byName = new Map(drafts.map(draft => [`${draft.type} ${draft.name}`, draft]))
  const gone = new Set<Draft>()
  for (const bare of [...drafts].sort((a, b) => b.name.length - a.name.length)) {
    const longer = drafts.filter(
      draft => draft !== bare && !gone.has(draft) && draft.type === bare.type && bears(draft, bare.name, quoted),
    )
    if (longer.length === 0 || byName.get(`${bare.type} ${bare.name}`) !== bare) continue
    const plain = longer.filter(draft => methodNoun(draft.name)?.empty === true)
    const [into] = (plain.length > 0 ? plain : longer.length === 1 ? longer : []).sort(
      (a, b) => b.name.length - a.name.length || firstOf(a) - firstOf(b),
    )
    if (!into || (plain.length === 0 && isThingOfItsOwn(into, bare))) continue
    for (const other of plain) if (other !== into) merge(into, other, 'same name with another noun of method')
    for (const other of plain) if (other !== into) gone.add(other)
    merge(into, bare, 'the bare name')
    gone.add(bare)
  }
}

function bears(draft: Draft, name: string, quoted: ReadonlyMap<Draft, ReadonlySet<string>>): boolean {
  if (!draft.name.startsWith(name)) return false
  const noun = methodNoun(draft.name)
  return noun?.stem === name || (quoted.get(draft)?.has(name) === true && noun !== null && noun.stem === name)
}

function isThingOfItsOwn(long: Draft, bare: Draft): boolean {
  return long.kind !== bare.kind && THINGS.has(long.kind ?? '') && !THINGS.has(bare.kind ?? '')
}

/** 积分制激励引导办法 after 新业态新就业群体积分制激励引导办法: the tail of one longer name, named after it. */
function joinTails(drafts: readonly Draft[], merge: Merge): void {
  for (const short of [...drafts].sort((a, b) => b.name.length - a.name.length)) {
    if (short.name.length < SHORTEST_TAIL) continue
    const longer = drafts.filter(
      draft =>
        draft !== short &&
        draft.type === short.type &&
        draft.name.length > short.name.length &&
        draft.name.endsWith(short.name) &&
        firstOf(draft) < firstOf(short) &&
        vetoOf(draft.name, short.name) === null,
    )
    const [only] = longer
    if (longer.length === 1 && only) merge(only, short, 'the tail of its name')
  }
}
