import type { Reason } from '../../model/facts.ts'
import { offer, type Propose } from '../candidate.ts'
import { EDGE, EDGE_AFTER_BODY } from '../costs.ts'
import { costsOf, growStem, informationOf, isBody, type Stem } from '../grow.ts'
import { leaderOf, ownerOf } from '../owners.ts'
import { isFigure, phrases } from '../phrases.ts'
import type { Proposer, Scene } from '../proposer.ts'
import type { HeadRule } from '../rules/rule.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'

const LONGEST_QUOTED = 14
const MARKS = /[“”‘’《》]/gu

/** Names with a head noun: [东街街道党工委], [红石榴志愿服务队], [“四位一体”工作模式]. */
export const proposeShapes: Proposer = (scene, propose) => {
  const { count, heads, lexicon } = scene.reading
  for (let i = 0; i < count; i++) {
    if (heads[i]! < 0) continue
    const rule = lexicon.rules[heads[i]!]!
    if (rule.growth === 'division' || insidePlace(scene, i)) continue
    proposeHead(scene, i, rule, propose)
  }
}

/** “[和睦帮帮|团]”: the marks part the name from all around it, whatever words it is made of. */
function quotedStem({ reading }: Scene, head: number): Stem | undefined {
  const { classes, pairs, starts } = reading
  const open = head + 1 < reading.count && classes[head + 1] === C.quoteClose ? pairs[head + 1]! : -1
  if (open < 0 || open + 1 >= head || starts[head]! - starts[open]! > LONGEST_QUOTED) return undefined
  for (let i = open + 1; i < head; i++)
    if (classes[i] === C.stop || classes[i] === C.comma || classes[i] === C.govern) return undefined
  const start = open + 1
  return {
    start,
    inner: start,
    fit: EDGE[C.quoteOpen]!,
    information: informationOf(reading, start, head),
    quoted: false,
  }
}

/** A name that is one whole word takes nothing in but a division before it: [宜都顺丰速运], but 来自|[美团]. */
function stemOf(scene: Scene, rule: HeadRule, head: number): Stem {
  const { reading, places } = scene
  const noun = reading.text.slice(reading.starts[head], reading.ends[head])
  if (rule.pointsUp && isPointingUp(reading, head - 1))
    return { start: head, inner: head, fit: EDGE_AFTER_BODY, information: 0, quoted: false }
  const stem = quotedStem(scene, head) ?? growStem(reading, places, head, costsOf(rule, noun), rule.bare === 'nothing')
  const isWhole = rule.bare === 'name' && rule.growth === 'body'
  if (!isWhole || (stem.inner === head && (stem.start === head || reading.classes[head - 1] === C.division)))
    return stem
  return { start: head, inner: head, fit: stem.fit, information: 0, quoted: false }
}

/** 市委|[市政府]: two bodies of one place. */
function isPointingUp({ heads, lexicon }: Scene['reading'], token: number): boolean {
  return token >= 0 && heads[token]! >= 0 && lexicon.rules[heads[token]!]!.pointsUp === true
}

/** 镜湖县妇联、[总工会]: a bare organ that shares the holder of the one before it. */
function sharesHolder({ reading, places }: Scene, head: number): boolean {
  const { classes, text, starts, ends } = reading
  let at = head
  while (at > 2 && isBody(reading, at - 2)) {
    const kind = classes[at - 1]!
    if (kind !== C.pause && kind !== C.conjunction && text.slice(starts[at - 1], ends[at - 1]) !== '联合') return false
    at -= 2
  }
  return at < head && (places.starts[at - 1]! >= 0 || classes[at - 1] === C.level || classes[at - 1] === C.head)
}

/** 炭[厂]村: the head noun is a piece of a territory's name. */
function insidePlace({ reading, places }: Scene, token: number): boolean {
  for (let k = token + 1; k < reading.count && k < token + 4; k++) {
    const first = places.starts[k]!
    if (first >= 0) return first <= token
  }
  return false
}

