import type { Text } from './messages.ts'

/**
 * What kind of trouble: `syntax` and `semantic` are found before running; `type`, `argument`, `arithmetic` while running;
 * `limit` means a budget was used up, `cancelled` that the caller stopped the run, `unsupported` that the engine does not know it (yet).
 */
export type CypherErrorCode =
  | 'syntax'
  | 'semantic'
  | 'type'
  | 'argument'
  | 'arithmetic'
  | 'parameter'
  | 'procedure'
  | 'entity'
  | 'limit'
  | 'cancelled'
  | 'write'
  | 'unsupported'

/** The parts of an error; offsets are UTF-16 units into the query text. A bare string is English only. */
export interface CypherTrouble {
  readonly code: CypherErrorCode
  readonly message: string | Text
  readonly start?: number
  readonly end?: number
  /** What to do about it, e.g. 「did you mean `count`?」 */
  readonly hint?: string | Text | undefined
}

/** A query that is refused or that failed. Line and column count from 1; `caret` is the line with a mark below the place. */
export class CypherError extends Error {
  readonly code: CypherErrorCode
  readonly start: number | undefined
  readonly end: number | undefined
  readonly hint: string | undefined
  /** Message and hint in both languages; `message` and `hint` are the English ones. */
  readonly texts: { readonly message: Text; readonly hint: Text | undefined }
  line: number | undefined
  column: number | undefined
  caret: string | undefined

  constructor(trouble: CypherTrouble) {
    const message = both(trouble.message)
    const hint = trouble.hint === undefined ? undefined : both(trouble.hint)
    super(message.en)
    this.name = 'CypherError'
    this.code = trouble.code
    this.start = trouble.start
    this.end = trouble.end
    this.hint = hint?.en
    this.texts = { message, hint }
  }

  /** Adds line, column and caret from the query's text. @returns the same error. */
  locate(text: string): this {
    if (this.start === undefined || this.line !== undefined) return this
    const start = Math.min(this.start, text.length)
    const lineStart = text.lastIndexOf('\n', start - 1) + 1
    const lineEnd = text.indexOf('\n', start)
    this.line = text.slice(0, start).split('\n').length
    this.column = start - lineStart + 1
    const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd)
    const width = Math.max(1, Math.min(this.end ?? start + 1, lineStart + line.length) - start)
    this.caret = `${line}\n${' '.repeat(start - lineStart)}${'^'.repeat(width)}`
    return this
  }

  /** @returns the whole story: the place, the message, the line with a caret, and the hint, each where known. */
  render(language: keyof Text = 'en'): string {
    const place = this.line === undefined ? '' : PLACE[language](this.line, this.column ?? 1)
    const { message, hint } = this.texts
    return [place + message[language], this.caret, hint?.[language]].filter(part => part !== undefined).join('\n')
  }
}

const PLACE = {
  en: (line: number, column: number) => `line ${line}, column ${column}: `,
  zh: (line: number, column: number) => `第 ${line} 行第 ${column} 列：`,
}

function both(text: string | Text): Text {
  return typeof text === 'string' ? { en: text, zh: text } : text
}
