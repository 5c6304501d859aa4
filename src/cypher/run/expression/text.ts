import { CypherError } from '../../error.ts'
import { javaPattern } from '../../regex/java-pattern.ts'
import type { Value } from '../../values/value.ts'

/** A text test that is null where either side is no text. */
export function textTest(test: (text: string, part: string) => boolean): (a: Value, b: Value) => boolean | null {
  return (a, b) => (typeof a === 'string' && typeof b === 'string' ? test(a, b) : null)
}

/** Texts up to this length are matched by any pattern in a moment. */
const SAFE_LENGTH = 20

/** A repeated group that holds a repetition or a choice, `(a+)+`, `(a|ab)*`: it may take longer than the universe to fail. */
function isRisky(pattern: string): boolean {
  const bare = pattern.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_')
  const open: { risk: boolean }[] = []
  let risky = false
  for (let i = 0; i < bare.length; i++) {
    const mark = bare[i]
    const top = open.at(-1)
    if (mark === '(') open.push({ risk: false })
    else if (mark === '|' || mark === '*' || mark === '+' || mark === '{') {
      if (top) top.risk = true
    } else if (mark === ')') {
      const repeated = /^(?:[*+]|\{\d*,?\d*\})/.test(bare.slice(i + 1))
      const { risk } = open.pop() ?? { risk: false }
      if (risk && repeated) risky = true
      const outer = open.at(-1)
      if (outer && risk) outer.risk = true
    }
  }
  return risky
}

function refuseRisk(pattern: string): never {
  throw new CypherError({
    code: 'limit',
    message: {
      en: `the pattern ${pattern} may need endless time: a group that is repeated holds a repetition or a choice`,
      zh: `正则表达式 ${pattern} 可能永远算不完：重复的组里又有重复或选择`,
    },
    hint: { en: 'repeat single characters or classes instead, e.g. [ab]+', zh: '请只重复单个字符或字符类，例如 [ab]+' },
  })
}

/** `=~`: the whole text must match. The last pattern is kept, since it is mostly the same on every row. */
export function matcher(): (a: Value, b: Value) => boolean | null {
  let last = ''
  let risky = false
  let regExp = javaPattern('')
  return textTest((text, pattern) => {
    if (pattern !== last) {
      regExp = javaPattern(pattern)
      last = pattern
      risky = isRisky(pattern)
    }
    if (risky && text.length > SAFE_LENGTH) refuseRisk(pattern)
    return regExp.test(text)
  })
}
