import type { Byline } from '../model/article.ts'
import { type Gap, isBoundary, type PageTraits } from './boundary.ts'
import { namesIn } from './cohesion.ts'
import { dateOf } from './page-date.ts'
import type { Head, Paragraph, Piece } from './pieces.ts'

/** An article in the making. */
export interface Draft {
  readonly kind: 'news' | 'brief' | 'caption'
  /** Paragraphs and the subheads between them, in reading order. */
  readonly body: (Paragraph | Head)[]
  readonly bylines: Byline[]
  date: string | null
  title: string | null
  /** Names of places and bodies that its first paragraphs hold. */
  readonly names: Set<string>
}

/** A head that may be a headline, with the articles that stand around it. */
export interface Loose {
  readonly head: Head
  /** Index of the article that ends before it, and of the one that begins after it; -1 for none. */
  readonly before: number
  readonly after: number
  /** Nothing but heads, credits and dates stand between it and the article after it. */
  readonly direct: boolean
  /** Credits on the next line, which go where it goes. */
  credits: readonly Byline[]
}

export interface Cut {
  readonly drafts: readonly Draft[]
  readonly loose: readonly Loose[]
  /** Pieces that belong to no article. */
  readonly rest: readonly Piece[]
}

/** Cuts the pieces of a page into articles. Headlines are not given out yet: `loose` holds all that may be one. */
export function cutDrafts(pieces: readonly Piece[], page: PageTraits): Cut {
  const drafts: Draft[] = []
  const loose: Loose[] = []
  const rest: Piece[] = []
  let between: Piece[] = []
  let current = -1
  let before: Paragraph | null = null
  let over: readonly Head[] = []
  const begin = (kind: Draft['kind'], paragraph: Paragraph): void => {
    over = between.filter(item => item.kind === 'head')
    if (paragraph.lead && isStray(drafts[current])) {
      rest.push(...(drafts.pop()?.body ?? []))
      current--
    }
    const draft: Draft = {
      kind,
      body: [paragraph],
      bylines: [],
      date: null,
      title: null,
      names: namesIn(paragraph.text),
    }
    drafts.push(draft)
    handOut(between, drafts, current, loose, rest, paragraph.lead !== null)
    draft.bylines.push(...(paragraph.lead?.bylines ?? []), ...(paragraph.tail?.bylines ?? []))
    between = []
  }
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'paragraph') {
      between.push(piece)
      continue
    }
    const draft = drafts[current]
    const gap: Gap | null = draft && before ? gapOf(draft, before, { between, over }, pieces, at, page) : null
    if (piece.photo && hasFacts(piece.text)) {
      // An article goes on after a photo unless something says otherwise.
      const isOver: boolean = !draft || draft.kind === 'caption' || (gap !== null && isBoundary(gap))
      begin('caption', piece)
      if (isOver) current = drafts.length - 1
      before = isOver ? piece : before
      continue
    }
    if (draft && gap && !isBoundary(gap) && !(draft.kind === 'caption' && !piece.photo)) {
      absorb(draft, between, current, loose, rest)
      draft.body.push(piece)
      if (draft.body.length < MOST_NAMED) for (const name of namesIn(piece.text)) draft.names.add(name)
      draft.bylines.push(...(piece.tail?.bylines ?? []))
      between = []
    } else if (piece.photo) {
      rest.push(piece)
      continue
    } else {
      begin(page.briefs && piece.bullet ? 'brief' : 'news', piece)
      current = drafts.length - 1
    }
    before = piece
  }
  handOut(between, drafts, current, loose, rest, false, true)
  return { drafts, loose, rest }
}

/** 志愿者在旗帜前宣誓。⏎本报讯（记者 甲）: one short sentence above a lead is the caption of a photo that is gone. */
function isStray(draft: Draft | undefined): boolean {
  const [only, ...others] = draft?.body ?? []
  return (
    draft?.kind === 'news' &&
    only?.kind === 'paragraph' &&
    !others.length &&
    !only.lead &&
    !only.tail &&
    only.text.length <= 45
  )
}

/** So many paragraphs of an article are searched for names. */
const MOST_NAMED = 24

