import type { Reason } from '../../model/facts.ts'
import { offer, type Propose } from '../candidate.ts'
import { type NameShape, nameAt, soundedAt } from '../name-shapes.ts'
import { type Phrases, phrases } from '../phrases.ts'
import type { Proposer } from '../proposer.ts'
import type { Reading } from '../reading.ts'
import { W } from '../weights.ts'
import { C } from '../word-class.ts'
import {
  cueFollows,
  goesOnLeft,
  isDotted,
  isFree,
  leftEvidence,
  livesThere,
  ofAge,
  opensClause,
  opensList,
  rightEvidence,
} from './person-cues.ts'

const JOINS = '、和与及'

/** People next to what tells that they are people: 党委书记[刘林军], [王斌]满意地说, 业主[王泉淼]、[石天恩]. */
export const proposePersons: Proposer = ({ reading, places }, propose) => {
  const lists = phrases()
  const { count, starts, classes, text } = reading
  let listEnd = -1
  for (let i = 0; i < count; i++) {
    const start = starts[i]!
    const kind = classes[i]!
    if (lists.nameUnits[text.charCodeAt(start)] === 0 || (kind >= C.stop && kind <= C.joiner)) continue
    if (text[start] === text[start - 1]) continue
    const listed = listEnd === start
    const left =
      leftEvidence(reading, i - 1) ??
      livesThere(reading, places, i - 1) ??
      ofAge(reading, i - 1) ??
      opensClause(reading, lists, i) ??
      (listed ? undefined : opensList(reading, lists, i))
    const dotted =
      left || !isDotted(text, start) || goesOnLeft(reading, lists, i) ? undefined : soundedAt(reading, lists, start)
    if (left === undefined && !listed && !dotted && !cueFollows(reading, i)) continue
    const name = longer(nameAt(reading, lists, start), left ? soundedAt(reading, lists, start) : dotted)
    if (name === undefined) continue
    const right = rightEvidence(reading, name.end)
    if (
      left === undefined &&
      !listed &&
      !dotted &&
      (right === undefined || (right.weight <= W.acts && !isFree(reading, i)))
    )
      continue
    const reasons: Reason[] = []
    if (left) reasons.push(left)
    if (right) reasons.push(right)
    if (listed) reasons.push({ question: 'listed', weight: W.nameListed })
    if (dotted) reasons.push({ question: 'a point inside', weight: W.dotted })
    offerName(reading, lists, i, name, reasons, propose)
    if (!left && !listed && right) offerListedBefore(reading, lists, i, propose)
    if ((left || listed) && JOINS.includes(text[name.end] ?? '。')) listEnd = name.end + 1
  }
}

/** [陈嘉歆]、袁晓瑜3名党员: who stands before a name in a list that only its end tells to be one of people. */
function offerListedBefore(reading: Reading, lists: Phrases, token: number, propose: Propose): void {
  const { starts, text } = reading
  let end = starts[token]! - 1
  for (let i = token - 2; i >= 0 && i > token - 16 && text[end] === '、'; i--) {
    if (starts[i]! < end - 4) return
    const name = nameAt(reading, lists, starts[i]!)
    if (name?.end !== end) continue
    offerName(reading, lists, i, name, [{ question: 'listed', weight: W.nameListed }], propose)
    end = starts[i]! - 1
  }
}

function offerName(
  reading: Reading,
  lists: Phrases,
  token: number,
  name: NameShape,
  reasons: Reason[],
  propose: Propose,
): void {
  const start = reading.starts[token]!
  const surname = lists.surnames.get(reading.text[start]!) ?? 0
  if (surname < 0) reasons.push({ question: 'rare surname', weight: surname })
  if (surname < -10 && givenIsWord(reading, name, start))
    reasons.push({ question: 'given name is a word', weight: W.givenWord })
  const covers = reading.words[token]! >= 0 && (reading.ends[token]! >= name.end || isAdverbial(reading, token))
  if (covers) reasons.push({ question: 'a word', weight: W.nameWord })
  reasons.push({ question: 'fit', weight: Math.max(-30, Math.min(14, 2 + Math.round(name.fit))) })
  offer(propose, { start, end: name.end, type: 'Person', kind: null, rule: 'person-cued', reasons })
}

/** [高效]配送: a word that says how, cut in two by what would be a name. */
function isAdverbial({ classes, starts, ends }: Reading, token: number): boolean {
  const kind = classes[token]!
  const says = kind === C.adverb || kind === C.govern || kind === C.time || kind === C.conjunction
  return says && ends[token]! - starts[token]! > 1
}

/** 及[班子], 和[职工]: what would be the given name is a word. */
function givenIsWord({ tokenAt, ends, words, count }: Reading, name: NameShape, start: number): boolean {
  const token = tokenAt[start + 1]!
  return token >= 0 && token < count && name.end - start === 3 && ends[token] === name.end && words[token]! >= 0
}

/** The written-out reading where it goes on past the other and reads no worse. */
function longer(name: NameShape | undefined, sounded: NameShape | undefined): NameShape | undefined {
  if (name === undefined || sounded === undefined) return name ?? sounded
  return sounded.end > name.end && sounded.fit > 0 && sounded.fit >= name.fit - 6 ? sounded : name
}
