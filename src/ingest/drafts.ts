import { oneOf } from '../text/word-groups.ts'
import { beginsItem, type Gap, isBoundary, type PageTraits } from './boundary.ts'
import { namesIn } from './cohesion.ts'
import { type Cut, type Cutting, type Draft, newCutting, newDraft } from './cutting.ts'
import { gapAt } from './gaps.ts'
import { absorb, handOut } from './hand-out.ts'
import { isEditorsNote } from './labels.ts'
import type { Paragraph, Piece } from './pieces.ts'
import { asDropped, isTorn, joined } from './torn-sentences.ts'
import { WORDS } from './words.ts'

/** So many paragraphs of an article are searched for names. */
const MOST_NAMED = 24

/**
 * Cuts the pieces of a page into articles. Headlines are not given out yet: `loose` holds all that may be one.
 * @param decide whether an article begins after a gap; a fit that knows the answers gives its own
 */
export function cutDrafts(pieces: readonly Piece[], page: PageTraits, decide: (gap: Gap) => boolean = isBoundary): Cut {
  const cutting = newCutting()
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'paragraph') {
      cutting.between.push(piece)
      continue
    }
    const draft = cutting.drafts[cutting.current]
    const gap = gapAt(cutting, pieces, at, page)
    const parted = gap === null || decide(gap)
    if (gap && parted && isNote(cutting, page, beginsItem(gap))) withdraw(cutting)
    if (piece.photo && hasFacts(piece.text)) beginCaption(cutting, piece, parted)
    else if (draft && !parted && (draft.kind !== 'caption' || piece.photo))
      goOn(cutting, draft, piece, gap !== null && isTorn(gap))
    else if (piece.photo) cutting.rest.push(piece)
    else begin(cutting, page.briefs && piece.bullet ? 'brief' : 'news', piece)
  }
  handOut(cutting, null)
  return cutting
}

/** Begins an article, which goes on from here. */
function begin(cutting: Cutting, kind: Draft['kind'], first: Paragraph): void {
  open(cutting, kind, first)
  cutting.current = cutting.drafts.length - 1
  cutting.before = first
}

/** An article goes on after a photo unless something says otherwise. */
function beginCaption(cutting: Cutting, caption: Paragraph, parted: boolean): void {
  const over = parted || cutting.drafts[cutting.current]?.kind === 'caption'
  if (over) begin(cutting, 'caption', caption)
  else open(cutting, 'caption', caption)
}

function open(cutting: Cutting, kind: Draft['kind'], first: Paragraph): void {
  const { drafts, between } = cutting
  cutting.over = between.filter(item => item.kind === 'head')
  if (first.lead && isStray(drafts[cutting.current])) {
    withdraw(cutting)
  }
  const draft = newDraft(kind, first)
  drafts.push(draft)
  handOut(cutting, { hasLead: first.lead !== null })
  draft.bylines.push(...(first.lead?.bylines ?? []), ...(first.tail?.bylines ?? []))
  cutting.between = []
}

/** What was taken for an article is none. */
function withdraw(cutting: Cutting): void {
  cutting.rest.push(...(cutting.drafts.pop()?.body ?? []))
  cutting.current--
}

function goOn(cutting: Cutting, draft: Draft, given: Paragraph, torn: boolean): void {
  if (torn) cutting.between = cutting.between.map(piece => (piece.kind === 'head' ? asDropped(piece) : piece))
  absorb(cutting, draft)
  const above = torn ? draft.body.pop() : undefined
  const paragraph = above?.kind === 'paragraph' ? joined(above, given) : given
  draft.body.push(paragraph)
  if (draft.body.length < MOST_NAMED) for (const name of namesIn(paragraph.text)) draft.names.add(name)
  draft.bylines.push(...(paragraph.tail?.bylines ?? []))
  cutting.between = []
  cutting.before = paragraph
}

/** So long is what stands over the items of a digest and is no article. */
const LONGEST_NOTE = 120

/** 编者按：今年以来，…⏎1．柳湾镇…: a paragraph over the first article, or item of a digest, that leads up to it. */
function isNote({ drafts, over }: Cutting, { parts }: PageTraits, overItems: boolean): boolean {
  const [draft] = drafts
  if (drafts.length !== 1 || draft?.kind !== 'news' || draft.bylines.length) return false
  const [first, ...more] = draft.body.filter(({ kind }) => kind === 'paragraph')
  if (!first || more.length) return false
  if (isEditorsNote(first.text)) return true
  return overItems && first.text.length <= LONGEST_NOTE && ![...over, ...draft.body].some(piece => parts.has(piece))
}

/** So long is a sentence under a photo that is gone; where several stand together each is shorter. */
const LONGEST_STRAY = 45
const LONGEST_OF_SEVERAL = 26
const MOST_STRAY = 3

/** 志愿者在旗帜前宣誓。⏎本报讯（记者 甲）: short sentences under a headline and above the text are captions of photos that are gone. */
function isStray(draft: Draft | undefined): boolean {
  if (draft?.kind !== 'news' || draft.body.length > MOST_STRAY) return false
  const longest = draft.body.length > 1 ? LONGEST_OF_SEVERAL : LONGEST_STRAY
  return draft.body.every(
    piece => piece.kind === 'paragraph' && !piece.lead && !piece.tail && piece.text.length <= longest,
  )
}

const PICTURE = oneOf(WORDS['picture-credit'])
/** 图为…, （左图：…, 图②… */
const POINTS = new RegExp(
  `[（(]?(?:${oneOf(WORDS['pointing'])}|${oneOf(WORDS['picture-side'])}${PICTURE}(?:${oneOf(WORDS['pointing-mark'])}|[：:])?|${PICTURE}[①-⑨\\d]{1,2}(?:${oneOf(WORDS['pointing-mark'])}|[：:])?)[^。]*[。]?`,
  'g',
)
const TAKEN = new RegExp(`\\s.{0,20}${oneOf(WORDS['picture-taken'])}[）)]?$`)

/** A caption states a fact of its own where more is left than what 图为 points at. */
function hasFacts(text: string): boolean {
  const left = text.replace(POINTS, '').replace(TAKEN, '')
  return left.length >= 25 || (left.length >= 16 && namesIn(left).size > 0)
}
