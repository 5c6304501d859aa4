import type { Mention } from '../model/facts.ts'
import { attach, type Draft, newDraft } from './draft.ts'
import { isGenericPlace } from './lists.ts'
import { containerBefore, resolveCodes } from './resolve-codes.ts'
import { assign, type Scene } from './scene.ts'
import { nameOf } from './surface.ts'

const UNCODED = new Set(['estate', 'site'])

/** Groups the territories and sites that an article names, gives them codes, canonical names and containers. */
export function linkPlaces(scene: Scene): void {
  const names = new Map<Mention, string>()
  const others: Mention[] = []
  for (const mention of scene.mentions) {
    if (mention.type !== 'Place' || mention.anaphor) continue
    if (UNCODED.has(mention.kind ?? '')) others.push(mention)
    else names.set(mention, nameOf(mention))
  }
  const { handles, frames } = resolveCodes(scene, names)
  const loose: Mention[] = []
  for (const [mention, name] of names) {
    const handle = handles.get(mention) ?? scene.register.likeSpelt(name, framesFor(scene, mention, handles, frames))
    if (handle >= 0) placeCoded(scene, mention, name, handle, handles.has(mention))
    else loose.push(mention)
  }
  for (const mention of [...loose, ...others].sort((a, b) => a.start - b.start)) placeUncoded(scene, mention)
  for (const draft of scene.drafts) completeGeneric(scene, draft)
}

/** Where a name spelt otherwise is looked for: in the container right before it, else in the counties of the article. */
function framesFor(
  scene: Scene,
  mention: Mention,
  handles: ReadonlyMap<Mention, number>,
  frames: readonly number[],
): readonly number[] {
  const before = containerBefore(scene, mention)
  const adjacent = before ? handles.get(before) : undefined
  if (adjacent !== undefined) return [adjacent]
  return frames.filter(handle => scene.register.byHandle(handle).code.length >= 6)
}

function placeCoded(scene: Scene, mention: Mention, printed: string, handle: number, exact: boolean): void {
  const { plainName, name, kind, level } = scene.register.byHandle(handle)
  let draft = scene.drafts.find(other => other.handle === handle)
  if (!draft) {
    const kept = exact || level === 'county' ? plainName : printed
    draft = newDraft({ type: 'Place', kind: kind === 'zone' ? kind : level, name: kept, handle })
    if (!exact) draft.aliases.add(plainName)
    if (name !== plainName && !exact) draft.aliases.add(name)
    draft.reasons.push({ question: `register ${scene.register.byHandle(handle).code} ${name}`, weight: exact ? 3 : 1 })
    scene.drafts.push(draft)
  }
  assign(scene, draft, mention, printed, exact ? 'named as in the register' : 'spelt almost as in the register')
}

/** Same name and same container right before it are one; with no container before it, the last one of that name. */
function placeUncoded(scene: Scene, mention: Mention): void {
  const printed = nameOf(mention)
  const before = containerBefore(scene, mention)
  const parent = before ? (scene.of.get(before) ?? null) : null
  const same = scene.drafts.findLast(
    draft => draft.type === 'Place' && answers(draft, printed) && (!parent || !draft.parent || draft.parent === parent),
  )
  if (same) {
    assign(scene, same, mention, printed, 'same name')
    same.parent ??= parent === same ? null : parent
    return
  }
  const known = scene.drafts.find(draft => draft.handle >= 0 && coreOf(draft.name) === printed)
  if (known) {
    assign(scene, known, mention, printed, 'without its level word')
    return
  }
  const draft = newDraft({ type: 'Place', kind: mention.kind, name: printed, parent })
  scene.drafts.push(draft)
  attach(draft, mention, null, 'not in the register')
  scene.of.set(mention, draft)
}

const LEVEL_WORD = /(?:自治区|街道|社区|嘎查|苏木|小区|[省市盟州县区旗镇乡村])$/u
const coreOf = (name: string): string => name.replace(LEVEL_WORD, '')

/** 杏林嘉园 answers for 杏林嘉园小区. */
function answers(draft: Draft, printed: string): boolean {
  return (
    draft.name === printed ||
    draft.aliases.has(printed) ||
    (printed.length > 2 && coreOf(draft.name) === printed && draft.handle < 0)
  )
}

/** 城关镇 is told apart by its county: 和林格尔县城关镇. */
function completeGeneric({ register }: Scene, draft: Draft): void {
  if (draft.handle < 0 || !isGenericPlace(draft.name)) return
  const [container] = register.ancestors(register.byHandle(draft.handle).code)
  if (!container) return
  draft.aliases.add(draft.name)
  draft.name = container.plainName + draft.name
  draft.reasons.push({ question: 'a name that many counties have', weight: 1 })
}
