import type { Reason } from '../../model/facts.ts'
import { offer, type Propose } from '../candidate.ts'
import { EDGE_AFTER_BODY } from '../costs.ts'
import { costsOf, growStem, isBody, type Stem } from '../grow.ts'
import { leaderOf, ownerOf } from '../owners.ts'
import { isFigure } from '../phrases.ts'
import type { Proposer, Scene } from '../proposer.ts'
import { likensPerson } from '../quote-forms.ts'
import type { HeadRule } from '../rules/rule.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'
import { editionOf, nameReasons } from './programme-cues.ts'
import { bridgedStem, governedStem, quotedStem } from './quoted-stem.ts'
import {
  actsNext,
  continues,
  fillsQuote,
  hasJoiner,
  isAdopted,
  isAwarded,
  isCounted,
  isCountedBehind,
  isForAll,
  isKindOnly,
  isLoneKind,
  isPublicKind,
  isSchooling,
  isVenue,
  levelInside,
  sharesHolder,
} from './shape-cues.ts'

/** Bodies of people from elsewhere. */
const GUESTS = /^(?:商会|总商会|异地商会|同乡会|联谊会|校友会|老乡会)$/u
const MARKS = /[“”‘’《》]/gu

/** Names with a head noun: [东街街道党工委], [红石榴志愿服务队], [“四位一体”工作模式]. */
export const proposeShapes: Proposer = (scene, propose) => {
  const { count, heads, lexicon } = scene.reading
  for (let i = 0; i < count; i++) {
    if (heads[i]! < 0) continue
    const rule = lexicon.rules[heads[i]!]!
    if (rule.growth === 'division' || insidePlace(scene, i) || isCutShort(scene, rule, i)) continue
    proposeHead(scene, i, rule, propose)
  }
}

/** A name that is one whole word takes nothing in but a division before it: [宜都顺丰速运], but 来自|[美团]. */
function stemOf(scene: Scene, rule: HeadRule, head: number): Stem {
  const { reading, places } = scene
  const noun = reading.text.slice(reading.starts[head], reading.ends[head])
  if (rule.pointsUp && isPointingUp(reading, head - 1))
    return { start: head, inner: head, fit: EDGE_AFTER_BODY, information: 0, quoted: false }
  const marked = quotedStem(scene, rule, head) ?? bridgedStem(scene, rule, head)
  const grown = marked ?? growStem(reading, places, head, costsOf(rule, noun), rule.bare === 'nothing')
  const stem = marked ?? governedStem(scene, rule, head, grown) ?? grown
  const isWhole = rule.bare === 'name' && rule.growth === 'body'
  if ((GUESTS.test(noun) || rule.kind === 'company') && hostOf(scene, stem, rule) >= 0)
    return { ...stem, start: hostOf(scene, stem, rule) }
  if (!isWhole || (stem.inner === head && (stem.start === head || reading.classes[head - 1] === C.division)))
    return stem
  return { start: head, inner: head, fit: stem.fit, information: 0, quoted: false }
}

/** [黔南州]福建商会: first token of the place where people of another one have their body, -1 where none stands there. */
function hostOf({ reading, places }: Scene, { start, inner }: Stem, rule: HeadRule): number {
  const isGuest = inner > start && inner === start + 1 && reading.classes[start] === C.division
  if (!isGuest || start === 0) return -1
  return rule.kind !== 'company' || isShortForm(reading, start - 1) ? places.starts[start - 1]! : -1
}

/** [河北]衡水酒业公司: firms bear the short forms of their province and city. */
function isShortForm({ classes, flags }: Scene['reading'], token: number): boolean {
  return (
    classes[token] === C.division && (flags[token]! & (FLAG.fullDivision | FLAG.bareDivision)) === FLAG.bareDivision
  )
}

/** 市委|[市政府]: two bodies of one place. */
function isPointingUp({ heads, lexicon }: Scene['reading'], token: number): boolean {
  return token >= 0 && heads[token]! >= 0 && lexicon.rules[heads[token]!]!.pointsUp === true
}

/** 炭[厂]村: the head noun is a piece of a territory's name. */
function insidePlace({ reading, places }: Scene, token: number): boolean {
  for (let k = token + 1; k < reading.count && k < token + 4; k++) {
    const first = places.starts[k]!
    if (first >= 0) return first <= token
  }
  return false
}

/** 海满食品[厂]|有限公司: the firm's name goes on. */
function isCutShort({ reading }: Scene, rule: HeadRule, head: number): boolean {
  const { text, ends } = reading
  return rule.kind === 'company' && (text.startsWith('有限', ends[head]) || text.startsWith('股份有限', ends[head]))
}

