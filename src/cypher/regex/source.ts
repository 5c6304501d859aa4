import { CypherError } from '../error.ts'

/** @throws CypherError(argument) always: the pattern has a part that does not belong to one, or not to one here. */
export function refusePattern(pattern: string, part: string): never {
  throw new CypherError({
    code: 'argument',
    message: {
      en: `not a regular expression that can be matched here: ${pattern}, because of ${part}`,
      zh: `这里不能匹配的正则表达式：${pattern}，因为 ${part}`,
    },
  })
}

export function codePoint(text: string): number {
  return text.codePointAt(0) ?? 0
}

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 }

/** A Java pattern that is read from front to back, with the flags that hold at the place. */
export class Source {
  readonly text: string
  private readonly chars: readonly string[]
  private at = 0
  flags: ReadonlySet<string> = new Set()

  constructor(text: string) {
    this.text = text
    this.chars = Array.from(text)
  }

  get done(): boolean {
    return this.at >= this.chars.length
  }

  /** The character that many places on; empty at the end. */
  peek(ahead = 0): string {
    return this.chars[this.at + ahead] ?? ''
  }

  next(): string {
    if (this.done) return refusePattern(this.text, this.chars.at(-1) ?? '')
    return this.chars[this.at++] as string
  }

  eat(word: string): boolean {
    for (let i = 0; i < word.length; i++) if (this.peek(i) !== word[i]) return false
    this.at += word.length
    return true
  }

  /** Takes all up to a word, and the word. @param open whether the word may be missing at the end */
  until(word: string, open = false): string {
    let text = ''
    while (!this.eat(word)) {
      if (this.done && open) return text
      text += this.next()
    }
    return text
  }

  /** Takes what matches of the characters that follow. */
  take(test: RegExp, most: number): string {
    let text = ''
    while (text.length < most && test.test(this.peek())) text += this.next()
    return text
  }

  /** The character that an escape after its backslash stands for: `n`, `x62`, `u0062`, `x{1F600}`, `.`. */
  escaped(): number {
    const mark = this.next()
    const control = CONTROLS[mark]
    if (control !== undefined) return control
    if (mark === 'x' && this.eat('{')) return this.hex(this.until('}'), 1)
    if (mark === 'x') return this.hex(this.take(/[0-9a-fA-F]/, 2), 2)
    if (mark === 'u') return this.hex(this.take(/[0-9a-fA-F]/, 4), 4)
    if (mark === '0') return Number.parseInt(this.take(/[0-7]/, 3), 8) || 0
    if (mark === 'c') return codePoint(this.next()) ^ 64
    return /[a-zA-Z0-9]/.test(mark) ? refusePattern(this.text, `\\${mark}`) : codePoint(mark)
  }

  private hex(digits: string, least: number): number {
    const point = /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : -1
    return digits.length < least || point < 0 || point > 0x10ffff ? refusePattern(this.text, digits) : point
  }
}
