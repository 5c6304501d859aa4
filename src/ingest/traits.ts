import { oneOf } from '../text/word-groups.ts'
import type { PageTraits } from './boundary.ts'
import type { Head, Paragraph, Piece } from './pieces.ts'
import { PLAIN, type Series } from './series.ts'
import { oddsOfItems } from './series-questions.ts'
import { PHOTOGRAPHER, WORDS } from './words.ts'

const BRIEFS_LABEL = new RegExp(oneOf(WORDS['briefs-label']))
const NEWS_OPENER = new RegExp(
  `^(?:${oneOf(WORDS.recent, WORDS['recent-days'], WORDS['this-year'])}|\\d{1,2}月|20\\d\\d年|.{2,14}(?:${oneOf(WORDS.recent)}|\\d{1,2}月\\d{1,2}日))`,
)

/** ● stands before the points of one article where the page as a whole says so. */
const SURELY_PARTS = -2

/** Reads off a page as a whole how it is laid out. */
export function traitsOf(pieces: readonly Piece[], wrapped: boolean, series: readonly Series[]): PageTraits {
  const paragraphs = pieces.filter(piece => piece.kind === 'paragraph')
  const heads = pieces.filter(piece => piece.kind === 'head')
  const parts = partsOf(series, pieces.filter(isSigned).length)
  return {
    parts,
    wrapped,
    briefs:
      areBriefs(paragraphs, heads) &&
      !paragraphs.some(piece => piece.bullet && (parts.get(piece)?.odds ?? 0) < SURELY_PARTS),
    titleLevel: titleLevelOf(pieces, heads),
    titleLength: heads.find(({ label, text }) => !label && text.length > 4)?.text.length ?? 0,
    heads: heads.slice(0, 200),
    headed: isHeaded(pieces),
    wideGap: wideGapOf(pieces),
    spaced: pieces.some(
      (piece, i) => piece.kind === 'paragraph' && piece.gap > 0 && pieces[i - 1]?.kind === 'paragraph',
    ),
    signed: pieces.filter(isSigned).length > 1,
    led: paragraphs.filter(({ lead }) => lead !== null).length > 2,
  }
}

/** Heads without marks tell nothing where credits part the articles. */
const isTelling = ({ form, parts }: Series, signs: number): boolean => form !== PLAIN || signs * 2 < parts.length

function partsOf(series: readonly Series[], signs: number): PageTraits['parts'] {
  return new Map(
    series
      .filter(one => isTelling(one, signs))
      .flatMap(one => {
        const odds = oddsOfItems(one)
        return one.parts.map(({ opener }) => [opener, { marked: one.form !== PLAIN, odds }] as const)
      }),
  )
}

/** Credits in the midst of a page, those of photos aside: another article ends or begins there. */
function signs(piece: Piece): boolean {
  if (piece.kind === 'credit') return piece.bylines.some(({ role }) => role !== PHOTOGRAPHER)
  return piece.kind === 'paragraph' && (piece.lead !== null || (piece.tail !== null && !piece.photo))
}

/** A lead, a tail, or the first of several lines of credits. */
const isSigned = (piece: Piece, at: number, all: readonly Piece[]): boolean =>
  piece.kind === 'paragraph'
    ? piece.lead !== null || piece.tail !== null
    : piece.kind === 'credit' && all[at - 1]?.kind !== 'credit'

/** 标题⏎来源：某网 2024-01-02⏎…: the page of a site, with one article on it. */
function isHeaded(pieces: readonly Piece[]): boolean {
  const first = pieces.findIndex(({ kind }) => kind === 'paragraph')
  const last = pieces.findLastIndex(({ kind }) => kind === 'paragraph')
  const headers = pieces.flatMap(({ kind }, i) => (kind === 'header' ? [i] : []))
  const others = pieces.some((piece, i) => i > first && i < last && signs(piece))
  return headers.length > 0 && headers.every(i => i < first) && !others
}

/** The least number of blank lines that at most half of the paragraphs that follow another have before them. */
function wideGapOf(pieces: readonly Piece[]): number {
  const gaps = pieces.flatMap((piece, i) =>
    piece.kind === 'paragraph' && pieces[i - 1]?.kind === 'paragraph' ? [piece.gap] : [],
  )
  let wide = 1
  while (gaps.filter(gap => gap >= wide).length * 2 > gaps.length) wide++
  return wide
}

/** ● stands before briefs where they read as news or credit their writers, before points of a list elsewhere. */
function areBriefs(paragraphs: readonly Paragraph[], heads: readonly Head[]): boolean {
  const bullets = paragraphs.filter(({ bullet }) => bullet)
  if (!bullets.length) return false
  const news = bullets.filter(({ text, tail, lead }) => tail || lead || NEWS_OPENER.test(text)).length
  return (
    news * 2 >= bullets.length ||
    (heads.some(({ text }) => BRIEFS_LABEL.test(text) && text.length <= 12) && bullets.length > 1)
  )
}

/**
 * The level of Markdown headings that are headlines: the first level used, unless one such heading alone stands over the page and
 * several of the next level each have long titles (# 简报⏎## 甲街道…⏎…⏎## 乙街道…).
 */
function titleLevelOf(pieces: readonly Piece[], heads: readonly Head[]): number {
  const levels = heads.map(({ level }) => level).filter(level => level > 0)
  if (!levels.length) return 0
  const top = levels.reduce((least, level) => Math.min(least, level), 6)
  const below = heads.filter(({ level }) => level === top + 1)
  if (levels.filter(level => level === top).length > 1 || below.length < 2) return top
  const at = pieces.findIndex(piece => piece.kind === 'head' && piece.level === top)
  const next = pieces.findIndex((piece, i) => i > at && (piece.kind === 'head' || piece.kind === 'paragraph'))
  const long = below.filter(({ text, numbered }) => text.length >= 10 && !numbered).length
  return pieces[next]?.kind === 'head' && long === below.length ? top + 1 : top
}