function proposeHead(scene: Scene, head: number, rule: HeadRule, propose: Propose): void {
  const { reading } = scene
  const stem = stemOf(scene, rule, head)
  const reasons: Reason[] = [
    { question: 'head', weight: rule.weight },
    { question: 'fit', weight: stem.fit >> 1 },
    { question: 'information', weight: stem.information },
    { question: 'long head', weight: Math.min(4, reading.ends[head]! - reading.starts[head]! - 2) },
  ]
  if (continues(scene, rule, head) && !actsNext(scene, rule, stem, head))
    reasons.push({ question: 'continued', weight: rule.growth === 'name' ? W.nameContinued : W.continued })
  if (isCounted(scene, stem) || isCountedBehind(scene, rule, stem, head))
    reasons.push({ question: 'counted', weight: W.counted })
  if (rule.kind === 'honour' && isAwarded(scene, stem.start, head))
    reasons.push({ question: 'awarded', weight: W.honourNamed })
  const hasPlace = stem.inner > stem.start
  const bare = stem.inner === head && !hasPlace
  const ofBody = rule.kind === 'team' && bare && head > 0 && isBody(reading, head - 1)
  const shares = bare && rule.growth === 'body' && rule.bare === 'nothing' && sharesHolder(scene, head)
  if ((bare && rule.bare === 'nothing' && !ofBody && !shares) || (rule.needsPlace && !hasPlace)) return
  if (rule.growth === 'name' && stem.start === stem.inner && reading.starts[head]! - reading.starts[stem.inner]! === 1)
    reasons.push({ question: 'lone hanzi', weight: W.loneHanzi })
  if (rule.growth === 'name' && isLoneKind(scene, stem, head))
    reasons.push({ question: 'one word of kind', weight: W.loneKind })
  if (isAdopted(scene, rule, stem, head)) reasons.push({ question: 'adopted', weight: W.adopted })
  if (isForAll(scene, stem)) reasons.push({ question: 'each or every', weight: W.forAll })
  if (rule.type === 'Organisation' && hasJoiner(scene, stem, head))
    reasons.push({ question: 'formula', weight: W.bodyFormula })
  const owner = rule.growth === 'body' || rule.kind === 'team' ? ownerOf(scene, rule, stem, head) : undefined
  const hasLevel = levelInside(scene, stem, head)
  const pointer =
    !hasPlace &&
    ((rule.growth === 'body' && rule.bare !== 'name' && (bare || hasLevel)) || (rule.ofLevel === true && hasLevel)) &&
    stem.information < 8 &&
    (!bare || rule.bare === 'anaphor' || shares)
  if (fillsQuote(scene, stem, head)) {
    reasons.push({ question: 'whole quote', weight: W.wholeQuote })
    if (isFigure(reading.text.slice(reading.starts[stem.start]!, reading.ends[head]!)))
      reasons.push({ question: 'figure of speech', weight: W.slogan })
  }
  const led = leaderOf(scene, rule, stem)
  if (
    rule.growth !== 'name' &&
    !hasPlace &&
    owner === undefined &&
    !bare &&
    !pointer &&
    led < 0 &&
    isKindOnly(scene, rule, stem, head)
  )
    reasons.push({ question: 'generic body', weight: W.bodyGeneric })
  if (rule.ownWord && isKindOnly(scene, rule, stem, head))
    reasons.push({ question: 'no word of its own', weight: W.ownWord })
  reasons.push({ question: 'base', weight: owner !== undefined ? W.bodyOfBody : baseOf(rule, bare, hasPlace, pointer) })
  if (led >= 0) reasons.push({ question: 'led by a word of another kind', weight: W.led })
  offer(propose, {
    start:
      reading.starts[
        led >= 0 ? led : (owner ?? (fillsQuote(scene, stem, head) ? stem.start : startOf(rule, stem, head)))
      ]!,
    end: reading.ends[head]!,
    type: rule.type,
    kind: led >= 0 ? rule.led!.kind : rule.kind,
    rule: rule.name,
    reasons,
    anaphor: pointer && owner === undefined,
    ...(rule.unnamed
      ? { name: reading.text.slice(reading.starts[stem.start], reading.starts[head]).replace(MARKS, '') }
      : {}),
    head: reading.starts[head]!,
  })
}

/** A place belongs to a body's name, and to another's only where nothing else tells it apart. */
function startOf(rule: HeadRule, stem: Stem, head: number): number {
  if (rule.growth === 'name' && !rule.withPlace && stem.inner < head)
    return stem.information >= 8 ? stem.inner : stem.start
  return stem.start
}

/** 5支|志愿服务队伍; one of a kind (一支) may well have a name. */
function isCounted({ reading }: Scene, stem: Stem): boolean {
  const before = stem.inner - 1
  if (before < 0 || stem.start !== stem.inner || reading.classes[before] !== C.classifier) return false
  return (
    !'一首'.includes(reading.text[reading.starts[before]!]!) &&
    (before === 0 || reading.text[reading.starts[before - 1]!] !== '一')
  )
}

/** 儿童友好[基地]9个: common words and a number behind, so a kind. */
function isCountedBehind({ reading }: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  const { classes, count } = reading
  if (rule.growth === 'body' || rule.kind === 'honour' || stem.start !== stem.inner || head + 2 >= count) return false
  if (classes[head + 1] !== C.number || classes[head + 2] !== C.classifier) return false
  for (let i = stem.inner; i < head; i++)
    if (classes[i] === C.han || classes[i] === C.division || classes[i] === C.quoteClose) return false
  return true
}

/** 街道|党工委, 区委|组织部: the holder is named by its level only. */
function levelInside({ reading }: Scene, stem: Stem, head: number): boolean {
  const { classes, heads, lexicon } = reading
  let found = 0
  for (let i = stem.inner; i < head; i++)
    if (classes[i] === C.level || (heads[i]! >= 0 && lexicon.rules[heads[i]!]!.pointsUp)) found++
  return found === 1
}

