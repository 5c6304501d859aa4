/** Classes of characters that Java names and JavaScript does not, as the inside of a class. */
const POSIX: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E',
  Graph: '\\x21-\\x7E',
  Print: '\\x20-\\x7E',
  Blank: '\\x20\\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: '\\t-\\r\\x20',
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaLetter: '\\p{L}',
  javaDigit: '\\p{Nd}',
  javaLetterOrDigit: '\\p{L}\\p{Nd}',
  javaWhitespace: '\\t-\\r\\x1C-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200A\\u2028\\u2029\\u205F\\u3000',
}

/** Blocks that are asked for in Chinese text; their names are compared without regard to case, spaces and lines. */
const BLOCKS: Readonly<Record<string, string>> = {
  basiclatin: '\\x00-\\x7F',
  generalpunctuation: '\\u2000-\\u206F',
  cjksymbolsandpunctuation: '\\u3000-\\u303F',
  hiragana: '\\u3040-\\u309F',
  katakana: '\\u30A0-\\u30FF',
  cjkunifiedideographsextensiona: '\\u3400-\\u4DBF',
  cjkunifiedideographs: '\\u4E00-\\u9FFF',
  hangulsyllables: '\\uAC00-\\uD7AF',
  cjkcompatibilityideographs: '\\uF900-\\uFAFF',
  halfwidthandfullwidthforms: '\\uFF00-\\uFFEF',
  cjkunifiedideographsextensionb: '\\u{20000}-\\u{2A6DF}',
}

const BINARY: Readonly<Record<string, string>> = {
  alphabetic: 'Alphabetic',
  ideographic: 'Ideographic',
  letter: 'L',
  lowercase: 'Lowercase',
  uppercase: 'Uppercase',
  titlecase: 'Lt',
  punctuation: 'P',
  control: 'Cc',
  white_space: 'White_Space',
  digit: 'Nd',
  emoji: 'Emoji',
  emoji_presentation: 'Emoji_Presentation',
}

/** @returns what stands in a class for `\p{name}` of a Java pattern, null where there is no such property here. */
export function propertyClass(name: string): string | null {
  const [key = '', value] = name.split('=')
  if (value !== undefined) return byKey(key.toLowerCase(), value)
  if (POSIX[name]) return POSIX[name] as string
  if (/^In[A-Z]/.test(name)) return byKey('block', name.slice(2))
  const bare = name.replace(/^Is/, '')
  const binary = name.startsWith('Is') ? BINARY[bare.toLowerCase()] : undefined
  return known(binary ?? bare) ?? (name.startsWith('Is') ? byKey('script', bare) : null)
}

function byKey(key: string, value: string): string | null {
  switch (key) {
    case 'block':
    case 'blk':
      return BLOCKS[value.toLowerCase().replace(/[\s_-]/g, '')] ?? null
    case 'script':
    case 'sc':
      return known(`Script=${value.charAt(0).toUpperCase()}${value.slice(1).toLowerCase()}`)
    case 'general_category':
    case 'gc':
      return known(value)
    default:
      return null
  }
}

function known(property: string): string | null {
  try {
    new RegExp(`\\p{${property}}`, 'v')
    return `\\p{${property}}`
  } catch {
    return null
  }
}
