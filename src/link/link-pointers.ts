import type { Mention } from '../model/facts.ts'
import { beginsWith } from '../text/word-groups.ts'
import { type Draft, newDraft } from './draft.ts'
import { leadingLevel, nearestPlace, ownPlace, trailingLevel } from './find-place.ts'
import { speaksOfAll } from './generic-contexts.ts'
import { PROVINCIAL_LEVELS } from './levels.ts'
import { assign, paragraphOf, type Scene } from './scene.ts'
import { WORDS } from './words.ts'

const MARKED = beginsWith(WORDS.demonstrative, WORDS.deictic, WORDS.determiner)
const OWN = beginsWith(WORDS.own)

/** Ties what points to a territory (该县, 全旗, 我们社区, 首府, bare 社区) to it; what finds nothing is left out. */
export function linkPointers(scene: Scene): void {
  for (const mention of scene.mentions) {
    if (mention.type !== 'Place' || !mention.anaphor) continue
    const target = mention.kind === 'site' ? siteOf(scene, mention) : targetOf(scene, mention)
    if (target) assign(scene, target, mention, null, `pointed to by ${mention.text}`)
  }
}

/** [社区]党群服务中心: the one of the community that is meant. */
function siteOf(scene: Scene, mention: Mention): Draft | null {
  const level = leadingLevel(mention.text)
  const near = level ? nearestPlace(scene, level, mention.start) : null
  if (!level || !near || !clearlyMeant(scene, near, level, mention)) return null
  const name = near.name + mention.text.slice(level.length)
  const held = scene.drafts.find(draft => draft.type === 'Place' && draft.name === name)
  if (held) return held
  const made = newDraft({ type: 'Place', kind: 'site', name, parent: near })
  scene.drafts.push(made)
  return made
}

function targetOf(scene: Scene, mention: Mention): Draft | null {
  if (WORDS.capital.includes(mention.text)) return capital(scene)
  const word = trailingLevel(mention.text)
  if (!word) return null
  const near = nearestPlace(scene, word, mention.start)
  if (MARKED.test(mention.text)) {
    if (near) return near
    return OWN.test(mention.text) && PROVINCIAL_LEVELS.includes(word) ? ownPlace(scene, word) : null
  }
  return near && clearlyMeant(scene, near, word, mention) ? near : null
}

/** So much of the text belongs to its opening, in which the place that the article is about is named. */
const OPENING = 160

/**
 * A bare 社区 means the one named before it in this paragraph or the one before, or the only one, if the article opens with
 * it; among words that speak of all of them (村、[社区], [社区]党组织) it means none.
 */
function clearlyMeant(scene: Scene, near: Draft, word: string, mention: Mention): boolean {
  if (speaksOfAll(scene.article.text, mention.start, mention.end)) return false
  const here = paragraphOf(scene, mention.start)
  const named = near.mentions.filter(other => !other.anaphor && other.start < mention.start)
  if (named.some(other => here - paragraphOf(scene, other.start) <= 1)) return true
  const opens = named.some(other => other.start < OPENING)
  return opens && scene.drafts.filter(draft => draft.type === 'Place' && draft.name.endsWith(word)).length === 1
}

/** The seat of the region that the article or the page names; its code is the province's with 01. */
function capital(scene: Scene): Draft | null {
  return (
    scene.drafts.find(draft => draft.handle >= 0 && /^\d\d01$/u.test(scene.register.byHandle(draft.handle).code)) ??
    null
  )
}
