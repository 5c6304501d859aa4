import type { Reason } from '../../model/facts.ts'
import { offer, type Propose } from '../candidate.ts'
import { type Phrases, phrases } from '../phrases.ts'
import type { Proposer, Scene } from '../proposer.ts'
import { C, FLAG } from '../word-class.ts'

const SURNAME_COST = 500
const GIVEN_COST = 640
const SOUND_COST = 900
const DOTTED_COST = 400
const CLEAN_END = 400
const ENDS_NAME = /[、，。：；！？”）\s,.:;]/u
const RARE_GIVEN_COST = 1150
const SEPARATOR = /[·•・]/u

interface Name {
  readonly end: number
  /** How well name and what follows it read, the higher the better. */
  readonly fit: number
}

/** Name that starts at `start`, its length chosen so that the rest of the sentence reads best: [张哲]刚刚, not [张哲刚]刚. */
function nameAt({ reading }: Scene, lists: Phrases, start: number): Name | undefined {
  const { text, costs } = reading
  const double = lists.doubleSurnames.has(text.slice(start, start + 2))
  const given = start + (double ? 2 : 1)
  if (!double && !lists.surnames.has(text[start] ?? '')) return undefined
  let cost = SURNAME_COST
  let best: Name | undefined
  let bestCost = Number.POSITIVE_INFINITY
  for (let length = 1; length <= 2; length++) {
    const at = given + length - 1
    if (!isHan(text.charCodeAt(at))) break
    const usual = lists.givenChars.has(text[at]!)
    cost += usual ? GIVEN_COST : RARE_GIVEN_COST
    const total = cost + costs[at + 1]! - (ENDS_NAME.test(text[at + 1] ?? '。') ? CLEAN_END : 0)
    if (total < bestCost) {
      bestCost = total
      best = { end: at + 1, fit: (costs[start]! - total) / 100 }
    }
  }
  return best
}

/** 及[班子], 和[职工]: what would be the given name is a word. */
function isCommonWord({ reading }: Scene, name: Name, start: number): boolean {
  const token = reading.tokenAt[start + 1]!
  return (
    token >= 0 &&
    token < reading.count &&
    reading.ends[token] === name.end &&
    name.end - start === 3 &&
    reading.words[token]! >= 0
  )
}

/** A word of the language starts here and takes in the whole name: [高兴]地说, [干部]. */
function isWord({ reading }: Scene, token: number, end: number): boolean {
  return reading.words[token]! >= 0 && reading.ends[token]! >= end
}

/** 艾力·[买买提], 宝音德力格尔, 次仁卓嘎: a name that is written out by its sound. */
function soundedAt({ reading }: Scene, lists: Phrases, start: number): Name | undefined {
  const { text, costs } = reading
  let best: Name | undefined
  let bestCost = Number.POSITIVE_INFINITY
  let dotted = false
  let cost = 0
  for (let at = start; at < start + 14; at++) {
    const unit = text[at] ?? ''
    if (SEPARATOR.test(unit) && at > start) {
      dotted = true
      best = undefined
      bestCost = Number.POSITIVE_INFINITY
      continue
    }
    if (!lists.translitChars.has(unit)) break
    cost += dotted ? DOTTED_COST : SOUND_COST
    const length = at + 1 - start
    if (!dotted && (length < 3 || length > 7)) continue
    const total = cost + costs[at + 1]! - (ENDS_NAME.test(text[at + 1] ?? '。') ? CLEAN_END : 0)
    if (total < bestCost) {
      bestCost = total
      best = { end: at + 1, fit: dotted ? 12 : (costs[start]! - total) / 100 - 2 }
    }
  }
  return best
}

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff

/** Evidence on the left: a post or kind of person, a list of names; what it weighs. */
function leftEvidence({ reading }: Scene, token: number): Reason | undefined {
  if (token < 0) return undefined
  const { classes, flags } = reading
  let at = token
  if (classes[at] === C.bracketClose && reading.pairs[at]! >= 0) at = reading.pairs[at]! - 1
  if (at >= 0 && (flags[at]! & FLAG.post) !== 0) return { question: 'post before', weight: 16 }
  if (at >= 0 && (flags[at]! & FLAG.member) !== 0) return { question: 'member before', weight: 12 }
  return undefined
}

function rightEvidence({ reading }: Scene, offset: number): Reason | undefined {
  const token = reading.tokenAt[offset]!
  if (token < 0 || token >= reading.count) return undefined
  const { classes, flags } = reading
  if ((flags[token]! & FLAG.say) !== 0) return { question: 'says', weight: 14 }
  if ((flags[token]! & FLAG.courtesy) !== 0) return { question: 'form of address', weight: 14 }
  if ((flags[token]! & FLAG.post) !== 0) return { question: 'post after', weight: 8 }
  const next = token + 1
  const moved = classes[token] === C.adverb || classes[token] === C.adjective || classes[token] === C.verb
  if (moved && next < reading.count && (flags[next]! & FLAG.say) !== 0) return { question: 'says', weight: 10 }
  return undefined
}

function offerName(scene: Scene, start: number, name: Name, reasons: Reason[], propose: Propose): void {
  offer(propose, {
    start,
    end: name.end,
    type: 'Person',
    kind: null,
    rule: 'person-cued',
    reasons: [...reasons, { question: 'fit', weight: Math.max(-30, Math.min(14, 2 + Math.round(name.fit))) }],
  })
}

/** The written-out reading where it goes on past the other and reads no worse. */
function longer(name: Name | undefined, sounded: Name | undefined): Name | undefined {
  if (name === undefined || sounded === undefined) return name ?? sounded
  return sounded.end > name.end && sounded.fit > 0 && sounded.fit >= name.fit - 6 ? sounded : name
}

/** People next to what tells that they are people: 党委书记[刘林军], [王斌]满意地说, 业主[王泉淼]、[石天恩]. */
export const proposePersons: Proposer = (scene, propose) => {
  const { reading } = scene
  const lists = phrases()
  const { count, starts, classes, text } = reading
  let listEnd = -1
  for (let i = 0; i < count; i++) {
    const start = starts[i]!
    const listed = listEnd === start
    const left = leftEvidence(scene, i - 1)
    const kind = classes[i]!
    if (kind >= C.stop && kind <= C.joiner) continue
    if (text.charCodeAt(start) < 0x4e00) continue
    const name = longer(nameAt(scene, lists, start), left ? soundedAt(scene, lists, start) : undefined)
    if (name === undefined) continue
    const reasons: Reason[] = []
    if (left) reasons.push(left)
    const right = rightEvidence(scene, name.end)
    if (right) reasons.push(right)
    if (listed) reasons.push({ question: 'listed', weight: 14 })
    if (reasons.length === 0) continue
    const surname = lists.surnames.get(text[start]!) ?? 0
    if (surname < 0) reasons.push({ question: 'rare surname', weight: surname })
    if (surname < -10 && isCommonWord(scene, name, start))
      reasons.push({ question: 'given name is a word', weight: -12 })
    if (isWord(scene, i, name.end)) reasons.push({ question: 'a word', weight: -26 })
    offerName(scene, start, name, reasons, propose)
    if (/[、和与]/u.test(text[name.end] ?? '') && (left || listed)) listEnd = name.end + 1
  }
}
