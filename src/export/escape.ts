/** Code points that no XML 1.0 text may hold and most readers of text choke on: controls save tab and line ends, lone surrogates, U+FFFE/F. */
const UNSPEAKABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Surrogate}/gu

/** Marks that turn the direction of text, and separators that end a line in some readers and not in others. */
const INVISIBLE = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/g

/** A text that every reader takes: what cannot be written stands as U+FFFD, so that nothing goes unseen. */
export function speakable(text: string): string {
  return text.replace(UNSPEAKABLE, '\ufffd')
}

const XML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** For text and double-quoted attributes of XML and HTML: `]]>` cannot come about, line ends survive. */
export function xml(text: string): string {
  return speakable(text).replace(/[&<>"\t\n\r]/g, mark => XML[mark] ?? mark)
}

const unicode = (mark: string): string => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`

/** The inside of a double-quoted string of Turtle or single-quoted of Cypher; what hides from the eye is written out. */
export function quoted(text: string, quote: '"' | "'"): string {
  const inside = speakable(text)
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(INVISIBLE, unicode)
  return `${quote}${inside}${quote}`
}

/** One line of Markdown in which nothing is markup: `[x](y)`, `<b>`, `# a` and the bars of a table are text. */
export function markdown(text: string): string {
  return speakable(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#|~$!]/g, '\\$&')
    .replace(/[&<>]/g, mark => XML[mark] ?? mark)
    .replace(/^(?=[-+=:])/, '\\')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(INVISIBLE, mark => `&#x${mark.charCodeAt(0).toString(16)};`)
}

/**
 * A cell of RFC 4180 CSV.
 * @param guard lead a text that a spreadsheet would run as a formula (`=cmd()`) by an apostrophe
 */
export function csvCell(value: string, guard: boolean): string {
  const text = speakable(value)
  const safe = guard && /^[\s\ufeff]*[=+\-@|%\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return /[",;\r\n\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line for a terminal: no control that moves the cursor, no mark that turns the text round. */
export function oneLine(text: string): string {
  return speakable(text.replace(/\s+/g, ' ')).replace(INVISIBLE, unicode)
}
