import type { Byline } from '../model/article.ts'
import { endsWith } from '../text/word-groups.ts'
import { isHandedIn, isIssuer } from './credit-words.ts'
import { areEditors, isName, parseNames, signersOf, unitAndNames, writersOf } from './credits.ts'
import { tailOf } from './leads.ts'
import { specialOf } from './line-marks.ts'
import type { Line } from './lines.ts'
import type { Credit, Piece } from './pieces.ts'
import { AUTHOR, WORDS } from './words.ts'

/* Lines of names and bodies that only their place on the page shows to be credits. */

/** What stands before credits and does not belong to a text: □, ●, brackets. */
export const MARKS = /^[□■●◎○◆▲★☆◇△（(【#]/

/** No column of a printed page is wider. */
const WIDEST_COLUMN = 110

/** 本村村民: the line below names who is meant, not who wrote. */
const INTRODUCES = endsWith(WORDS.introducing)

/** A line under a headline and over a body. */
function isUnderHead(line: Line, above: Line | undefined, below: Line | undefined): boolean {
  if (!isName(line.text) || !above || above.ends || above.width <= 14) return false
  if (/[，。；]/.test(above.text) || INTRODUCES.test(above.text)) return false
  return (below?.width ?? 0) > 24 && /[，。]/.test(below?.text ?? '')
}

/** …办实事。⏎赵一鸣: one name under the end of a text, nearer to it than to what follows. */
function signsAlone(line: Line, above: Line | undefined, below: Line | undefined): readonly Byline[] | null {
  const nearer = line.gap < (below?.gap ?? Number.POSITIVE_INFINITY)
  return above?.ends && nearer && line.gap < 2 ? signersOf(line.text) : null
}

/** 徐一 叶知秋: names alone under a headline or under the end of a text, and no list of names. */
export function namesAt(lines: readonly Line[], i: number): Credit | null {
  const line = lines[i] as Line
  const [above, below] = [lines[i - 1], lines[i + 1]]
  const bylines =
    parseNames(line.text) ??
    (isUnderHead(line, above, below) ? [{ name: line.text, role: AUTHOR }] : signsAlone(line, above, below))
  if (!bylines) return null
  if (!above || parseNames(above.text) || (below && parseNames(below.text))) return null
  const underHead = !above.ends && above.width > line.width && (below?.width ?? 0) > 24
  if (!above.ends && !underHead) return null
  return { kind: 'credit', start: line.start, end: line.end, bylines, closes: above.ends, gap: line.gap }
}

/** 石渠日报 方晓, 青桥镇党委书记 方晓, 青桥小学 供稿, （来稿选登）: whose it is, on the line under a headline. */
export function signatureAt(lines: readonly Line[], i: number): Piece | null {
  const { start, end, text, gap, width } = lines[i] as Line
  const [above, below] = [lines[i - 1], lines[i + 1]]
  if (!above || !below || (above.ends && i > 1) || above.text.length < 4 || /[，；。：]/.test(text) || width > 60)
    return null
  if (below.width <= 24 && !/[：:。]$/.test(below.text)) return null
  const bylines = unitAndNames(text)
  if (bylines) return { kind: 'credit', start, end, bylines, closes: false, gap }
  if (specialOf(above)) return null
  return isHandedIn(text) || /^[（(][^（）()]{2,16}[)）]$/.test(text) || text.split(/\s+/).every(isIssuer)
    ? { kind: 'boilerplate', start, end, text, bylines: [] }
    : null
}

/** 记者 甲 under the end of a text belongs to it, unless it stands nearer to what follows; □本报记者 甲 does so only where nearer. */
export function closesAbove(lines: readonly Line[], i: number): boolean {
  const [line, below] = [lines[i], lines[i + 1]]
  const above = lines[i - 1]
  if (!line || !above) return false
  if (!above.ends) return line.gap === 0 && tailOf(above.text) !== null
  if (!below || line.gap < below.gap) return true
  // On torn pages headlines are lost, so that credits may stand over a text alone.
  const tells = line.gap === 0 || below.width > WIDEST_COLUMN
  return line.gap === below.gap && tells && !MARKS.test(line.text)
}

/** 来源：⏎石渠日报, 编辑：⏎方晓: a label whose value the layout put on the next line; null where it is none. */
export function valueBelow(piece: Piece, lines: readonly Line[], i: number): Piece | null {
  const below = lines[i + 1]
  if (piece.kind !== 'header' && piece.kind !== 'footer') return null
  if (!below || below.gap || below.ends || below.width > 30 || !/^[^：:]{1,6}[：:]$/.test(piece.text)) return null
  const text = piece.text + below.text
  return { kind: 'header', start: piece.start, end: below.end, text, bylines: writersOf(text) }
}

/** 来源：石渠融媒 记者：甲 right under the end of a text, apart from the next: those who wrote it. */
export function sourceBelow(piece: Piece, lines: readonly Line[], i: number): Piece {
  if (piece.kind !== 'header' || !piece.bylines.length || !lines[i - 1]?.ends || lines[i]?.gap) return piece
  const { start, end, bylines } = piece
  return lines[i + 1]?.gap === 0 ? piece : { kind: 'credit', start, end, bylines, closes: true, gap: 0 }
}

/** 责任编辑：甲 and nobody else is the editor of the site, who tells where the article ends. */
export function loneEditor(piece: Piece, at: number, all: readonly Piece[]): Piece {
  if (piece.kind !== 'credit' || piece.bylines.length !== 1 || !areEditors(piece.bylines)) return piece
  const [before, next] = [all[at - 1], all[at + 1]]
  const inList = (before?.kind === 'credit' && piece.gap === 0) || (next?.kind === 'credit' && next.gap === 0)
  return inList ? piece : { kind: 'footer', start: piece.start, end: piece.end, text: '', bylines: [] }
}

/** 来源：某社区⏎作者：甲⏎编辑：乙 close together what they stand under. */
export function closeTogether(piece: Piece, at: number, all: readonly Piece[]): Piece {
  if (piece.kind !== 'credit' || piece.closes) return piece
  let above = at - 1
  while (all[above]?.kind === 'credit' || all[above]?.kind === 'header') above--
  const next = all[at + 1]
  const together = next?.kind === 'credit' && next.closes && next.gap === 0
  return together && all[above]?.kind === 'paragraph' ? { ...piece, closes: true } : piece
}
