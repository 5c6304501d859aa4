import type { Span } from '../../../src/model/span.ts'

/** The span of an article's body, and its headline where it has one. */
export interface Placed extends Span {
  readonly title: string | null
}

/** A page and what it was composed of. */
export interface Composed {
  readonly text: string
  readonly articles: readonly Placed[]
}

/** A page in the making. */
export interface Sheet {
  /** Lines that belong to no body; an empty one is a blank line. */
  readonly print: (...lines: readonly string[]) => void
  /** Begins an article. */
  readonly begin: (title: string | null) => void
  /** Lines of its body, after `skip` units that are a head or a lead, and before the last `tail` units, which are credits. */
  readonly body: (lines: readonly string[], skip?: number, tail?: number) => void
  readonly finish: () => Composed
}

export function newSheet(): Sheet {
  let text = ''
  const articles: { title: string | null; start: number; end: number }[] = []
  const print = (...lines: readonly string[]): void => {
    for (const line of lines) text += `${line}\n`
  }
  return {
    print,
    begin: title => articles.push({ title, start: -1, end: -1 }),
    body(lines, skip = 0, tail = 0) {
      const article = articles.at(-1)
      const start = text.length
      print(...lines)
      if (!article) return
      if (article.start < 0) article.start = start + skip
      article.end = text.length - 1 - tail
    },
    finish: () => ({ text, articles: articles.filter(({ start }) => start >= 0) }),
  }
}
