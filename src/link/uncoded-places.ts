import type { Mention } from '../model/facts.ts'
import { endsWith } from '../text/word-groups.ts'
import { type Draft, firstOf, newDraft } from './draft.ts'
import { leadingLevel, nearestPlace } from './find-place.ts'
import { NAME_LEVELS } from './levels.ts'
import { isGenericPlace } from './lists.ts'
import { assign, containerBefore, type Scene } from './scene.ts'
import { nameOf } from './surface.ts'
import { vetoOf } from './vetoes.ts'
import { DEMONSTRATIVE, WORDS } from './words.ts'

const LEVEL_WORD = endsWith(NAME_LEVELS)
/** Levels that the register holds in full: a name of theirs that it does not know is none. */
const COMPLETE = new Set(['province', 'prefecture', 'county'])
const SHORTEST_TAIL = 3
const SHORTEST_OWN = 4
const UPPER_KINDS = new Set(['province', 'prefecture', 'county', 'zone'])
const NO_TERRITORY = endsWith(WORDS['site-head'])
/** 该|区指挥中心, where a name is left. */
const POINTER = new RegExp(`${DEMONSTRATIVE.source}(?=\\p{Script=Han}{2})`, 'u')

/** Takes a place that got no code for one that the article has already, or makes a new one of it. `frames` are codes. */
export function placeUncoded(scene: Scene, mention: Mention, frames: readonly string[]): void {
  const printed = nameOf(mention)
  const before = containerBefore(scene, mention)
  const parent = before ? (scene.of.get(before) ?? null) : null
  const [held, question] = find(scene, mention, printed, parent)
  if (held) {
    assign(scene, held, mention, printed, question)
    held.parent ??= parent === held ? null : parent
    return
  }
  const handle = bareIn(scene, mention, printed, frames)
  if (handle >= 0) {
    const { plainName, kind } = scene.register.byHandle(handle)
    const draft = newDraft({ type: 'Place', kind, name: plainName, handle })
    scene.drafts.push(draft)
    assign(scene, draft, mention, printed, 'without its level word, the only one here')
    return
  }
  if (isGenericPlace(printed)) return
  if (COMPLETE.has(mention.kind ?? '') && scene.register.candidates(printed).length === 0) return
  const { name, container } = completed(scene, mention, printed)
  const draft = newDraft({ type: 'Place', kind: mention.kind, name, parent: container ?? parent })
  const own = ownPart(scene, mention, printed)
  if (own) draft.aliases.add(own)
  scene.drafts.push(draft)
  const namesakes = scene.register.candidates(printed).length
  const why = namesakes > 0 ? `${namesakes} divisions bear the name, nothing tells which` : 'not in the register'
  assign(scene, draft, mention, printed, why)
}

/** 宁蒗县红桥镇 as one name, the same name before, 杏林嘉园 for 杏林嘉园小区, 党群服务中心 for the one named in full. */
function find(scene: Scene, mention: Mention, printed: string, parent: Draft | null): readonly [Draft | null, string] {
  const inner = scene.mentions.find(
    other => other !== mention && other.type === 'Place' && other.end === mention.end && other.start > mention.start,
  )
  const chained = inner && mention.kind !== 'site' ? scene.of.get(inner) : undefined
  if (chained) return [chained, 'a chain of places']
  const same = scene.drafts.findLast(
    draft => draft.type === 'Place' && answers(draft, printed) && (!parent || !draft.parent || draft.parent === parent),
  )
  if (same) return [same, 'same name']
  const known = scene.drafts.find(draft => draft.handle >= 0 && coreOf(draft.name) === printed)
  if (known) return [known, 'without its level word']
  const tails = scene.drafts.filter(draft => isTail(draft, mention, printed))
  return [tails.length === 1 ? tails[0]! : null, 'the tail of its name']
}

/** 和县[禹王广场]: what a site is called without the district that it is in, where that tells it apart. */
function ownPart(scene: Scene, mention: Mention, printed: string): string | null {
  if (mention.kind !== 'site') return null
  let at = mention.start
  for (;;) {
    const place = scene.placesAt.get(at)?.find(other => other.end < mention.end && UPPER_KINDS.has(other.kind ?? ''))
    if (!place) break
    at = place.end
  }
  const own = at > mention.start ? printed.slice(at - mention.start) : ''
  return own.length >= SHORTEST_OWN ? own : null
}

const coreOf = (name: string): string => name.replace(LEVEL_WORD, '')

/** 杏林嘉园 answers for 杏林嘉园小区. */
function answers(draft: Draft, printed: string): boolean {
  if (draft.name === printed || draft.aliases.has(printed)) return true
  return printed.length > 2 && draft.handle < 0 && (coreOf(draft.name) === printed || coreOf(printed) === draft.name)
}

function isTail(draft: Draft, mention: Mention, printed: string): boolean {
  if (draft.type !== 'Place' || draft.kind !== 'site' || mention.kind !== 'site') return false
  if (printed.length < SHORTEST_TAIL || !draft.name.endsWith(printed) || draft.name === printed) return false
  return firstOf(draft) < mention.start && vetoOf(draft.name, printed) === null
}

/** 黑麻洼 in a story about its township: the one division of its level inside the frames whose name without level word it is. */
function bareIn(scene: Scene, mention: Mention, printed: string, frames: readonly string[]): number {
  const within = frames.filter(code => code.length >= 6)
  if (printed.length < 2 || LEVEL_WORD.test(printed) || within.length === 0) return -1
  if ((mention.kind !== 'village' && mention.kind !== 'township') || NO_TERRITORY.test(printed)) return -1
  const fits = scene.register
    .resolve(printed, { within, bare: true })
    .filter(one => one.division.level === mention.kind)
  return fits.length === 1 ? fits[0]!.division.index : -1
}

/** 小区党群活动中心 and 该区指挥中心 are those of the estate and the district named last. */
function completed(scene: Scene, mention: Mention, printed: string): { name: string; container: Draft | null } {
  if (mention.kind !== 'site') return { name: printed, container: null }
  const bare = printed.replace(POINTER, '')
  const level = leadingLevel(bare)
  const container = level && bare.length > level.length + 1 ? nearestPlace(scene, level, mention.start) : null
  return container && level
    ? { name: container.name + bare.slice(level.length), container }
    : { name: printed, container: null }
}