/** 长效|机制, 交流|平台: one word, and it only says of what kind. */
function isLoneKind({ reading }: Scene, stem: Stem, head: number): boolean {
  return stem.inner === head - 1 && stem.start === stem.inner && (reading.flags[stem.inner]! & FLAG.generic) !== 0
}

const ADOPTED_KINDS: ReadonlySet<string> = new Set(['mechanism', 'model', 'policy', 'project', 'campaign'])

/** 健全[社区志愿服务者嘉许回馈机制]，: the object of a verb, whole, and not of generic words alone. */
function isAdopted({ reading }: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  const { classes, flags, count } = reading
  const before = stem.start - 1
  if (!ADOPTED_KINDS.has(rule.kind) || head - stem.inner < 2 || before < 0 || (flags[before]! & FLAG.governs) === 0)
    return false
  const next = head + 1 < count ? classes[head + 1]! : C.stop
  if (next !== C.stop && next !== C.comma && next !== C.pause && next !== C.conjunction) return false
  for (let i = stem.inner; i < head; i++) if ((flags[i]! & FLAG.generic) === 0) return true
  return false
}

/** 各|街道党工委, 多支|志愿服务队: not one of them by name. */
function isForAll({ reading }: Scene, stem: Stem): boolean {
  const before = stem.start - 1
  if (before < 0 || reading.classes[before] !== C.determiner) return false
  return !'该本此我'.includes(reading.text[reading.starts[before]!]!)
}

/** 民警+辅警+义警: how bodies are joined, not what one is called. */
function hasJoiner({ reading }: Scene, stem: Stem, head: number): boolean {
  for (let i = stem.inner; i < head; i++)
    if (
      reading.classes[i] === C.joiner &&
      reading.text[reading.starts[i]!] !== '·' &&
      reading.classes[i + 1] !== C.quoteClose
    )
      return true
  return false
}

/** 荣获十堰市生态家园[示范村], 全国生态[文化村]等称号: the clause says that it is an honour. */
function isAwarded({ reading }: Scene, start: number, head: number): boolean {
  const { classes, heads, lexicon, text, starts, ends } = reading
  for (let i = start - 1; i >= 0 && i > start - 16 && classes[i] !== C.stop && classes[i] !== C.comma; i--)
    if (classes[i] === C.govern && phrases().awards.has(text.slice(starts[i]!, ends[i]!))) return true
  for (let i = head + 1; i < reading.count && i < head + 16 && classes[i] !== C.stop && classes[i] !== C.comma; i++)
    if (heads[i]! >= 0 && lexicon.rules[heads[i]!]!.name === 'programme-title') return true
  return false
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

/** 国有企业党支部, 前置物业公司: only words of the language, where a body's name would hold a word of its own. */
function isKindOnly({ reading }: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  const { classes, flags, heads } = reading
  const wordsMayName =
    rule.kind === 'company' || rule.kind === 'site' || rule.kind === 'social' || rule.kind === 'school'
  for (let i = stem.inner; i < head; i++) {
    const kind = classes[i]!
    if (kind === C.han || kind === C.latin || kind === C.division || kind === C.quoteClose) return false
    if (kind === C.head && heads[i]! >= 0 && reading.lexicon.rules[heads[i]!]!.kind === 'company') return false
    const generic = (flags[i]! & (FLAG.generic | FLAG.genericDivision)) !== 0 || kind === C.level || kind === C.number
    if (wordsMayName && !generic) return false
  }
  return true
}

/** “[红蜂驿站]”: the marks say where the name begins and ends. */
function fillsQuote({ reading }: Scene, stem: Stem, head: number): boolean {
  return stem.start > 0 && reading.classes[stem.start - 1] === C.quoteOpen && reading.pairs[stem.start - 1] === head + 1
}

/** 绿洲园区|[调研], 东沟司法所|[宣传]: a body or place that is named is done with, and a verb follows. */
function actsNext({ reading }: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  if ((rule.growth !== 'body' && rule.growth !== 'site') || reading.classes[head + 1] !== C.dual) return false
  return stem.inner > stem.start || stem.information >= 8
}

/** Whether the noun is not the last of its phrase: 平台[建设], 队伍[建设]; a unit may follow its body: 有限公司[党支部]. */
function continues({ reading }: Scene, rule: HeadRule, head: number): boolean {
  const next = head + 1
  if (next >= reading.count) return false
  const kind = reading.classes[next]!
  if (kind === C.head && reading.heads[next]! >= 0) {
    if (rule.type === 'Organisation' && rule.growth === 'body' && isBody(reading, next)) return false
    return reading.lexicon.rules[reading.heads[next]!]!.name !== 'programme-title'
  }
  return kind === C.noun || kind === C.dual || kind === C.han
}
