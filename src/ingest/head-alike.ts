import type { Span } from '../model/span.ts'
import { leadOf, tailOf } from './leads.ts'
import { endsSentence } from './lines.ts'
import { GOES_ON } from './openings.ts'
import type { Head, Paragraph, Piece } from './pieces.ts'

/** So many blocks of a page begin with a head where all do. */
const MOST = 0.5
const FEWEST = 2
const SHORTEST = 6
const LONGEST = 44

/**
 * Where most blocks of a page begin with a head, so do those whose head its width or its mark hid:
 *     “仫佬山乡第一哨”：一间岗亭守了十五年      ← as wide as the column
 *     在罗城仫佬族自治县东门镇凤凰社区，…
 */
export function headsAlike(pieces: readonly Piece[]): Piece[] {
  return isHeaded(pieces) ? pieces.flatMap((piece, i) => headFirst(pieces, i) ?? piece) : [...pieces]
}

function isHeaded(pieces: readonly Piece[]): boolean {
  let heads = 0
  let others = 0
  for (const [i, piece] of pieces.entries()) {
    const next = pieces[i + 1]
    if (piece.kind === 'head' && !piece.label && next?.kind === 'paragraph' && next.gap === 0) heads++
    else if (piece.kind === 'paragraph' && piece.gap > 0) others++
  }
  return heads >= FEWEST && heads > MOST * (heads + others)
}

function headFirst(pieces: readonly Piece[], i: number): Piece[] | null {
  const [piece, above, below] = [pieces[i], pieces[i - 1], pieces[i + 1]]
  if (piece?.kind !== 'paragraph' || piece.gap === 0 || piece.lead || piece.photo || piece.bullet) return null
  const [line, ...rest] = piece.lines
  if (!line || (above?.kind === 'paragraph' && !endsSentence(above.text) && !above.tail)) return null
  const text = piece.text.slice(0, line.end - line.start)
  if (!mayBeHead(text)) return null
  if (!rest.length) return below?.kind === 'paragraph' && below.gap === 0 ? [headOver(piece, line, text)] : null
  const body = piece.text.slice(text.length)
  return endsSentence(text) || GOES_ON.test(body) ? null : [headOver(piece, line, text), without(piece, rest, body)]
}

/** A headline has no stop but its last, and closes its quotes. */
function mayBeHead(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST || /[，。；、]|^[”’）》]|[：:]$/.test(text)) return false
  return text.split('“').length === text.split('”').length
}

const headOver = ({ gap }: Paragraph, line: Span, text: string): Head => ({
  kind: 'head',
  start: line.start,
  end: line.end,
  lines: [line],
  text,
  level: 0,
  numbered: false,
  interrupts: false,
  label: false,
  gap,
})

const without = (paragraph: Paragraph, lines: readonly Span[], text: string): Paragraph => ({
  ...paragraph,
  start: lines[0]?.start ?? paragraph.start,
  lines,
  text,
  lead: leadOf(text),
  tail: tailOf(text),
  gap: 0,
})
