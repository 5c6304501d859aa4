import { javaClass, literal, setEscape } from './java-class.ts'
import { codePoint, refusePattern, Source } from './source.ts'

const LINE_END = '\\n\\r\\u0085\\u2028\\u2029'
const END = '(?!.)'
/** Places and ends of lines that JavaScript has not, or not so. */
const ESCAPES: Readonly<Record<string, string>> = {
  A: '(?<!.)',
  z: END,
  Z: `(?=(?:\\r\\n|[${LINE_END}])?${END})`,
  R: '(?:\\r\\n|[\\n-\\r\\u0085\\u2028\\u2029])',
  b: '\\b',
  B: '\\B',
}

/**
 * A pattern of Java's `matches()` as a regular expression: what means the same is taken over, what JavaScript writes otherwise
 * is rewritten, and what it lacks is refused, so that no pattern matches something else than in Neo4j.
 */
export function javaPattern(pattern: string): RegExp {
  const reader = new Reader(pattern)
  const source = `^(?:${reader.alternatives()})$`
  try {
    return new RegExp(source, 'sv')
  } catch {
    return refusePattern(pattern, pattern)
  }
}

class Reader {
  private readonly source: Source
  private groups = 0
  private atoms = 0
  private readonly names = new Map<string, string>()

  constructor(pattern: string) {
    this.source = new Source(pattern)
  }

  /** The whole pattern. */
  alternatives(): string {
    const text = this.inside()
    return this.source.done ? text : refusePattern(this.source.text, ')')
  }

  /** Up to the end or a closing bracket; flags that are set within end with it. */
  private inside(): string {
    const { source } = this
    const { flags } = source
    let text = ''
    while (!source.done && source.peek() !== ')') {
      if (source.eat('|')) text += '|'
      else text += this.piece()
    }
    source.flags = flags
    return text
  }

  /** An atom with its quantifier. */
  private piece(): string {
    const { source } = this
    if (source.flags.has('x') && this.skipped()) return ''
    const atom = this.atom()
    if (atom === '') return ''
    while (source.flags.has('x') && this.skipped());
    const quantifier = this.quantifier()
    if (quantifier === '') return atom
    if (source.eat('+')) return this.atomic(`${atom}${quantifier}`)
    return `${atom}${quantifier}${source.eat('?') ? '?' : ''}`
  }

  private skipped(): boolean {
    const { source } = this
    if (source.eat('#')) {
      source.until('\n', true)
      return true
    }
    return /^\s$/.test(source.peek()) && source.next() !== ''
  }

  private quantifier(): string {
    const { source } = this
    for (const mark of ['*', '+', '?']) if (source.eat(mark)) return mark
    if (!source.eat('{')) return ''
    const body = source.until('}')
    return /^\d+(,\d*)?$/.test(body) ? `{${body}}` : refusePattern(source.text, `{${body}}`)
  }

  /** What is matched once and not gone back into: a look ahead that is remembered. */
  private atomic(text: string): string {
    const name = `once${this.atoms++}`
    return `(?:(?=(?<${name}>${text}))\\k<${name}>)`
  }

  private atom(): string {
    const { source } = this
    const char = source.next()
    switch (char) {
      case '(':
        return this.group()
      case '[':
        return javaClass(source)
      case '.':
        return source.flags.has('s') ? '.' : `[^${LINE_END}]`
      case '^':
        return source.flags.has('m') ? `(?<![^${LINE_END}])` : (ESCAPES['A'] as string)
      case '$':
        return source.flags.has('m') ? `(?=[${LINE_END}]|${END})` : (ESCAPES['Z'] as string)
      case '\\':
        return this.escape()
      case '*':
      case '+':
      case '?':
      case '{':
        return refusePattern(source.text, char)
      default:
        return literal(codePoint(char), source)
    }
  }

  private escape(): string {
    const { source } = this
    if (source.eat('Q')) {
      const quoted = source.until('\\E', true)
      return `(?:${Array.from(quoted, char => literal(codePoint(char), source)).join('')})`
    }
    const place = ESCAPES[source.peek()]
    if (place !== undefined) {
      source.next()
      return place
    }
    if (source.eat('k<')) return this.reference(source.until('>'))
    if (/[1-9]/.test(source.peek())) return this.reference(source.next())
    return setEscape(source) ?? literal(source.escaped(), source)
  }

  private reference(name: string): string {
    const group = this.names.get(name)
    if (group === undefined || this.source.flags.has('i')) return refusePattern(this.source.text, `\\${name}`)
    return `\\k<${group}>`
  }

  /** A group after its bracket. */
  private group(): string {
    const { source } = this
    if (!source.eat('?')) return this.capture(null)
    if (source.eat('>')) return this.atomic(this.closed(''))
    for (const kind of [':', '=', '!', '<=', '<!']) if (source.eat(kind)) return `(?${this.closed(kind)})`
    if (source.eat('<')) return this.capture(source.until('>'))
    return this.flagged()
  }

  private capture(name: string | null): string {
    const group = `group${++this.groups}`
    const number = String(this.groups)
    const text = `(?<${group}>${this.closed('')})`
    this.names.set(number, group)
    if (name !== null) this.names.set(name, group)
    return text
  }

  private closed(head: string): string {
    const text = this.inside()
    return this.source.eat(')') ? `${head}${text}` : refusePattern(this.source.text, '(')
  }

  /** `(?i)` up to the end of its group, `(?i-s:…)` within its own. */
  private flagged(): string {
    const { source } = this
    const before = source.flags
    const flags = new Set(before)
    const written = source.take(/[a-zA-Z-]/, 12)
    const [on = '', off = ''] = written.split('-')
    if (!/^[imsux]*$/.test(on + off) || written === '') return refusePattern(source.text, `(?${written}`)
    for (const flag of on) flags.add(flag)
    for (const flag of off) flags.delete(flag)
    source.flags = flags
    if (source.eat(')')) return ''
    if (!source.eat(':')) return refusePattern(source.text, `(?${written}`)
    const text = `(?:${this.closed('')})`
    source.flags = before
    return text
  }
}
