import type { Article, Block } from '../model/article.ts'
import type { Span } from '../model/span.ts'
import { type Edit, editOf } from '../text/offset-map.ts'
import type { Draft } from './cutting.ts'
import type { Head, Paragraph } from './pieces.ts'

type Body = Pick<Article, 'text' | 'offsets' | 'blocks' | 'span'>

/** Writes the body of an article: lead and credits left out, lines joined, one `\n` between blocks. Null where nothing is left. */
export function bodyOf(source: string, draft: Draft): Body | null {
  const edit = editOf(source)
  const blocks: Block[] = []
  let end = -1
  for (const piece of draft.body) {
    const spans = contentOf(piece)
    if (!spans.length) continue
    if (end >= 0) edit.insert('\n', end)
    const start = edit.length()
    spans.forEach((span, i) => {
      // Lines of a subhead are kept apart as they were printed.
      if (i > 0 && piece.kind === 'head') edit.insert(' ', span.start - 1)
      keepTidy(edit, source, span)
    })
    end = spans.at(-1)?.end ?? end
    blocks.push({
      start,
      end: edit.length(),
      role: piece.kind === 'head' ? 'subhead' : piece.photo ? 'caption' : 'paragraph',
    })
  }
  const first = draft.body.map(contentOf).find(spans => spans.length)?.[0]
  if (!first) return null
  return { ...edit.finish(), blocks, span: { start: first.start, end } }
}

/** The source spans of a piece that belong to the body. */
function contentOf(piece: Paragraph | Head): Span[] {
  if (piece.kind === 'head') return [...piece.lines]
  const from = piece.lead?.length ?? 0
  const to = piece.tail?.start ?? piece.text.length
  return slice(piece.lines, from, to)
}

/** Cuts `[from, to)` out of the joined lines. */
function slice(lines: readonly Span[], from: number, to: number): Span[] {
  const out: Span[] = []
  let at = 0
  for (const { start, end } of lines) {
    const left = Math.max(start, start + from - at)
    const right = Math.min(end, start + to - at)
    if (left < right) out.push({ start: left, end: right })
    at += end - start
  }
  return out
}

const SPACES = /[\s\u00a0\u3000\u200b\ufeff]+/g
const ANY_SPACE = /[\s\u00a0\u3000\u200b\ufeff]/
const HAN = /[\u3400-\u9fff]/
const WORD = /[A-Za-z]/

/** Drops white space beside digits, letters and marks; keeps it between two hanzi (党员带头 社区添力) and between two Latin words. */
function keepTidy(edit: Edit, source: string, { start, end }: Span): void {
  const text = source.slice(start, end)
  if (!ANY_SPACE.test(text)) {
    edit.keep(start, end)
    return
  }
  let kept = 0
  for (const found of text.matchAll(SPACES)) {
    const before = text.charAt(found.index - 1)
    const after = text.charAt(found.index + found[0].length)
    const stays = (HAN.test(before) && HAN.test(after)) || (WORD.test(before) && WORD.test(after))
    edit.keep(start + kept, start + found.index + (stays ? 1 : 0))
    kept = found.index + found[0].length
  }
  edit.keep(start + kept, end)
}
