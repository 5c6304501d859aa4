import stringWidth from 'string-width'

export type Cell = string | number | boolean | null | object

/** A cell as a reader sees it: lists joined, maps as JSON, line breaks as spaces. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (Array.isArray(cell)) return cell.map(item => cellText(item)).join('、')
  if (typeof cell === 'object') return JSON.stringify(cell)
  return String(cell).replace(/\s+/g, ' ')
}

const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - stringWidth(text)))

/** Cuts a text to a width in terminal columns and says so with an ellipsis. */
function clip(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let clipped = ''
  for (const char of text) {
    if (stringWidth(clipped + char) > width - 1) break
    clipped += char
  }
  return `${clipped}…`
}

/** Columns aligned by display width, so that han characters do not shift them. Cells wider than `widest` are cut. */
export function plainTable(heads: readonly string[], rows: readonly (readonly Cell[])[], widest = 60): string {
  const cells = [heads, ...rows.map(row => row.map(cellText))].map(row => row.map(cell => clip(cell, widest)))
  const widths = heads.map((_, i) => Math.max(...cells.map(row => stringWidth(row[i] ?? ''))))
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = cells
  return `${[line(head), widths.map(width => '─'.repeat(width)).join('  '), ...body.map(line)].join('\n')}\n`
}

/** A Markdown table; pipes and line breaks in cells are escaped. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|')
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  const body = rows.map(row => line(row.map(cell => escaped(cellText(cell)))))
  return line(heads.map(escaped)) + line(heads.map(() => '---')) + body.join('')
}

/** RFC 4180 CSV with a header. A cell that a spreadsheet would run as a formula is led by an apostrophe. */
export function csvTable(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell) => {
    const raw = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(raw) ? `'${raw}` : raw
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [heads, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('')
}
