/** Classes of characters that Java names and JavaScript does not, as the inside of a class. */
const POSIX: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E',
  XDigit: '0-9a-fA-F',
  Space: '\\t-\\r\\x20',
}

/** Blocks that are asked for in Chinese text; their names are compared without regard to case, spaces and lines. */
const BLOCKS: Readonly<Record<string, string>> = {
  cjkunifiedideographsextensiona: '\\u3400-\\u4DBF',
  cjkunifiedideographs: '\\u4E00-\\u9FFF',
  halfwidthandfullwidthforms: '\\uFF00-\\uFFEF',
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
  if (/^bl(oc)?k$/.test(key)) return BLOCKS[value.toLowerCase().replace(/[\s_-]/g, '')] ?? null
  if (key !== 'script' && key !== 'sc') return null
  return known(`Script=${value.charAt(0).toUpperCase()}${value.slice(1).toLowerCase()}`)
}

function known(property: string): string | null {
  try {
    new RegExp(`\\p{${property}}`, 'v')
    return `\\p{${property}}`
  } catch {
    return null
  }
}
