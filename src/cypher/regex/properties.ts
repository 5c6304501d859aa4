/** Classes of characters that Java names and JavaScript does not, as the inside of a class. */
const POSIX: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E',
  Blank: '\\x20\\t',
  XDigit: '0-9a-fA-F',
  Space: '\\t-\\r\\x20',
}

/** Blocks that are asked for in Chinese text; their names are compared without regard to case, spaces and lines. */
const BLOCKS: Readonly<Record<string, string>> = {
  cjksymbolsandpunctuation: '\\u3000-\\u303F',
  cjkunifiedideographsextensiona: '\\u3400-\\u4DBF',
  cjkunifiedideographs: '\\u4E00-\\u9FFF',
  cjkcompatibilityideographs: '\\uF900-\\uFAFF',
  halfwidthandfullwidthforms: '\\uFF00-\\uFFEF',
  cjkunifiedideographsextensionb: '\\u{20000}-\\u{2A6DF}',
}

/** @returns what stands in a class for `\p{name}` of a Java pattern, null where there is no such property here. */
export function propertyClass(name: string): string | null {
  const [key = '', value] = name.split('=')
  if (value !== undefined) return byKey(key.toLowerCase(), value)
  if (POSIX[name]) return POSIX[name] as string
  if (/^In[A-Z]/.test(name)) return byKey('block', name.slice(2))
  const bare = name.replace(/^Is/, '')
  return known(bare === 'Digit' ? 'Nd' : bare) ?? (bare === name ? null : byKey('script', bare))
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