function proposeHead(scene: Scene, head: number, rule: HeadRule, propose: Propose): void {
  const { reading } = scene
  const stem = stemOf(scene, rule, head)
  const hasPlace = stem.inner > stem.start
  const bare = stem.inner === head && !hasPlace
  const ofBody = rule.kind === 'team' && bare && head > 0 && isBody(reading, head - 1)
  const mayShare = bare ? rule.bare === 'nothing' : isPublicKind(reading, rule, stem.inner, head)
  const shares = mayShare && !hasPlace && rule.growth === 'body' && sharesHolder(scene, stem.inner)
  if ((bare && rule.bare === 'nothing' && !ofBody && !shares) || (rule.needsPlace && !hasPlace)) return
  const owner = rule.growth === 'body' || rule.kind === 'team' ? ownerOf(scene, rule, stem, head) : undefined
  const hasLevel = levelInside(scene, stem, head)
  const pointer =
    shares ||
    (!hasPlace &&
      ((rule.growth === 'body' && rule.bare !== 'name' && (bare || hasLevel)) || (rule.ofLevel === true && hasLevel)) &&
      stem.information < 8 &&
      (!bare || rule.bare === 'anaphor'))
  const led = leaderOf(scene, rule, stem)
  const reasons = reasonsOf(scene, rule, stem, head)
  const isSaid = hasPlace || owner !== undefined || bare || pointer || led !== undefined
  if (rule.growth !== 'name' && !isSaid && isKindOnly(scene, rule, stem, head))
    reasons.push({ question: 'generic body', weight: W.bodyGeneric })
  reasons.push({ question: 'base', weight: owner !== undefined ? W.bodyOfBody : baseOf(rule, bare, hasPlace, pointer) })
  if (led) reasons.push({ question: 'led by a word of another kind', weight: W.led })
  const edition = editionOf(scene, rule, stem)
  const named = fillsQuote(scene, stem, head) ? stem.start : startOf(rule, stem, head)
  const own = edition >= 0 ? edition : named
  offer(propose, {
    start: reading.starts[led?.token ?? owner ?? own]!,
    end: reading.ends[head]!,
    type: rule.type,
    kind: led?.kind ?? (isVillageCommittee(reading, head) ? 'other' : rule.kind),
    rule: rule.name,
    reasons,
    anaphor: pointer && owner === undefined,
    ...(rule.unnamed
      ? { name: reading.text.slice(reading.starts[stem.start], reading.starts[head]).replace(MARKS, '') }
      : {}),
    head: reading.starts[head]!,
  })
}

/** What the words of the name and around it say, whoever holds the body. */
function reasonsOf(scene: Scene, rule: HeadRule, stem: Stem, head: number): Reason[] {
  const { text, starts, ends } = scene.reading
  const reasons: Reason[] = [
    { question: 'head', weight: rule.weight },
    { question: 'fit', weight: stem.fit >> 1 },
    { question: 'information', weight: stem.information },
    { question: 'long head', weight: Math.min(4, ends[head]! - starts[head]! - 2) },
  ]
  const isName = rule.growth === 'name'
  const fills = fillsQuote(scene, stem, head)
  const say = (holds: boolean, question: string, weight: number): void => {
    if (holds) reasons.push({ question, weight })
  }
  say(
    continues(scene, rule, head) && !actsNext(scene, rule, stem, head),
    'continued',
    isName ? W.nameContinued : W.continued,
  )
  say(isCounted(scene, stem) || isCountedBehind(scene, rule, stem, head), 'counted', isName ? W.counted : W.countedBody)
  say(rule.kind === 'honour' && isAwarded(scene, stem.start, head), 'awarded', W.honourNamed)
  say(isName && stem.start === stem.inner && starts[head]! - starts[stem.inner]! === 1, 'lone hanzi', W.loneHanzi)
  say(isName && isLoneKind(scene, stem, head), 'one word of kind', W.loneKind)
  if (isName) reasons.push(...nameReasons(scene, rule, stem, head))
  say(isAdopted(scene, rule, stem, head), 'adopted', W.adopted)
  say(isForAll(scene, stem), 'each or every', W.forAll)
  say(rule.type === 'Organisation' && hasJoiner(scene, stem, head), 'formula', W.bodyFormula)
  say(fills, 'whole quote', W.wholeQuote)
  say(rule.kind === 'site' && isVenue(scene, head), 'something takes place there', W.venue)
  say(rule.kind === 'school' && isSchooling(scene, stem, head), 'where somebody went to school', W.countedBody)
  say(fills && isFigure(text.slice(starts[stem.start]!, ends[head]!)), 'figure of speech', W.slogan)
  const honours = rule.kind === 'honour' && !isAwarded(scene, stem.start, head)
  say(fills && honours && likensPerson(text.slice(starts[stem.start]!, ends[head]!)), 'likens a person', W.slogan)
  say(rule.ownWord === true && isKindOnly(scene, rule, stem, head), 'no word of its own', W.ownWord)
  return reasons
}

/** 沙田村[委]: the villagers' committee, and no committee of the Party. */
function isVillageCommittee({ text, starts, ends }: Scene['reading'], head: number): boolean {
  return ends[head]! - starts[head]! === 1 && text.startsWith('村委', starts[head]! - 1)
}

/** A place belongs to a body's name, and to another's only where nothing else tells it apart. */
function startOf(rule: HeadRule, stem: Stem, head: number): number {
  if (rule.growth === 'name' && !rule.withPlace && stem.inner < head)
    return stem.information >= 8 ? stem.inner : stem.start
  return stem.start
}

function baseOf(rule: HeadRule, bare: boolean, hasPlace: boolean, pointer: boolean): number {
  if (bare && rule.bare === 'name') return W.known
  if (bare && rule.bare === 'whole') return W.wholeHead
  if (rule.growth === 'name') return W.nameBase
  if (rule.growth === 'site') return hasPlace ? 0 : pointer ? W.bodyOfLevel : W.siteBase
  if (hasPlace) return W.bodyOfPlace
  if (bare) return W.bodyBare
  return pointer ? W.bodyOfLevel : W.bodyBase
}