function nextOf(pieces: readonly Piece[], at: number): Paragraph | null {
  const next = pieces.slice(at + 1, at + 8).find(piece => piece.kind === 'paragraph' || piece.kind === 'head')
  return next?.kind === 'paragraph' ? next : null
}

function gapOf(
  draft: Draft,
  before: Paragraph,
  { between, over }: { readonly between: readonly Piece[]; readonly over: readonly Head[] },
  pieces: readonly Piece[],
  at: number,
  page: PageTraits,
): Gap {
  const after = pieces[at] as Paragraph
  const next = nextOf(pieces, at)
  const heads = between.filter(piece => piece.kind === 'head').filter(head => !head.interrupts)
  const opening = draft.body.find(piece => piece.kind === 'paragraph') ?? before
  const known = heads.length && !page.wrapped ? draft.names : NONE
  const led = (opening.lead?.bylines.length ?? 0) > 0
  const closed = isClosed(pieces, at)
  return { before, between, heads, over, after, next, page, opening, known, told: draft.names, led, closed }
}

/** Whether credits come before the next head or lead: （记者 甲）, 本报记者 甲 摄 after one paragraph. */
function isClosed(pieces: readonly Piece[], at: number): boolean {
  for (let i = at; i < pieces.length; i++) {
    const piece = pieces[i]
    if (piece?.kind === 'credit')
      return piece.closes && (i === at + 1 || piece.bylines.some(({ role }) => role !== '摄影'))
    if (piece?.kind !== 'paragraph' || (i > at && piece.lead)) return false
    if (piece.tail && !piece.photo) return true
  }
  return false
}

const NONE: ReadonlySet<string> = new Set()

/** A caption states a fact of its own where more is left than what 图为 points at. */
function hasFacts(text: string): boolean {
  const left = text
    .replace(/[（(]?(?:图为|[上下左右]图[为：]?|图[①-⑨\d]{1,2}[：:为]?)[^。]*[。]?/g, '')
    .replace(/\s.{0,20}摄[）)]?$/, '')
  return left.length >= 25 || (left.length >= 16 && namesIn(left).size > 0)
}

/** What stands inside an article: heads are its subheads, credits its writers. */
function absorb(draft: Draft, between: readonly Piece[], current: number, loose: Loose[], rest: Piece[]): void {
  for (const piece of between) {
    if (piece.kind === 'head' && piece.interrupts)
      loose.push({ head: piece, before: current, after: current, direct: false, credits: [] })
    else if (piece.kind === 'head') draft.body.push(piece)
    else if (piece.kind === 'credit') draft.bylines.push(...piece.bylines)
    else rest.push(piece)
  }
}

/** What stands between two articles: each piece goes to the one before, the one after, or waits for a decision. */
function handOut(
  between: readonly Piece[],
  drafts: readonly Draft[],
  current: number,
  loose: Loose[],
  rest: Piece[],
  hasLead: boolean,
  atEnd = false,
): void {
  const after = atEnd ? -1 : drafts.length - 1
  const firstHead = between.findIndex(piece => piece.kind === 'head')
  const lastCredit = between.findLastIndex(piece => piece.kind === 'credit')
  const lastBar = between.findLastIndex(({ kind }) => kind === 'footer' || kind === 'list' || kind === 'rule')
  between.forEach((piece, i) => {
    if (piece.kind === 'head')
      loose.push({ head: piece, before: current, after, direct: !atEnd && i > lastBar, credits: [] })
    else if (piece.kind === 'credit') {
      const waiting = between[i - 1]?.kind === 'head' && piece.gap === 0 && (i < lastCredit || hasLead || atEnd)
      const last = loose.at(-1)
      if (waiting && last) last.credits = piece.bylines
      else drafts[belongsBefore() ? current : after]?.bylines.push(...piece.bylines)
      function belongsBefore(): boolean {
        return (
          atEnd ||
          (current >= 0 &&
            piece.kind === 'credit' &&
            (piece.closes || (firstHead >= 0 && i < firstHead)) &&
            (firstHead < 0 || i < firstHead))
        )
      }
    } else {
      rest.push(piece)
      if (piece.kind !== 'header') return
      const date = dateOf(piece.text)
      const draft = drafts[firstHead >= 0 && i < firstHead ? current : after]
      if (draft && date) draft.date ??= date
      draft?.bylines.push(...piece.bylines)
    }
  })
}
