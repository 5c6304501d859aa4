/** Variants that a page may print for one mark, each one UTF-16 unit for one. */
const SAME: readonly (readonly [kept: string, variants: string])[] = [
  [' ', '\t\u00a0\u2002\u2003\u2009\u202f\u3000'],
  ['“', '"「〝„‟'],
  ['”', '」〞'],
  ['‘', "'『‛"],
  ['’', '』'],
  ['…', '⋯'],
  ['—', '–―─━'],
  ['·', '•・‧∙･'],
  ['~', '～〜∼'],
  ['《', '〈'],
  ['》', '〉'],
]

const FULL = 0xff01
const FULL_END = 0xff5e
const SHIFT = 0xfee0

const table = new Uint16Array(65536)
for (let unit = 0; unit < table.length; unit++) table[unit] = unit >= FULL && unit <= FULL_END ? unit - SHIFT : unit
for (const [kept, variants] of SAME) for (const mark of variants) table[mark.charCodeAt(0)] = kept.charCodeAt(0)

/**
 * Folds full-width letters, digits and marks to half width (７５％ → 75%, （ → () and variants of one mark to one (⋯ → …).
 * One unit gives one unit, so that every offset into the folded text is an offset into `text`.
 */
export function fold(text: string): string {
  let first = 0
  while (first < text.length && table[text.charCodeAt(first)] === text.charCodeAt(first)) first++
  if (first === text.length) return text
  const parts = [text.slice(0, first)]
  const chunk: number[] = []
  for (let i = first; i < text.length; i++) {
    chunk.push(table[text.charCodeAt(i)] ?? 0)
    if (chunk.length === 8192) parts.push(String.fromCharCode(...chunk.splice(0)))
  }
  parts.push(String.fromCharCode(...chunk))
  return parts.join('')
}
