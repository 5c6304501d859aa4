import type { ComponentChildren } from 'preact'
import type { Span } from '../../src/model/span.ts'
import type { NodeItem } from '../data/model.ts'

export interface MarkedMention extends Span {
  readonly node: string
}

interface Props {
  readonly text: string
  /** The part of the text that is shown. */
  readonly window: Span
  /** The quoted clause. */
  readonly span: Span | null
  readonly mentions: readonly MarkedMention[]
  readonly nodeOf: (key: string) => NodeItem | undefined
  /** Makes mentions into buttons. */
  readonly onPick?: (key: string) => void
}

/**
 * Text with its mentions and one clause marked. Everything from a page goes in as a text node.
 * Pieces are cut at every border: …|回民区|推行|红蜂驿站|… inside [the clause].
 */
export function Marked({ text, window, span, mentions, nodeOf, onPick }: Props) {
  const shown = outermost(mentions, window)
  const parts: ComponentChildren[] = []
  const inSpan = (at: number) => span !== null && at >= span.start && at < span.end
  const plain = (start: number, end: number) => {
    const cuts = [start, ...(span ? [span.start, span.end] : []).filter(cut => cut > start && cut < end), end]
    for (let index = 1; index < cuts.length; index += 1) {
      const [from, to] = [cuts[index - 1] ?? start, cuts[index] ?? end]
      if (from === to) continue
      const piece = text.slice(from, to)
      parts.push(inSpan(from) ? <mark key={from}>{piece}</mark> : piece)
    }
  }
  let at = window.start
  for (const mention of shown) {
    plain(at, mention.start)
    const body = (
      <MentionPiece key={`m${mention.start}`} text={text} mention={mention} nodeOf={nodeOf} onPick={onPick} />
    )
    parts.push(inSpan(mention.start) ? <mark key={`k${mention.start}`}>{body}</mark> : body)
    at = mention.end
  }
  plain(at, window.end)
  return <>{parts}</>
}

interface PieceProps extends Pick<Props, 'text' | 'nodeOf'> {
  readonly mention: MarkedMention
  readonly onPick: Props['onPick'] | undefined
}

function MentionPiece({ text, mention, nodeOf, onPick }: PieceProps) {
  const node = nodeOf(mention.node)
  const words = text.slice(mention.start, mention.end)
  const look = `mention mention-${node?.type ?? 'none'}`
  if (!onPick || !node) return <span class={look}>{words}</span>
  return (
    <button type="button" class={look} title={node.name} onClick={() => onPick(mention.node)}>
      {words}
    </button>
  )
}

/** Mentions in reading order without those inside a longer one: [东风路街道[党工委]] keeps the whole. */
function outermost(mentions: readonly MarkedMention[], window: Span): readonly MarkedMention[] {
  const sorted = mentions
    .filter(mention => mention.start >= window.start && mention.end <= window.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: MarkedMention[] = []
  for (const mention of sorted) if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention)
  return kept
}
