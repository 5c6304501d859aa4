import { namesIn, tiesOf } from './cohesion.ts'
import type { Openers } from './forms.ts'
import type { Line } from './lines.ts'
import type { Head, Paragraph, Piece } from './pieces.ts'

/** What stands from one beginning of the series to the next. */
export interface Part {
  /** The piece that begins it: a head, or a paragraph. */
  readonly opener: Piece
  readonly heads: readonly Head[]
  readonly paragraphs: readonly Paragraph[]
  /** Credits close it. */
  readonly signed: boolean
  readonly names: ReadonlySet<string>
}

/** Parts of a page that begin alike: the items of a digest, or the chapters of one article. */
export interface Series {
  readonly form: string
  readonly parts: readonly Part[]
  /** What stands before the first. */
  readonly before: readonly Piece[]
}

/** The form of headlines and subheads without any mark. */
export const PLAIN = 'plain'

/** 01 on a line of its own, over the head that it counts. */
const COUNTER = 'counter'

/** @returns the series of a page, that of unmarked heads included where it has three. */
export function seriesOf(pieces: readonly Piece[], lines: readonly Line[], openers: Openers): readonly Series[] {
  const starts = new Map<string, number[]>()
  const add = (form: string, at: number): void => void starts.set(form, [...(starts.get(form) ?? []), at])
  const formed = new Set<number>()
  let at = 0
  for (const [i, { form }] of [...openers].sort(([a], [b]) => a - b)) {
    const { start, end } = lines[i] as Line
    while (at < pieces.length && (pieces[at] as Piece).start < start) at++
    if ((pieces[at]?.start ?? end) >= end) continue
    const under = pieces[at]?.kind !== 'head' && pieces[at + 1]?.kind === 'head' && form === COUNTER ? at + 1 : at
    add(form, under)
    formed.add(under)
  }
  for (const [i, piece] of pieces.entries())
    if (isBareHead(piece) && !formed.has(i) && isFirstHead(pieces, i)) add(PLAIN, i)
  return [...starts].flatMap(([form, given]) => oneSeries(form, given, pieces) ?? [])
}

const isBareHead = (piece: Piece): piece is Head =>
  piece.kind === 'head' && !piece.label && !piece.interrupts && !piece.level

/** Of the heads over a text the first counts. */
const isFirstHead = (pieces: readonly Piece[], i: number): boolean =>
  pieces[i - 1]?.kind !== 'head' && pieces.slice(i).some(({ kind }) => kind === 'paragraph')

function oneSeries(form: string, given: readonly number[], pieces: readonly Piece[]): Series | null {
  const starts = form === PLAIN ? pastHeadline(given, pieces) : given
  const [first] = starts
  if (first === undefined || starts.length < 2) return null
  const parts = starts.map((start, i) => partOf(pieces.slice(start, starts[i + 1] ?? pieces.length)))
  return { form, parts, before: pieces.slice(0, first) }
}

/** The headline of the page is no part: 标题⏎导语…⏎小标题⏎… */
function pastHeadline(starts: readonly number[], pieces: readonly Piece[]): readonly number[] {
  const [first] = starts
  const above = pieces.slice(0, first ?? 0).some(({ kind }) => kind === 'paragraph')
  return above ? starts : starts.slice(1)
}

function partOf(pieces: readonly Piece[]): Part {
  const heads = pieces.filter(piece => piece.kind === 'head')
  const paragraphs = pieces.filter(piece => piece.kind === 'paragraph')
  return {
    opener: pieces[0] as Piece,
    heads,
    paragraphs,
    signed:
      paragraphs.some(({ tail, photo }) => tail !== null && !photo) || pieces.some(({ kind }) => kind === 'credit'),
    names: namesIn([...heads, ...paragraphs].map(({ text }) => text).join('\n')),
  }
}

/** How much of the names of later parts stands in an earlier one, 0 to 1; null where they name nothing. */
export function sharedNames({ parts }: Series): number | null {
  const known = new Set(parts[0]?.names)
  let all = 0
  let shared = 0
  for (const { names } of parts.slice(1)) {
    for (const name of names) {
      all++
      if (known.has(name)) shared++
    }
    for (const name of names) known.add(name)
  }
  return all ? shared / all : null
}

const textOf = ({ paragraphs }: Part): string =>
  paragraphs
    .map(({ text }) => text)
    .join('')
    .slice(0, 1200)

/** How much parts hang together with what stands before them, in shares of their pairs of characters. */
export function tiesWithin({ parts }: Series): number {
  const shares = parts.slice(1).map((part, i) => tiesOf(textOf(parts[i] as Part), textOf(part), '').back)
  return shares.length ? shares.reduce((sum, one) => sum + one, 0) / shares.length : 0
}
