import type { Mention } from '../model/facts.ts'
import { endsWith } from '../text/word-groups.ts'
import { splitChain } from './chains.ts'
import { type Draft, newDraft } from './draft.ts'
import { otherEnding } from './endings.ts'
import { isGenericPlace } from './lists.ts'
import { resolveCodes } from './resolve-codes.ts'
import { assign, containerBefore, type Scene } from './scene.ts'
import { nameOf } from './surface.ts'
import { placeUncoded } from './uncoded-places.ts'
import { WORDS } from './words.ts'

/** 桥一[居民区]: what Shanghai calls its communities. */
const OWN_NOUN = endsWith(WORDS.residential)
const UNCODED = new Set(['estate', 'site'])

/** Groups the territories and sites that an article names, gives them codes, canonical names and containers. */
export function linkPlaces(scene: Scene): void {
  const names = new Map<Mention, string>()
  const containers = new Map<Mention, readonly string[]>()
  const others: Mention[] = []
  for (const mention of scene.mentions) {
    if (mention.type !== 'Place' || mention.anaphor) continue
    if (UNCODED.has(mention.kind ?? '') && !isFramedStreet(scene, mention)) others.push(mention)
    else {
      const parts = splitChain(scene.register, nameOf(mention))
      names.set(mention, spokenName(scene, parts[parts.length - 1]!))
      if (parts.length > 1) containers.set(mention, parts.slice(0, -1))
    }
  }
  const { handles, frames } = resolveCodes(scene, names, containers)
  const loose: Mention[] = []
  for (const [mention, name] of names) {
    const handle = handles.get(mention) ?? scene.register.likeSpelt(name, framesFor(scene, mention, handles, frames))
    if (handle >= 0) placeCoded(scene, mention, name, handle, handles.has(mention))
    else loose.push(mention)
  }
  const codes = frames.map(handle => scene.register.byHandle(handle).code)
  const rest = [...loose, ...others].sort((a, b) => a.end - b.end || b.start - a.start)
  for (const mention of rest) placeUncoded(scene, mention, codes)
  for (const draft of scene.drafts) completeGeneric(scene, draft)
}

/** 三江自治县 is 三江县 to the register, which has it under 三江侗族自治县; 方城行政村 is 方城村, 水果湖街 is 水果湖街道. */
function spokenName({ register }: Scene, name: string): string {
  if (register.candidates(name).length > 0) return name
  const form = otherEnding(name, 'division') ?? otherEnding(name, 'street')
  return form && register.candidates(form).length > 0 ? form : name
}

/** 回民区[通道街]三顺店社区: what looks like a road is a subdistrict between its district and its community. */
function isFramedStreet(scene: Scene, mention: Mention): boolean {
  const { register } = scene
  const subdistrict = otherEnding(mention.text, 'street')
  if (!subdistrict) return false
  if (register.candidates(mention.text).length + register.candidates(subdistrict).length === 0) return false
  return containerBefore(scene, mention) !== undefined || scene.placesAt.has(mention.end)
}

/** Where a name spelt otherwise is looked for: in the container right before it, else in the counties of the article, else in the page's city. */
function framesFor(
  scene: Scene,
  mention: Mention,
  handles: ReadonlyMap<Mention, number>,
  frames: readonly number[],
): readonly number[] {
  const before = containerBefore(scene, mention)
  const adjacent = before ? handles.get(before) : undefined
  if (adjacent !== undefined) return [adjacent]
  const deep = frames.filter(handle => scene.register.byHandle(handle).code.length >= 6)
  const city = deep.length === 0 && scene.context.city ? scene.register.handleOf(scene.context.city) : -1
  return city < 0 ? deep : [city]
}

function placeCoded(scene: Scene, mention: Mention, printed: string, handle: number, exact: boolean): void {
  const { plainName, name, kind, level } = scene.register.byHandle(handle)
  let draft = scene.drafts.find(other => other.handle === handle)
  if (!draft) {
    const kept = (exact && !OWN_NOUN.test(printed)) || level === 'county' ? plainName : printed
    draft = newDraft({ type: 'Place', kind: kind === 'zone' ? kind : level, name: kept, handle })
    if (kept !== plainName) draft.aliases.add(plainName)
    if (name !== plainName && !exact) draft.aliases.add(name)
    const { code } = scene.register.byHandle(handle)
    const namesakes = scene.register.candidates(printed).length
    const among = namesakes > 1 ? `, of ${namesakes} divisions of the name` : ''
    draft.reasons.push({ question: `register ${code} ${name}${among}`, weight: exact ? 3 : 1 })
    scene.drafts.push(draft)
  }
  assign(scene, draft, mention, printed, exact ? 'named as in the register' : 'spelt almost as in the register')
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
