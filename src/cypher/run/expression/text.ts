import { CypherError } from '../../error.ts'
import type { Value } from '../../values/value.ts'

/** A text test that is null where either side is no text. */
export function textTest(test: (text: string, part: string) => boolean): (a: Value, b: Value) => boolean | null {
  return (a, b) => (typeof a === 'string' && typeof b === 'string' ? test(a, b) : null)
}

/** Java's patterns that people write are JavaScript's, but for flags in front: `(?i)`, `(?ms)`. */
function toRegExp(pattern: string): RegExp {
  const [flags = '', rest = pattern] = /^\(\?([ismu]+)\)([\s\S]*)$/.exec(pattern)?.slice(1) ?? []
  const kept = [...new Set(flags)].filter(flag => 'ims'.includes(flag)).join('')
  const source = `^(?:${rest})$`
  try {
    return new RegExp(source, `${kept}u`)
  } catch {
    try {
      return new RegExp(source, kept)
    } catch {
      throw new CypherError({ code: 'argument', message: `not a regular expression: ${pattern}` })
    }
  }
}

/** `=~`: the whole text must match. The last pattern is kept, since it is mostly the same on every row. */
export function matcher(): (a: Value, b: Value) => boolean | null {
  let last = ''
  let regExp = /^(?:)$/
  return textTest((text, pattern) => {
    if (pattern !== last) {
      regExp = toRegExp(pattern)
      last = pattern
    }
    return regExp.test(text)
  })
}
