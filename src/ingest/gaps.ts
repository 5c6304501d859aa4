import type { Gap, PageTraits } from './boundary.ts'
import { tiesOf } from './cohesion.ts'
import type { Cutting, Draft } from './cutting.ts'
import type { Paragraph, Piece } from './pieces.ts'
import { PHOTOGRAPHER } from './words.ts'

const NONE: ReadonlySet<string> = new Set()
/** So many paragraphs of the article so far, and characters of them, are held against the next. */
const MOST_TIED = 24
const LONGEST_TIED = 3000
/** So many pieces below are looked through for credits. */
const REACH = 40

/** @returns what stands before the paragraph at `at`, or null where no article has begun yet. */
export function gapAt(cutting: Cutting, pieces: readonly Piece[], at: number, page: PageTraits): Gap | null {
  const { between, before, over } = cutting
  const draft = cutting.drafts[cutting.current]
  const after = pieces[at]
  if (!draft || !before || after?.kind !== 'paragraph') return null
  const heads = between.filter(piece => piece.kind === 'head').filter(head => !head.interrupts)
  const opening = draft.body.find(piece => piece.kind === 'paragraph') ?? before
  const next = nextOf(pieces, at)
  return {
    ties:
      page.wrapped && (heads.length > 0 || after.gap > 0) ? tiesOf(endOf(draft), after.text, next?.text ?? '') : null,
    size: draft.body.length,
    before,
    between,
    heads,
    over,
    after,
    next,
    page,
    opening,
    known: heads.length && !page.wrapped ? draft.names : NONE,
    told: draft.names,
    led: (opening.lead?.bylines.length ?? 0) > 0,
    closed: isClosed(pieces, at),
  }
}

/** The last of an article so far. */
const endOf = ({ body }: Draft): string =>
  body
    .slice(-MOST_TIED)
    .map(({ text }) => text)
    .join('')
    .slice(-LONGEST_TIED)

function nextOf(pieces: readonly Piece[], at: number): Paragraph | null {
  const next = pieces.slice(at + 1, at + 8).find(piece => piece.kind === 'paragraph' || piece.kind === 'head')
  return next?.kind === 'paragraph' ? next : null
}

/** Whether credits come before the next head or lead: （记者 甲）, 本报记者 甲 摄 after one paragraph. */
function isClosed(pieces: readonly Piece[], at: number): boolean {
  for (let i = at; i < Math.min(pieces.length, at + REACH); i++) {
    const piece = pieces[i]
    if (piece?.kind === 'credit')
      return piece.closes && (i === at + 1 || piece.bylines.some(({ role }) => role !== PHOTOGRAPHER))
    if (piece?.kind !== 'paragraph' || (i > at && piece.lead)) return false
    if (piece.tail && !piece.photo) return true
  }
  return false
}
