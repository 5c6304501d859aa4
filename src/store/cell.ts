/**
 * A value of an answer, the same from every store: integers are numbers (`{ $int }` beyond 2^53), floats are `{ $float }`, so
 * that 1 and 1.0 stay apart; nodes, relationships and paths are tagged; dates and times stand as their text.
 */
export type Cell = null | boolean | string | number | readonly Cell[] | { readonly [key: string]: Cell }

const isMap = (cell: Cell): cell is { readonly [key: string]: Cell } =>
  typeof cell === 'object' && cell !== null && !Array.isArray(cell)

const isList = (cell: Cell): cell is readonly Cell[] => Array.isArray(cell)

/** The content of a tagged cell: `tagged({ $float: '1.0' }, '$float')` is `'1.0'`. */
function tagged(cell: { readonly [key: string]: Cell }, tag: string): Cell | undefined {
  return Object.keys(cell).length === 1 ? cell[tag] : undefined
}

/** A cell as plain JSON, as `--format json` prints it: floats as numbers, nodes and relationships as their properties. */
export function plainCell(cell: Cell): Cell {
  if (isList(cell)) return cell.map(plainCell)
  if (!isMap(cell)) return cell
  const float = tagged(cell, '$float')
  if (typeof float === 'string') return Number.isFinite(Number(float)) ? Number(float) : float
  const integer = tagged(cell, '$int')
  if (integer !== undefined) return integer
  const path = tagged(cell, '$path')
  if (path !== undefined) return plainCell(path)
  return Object.fromEntries(Object.entries(cell).map(([key, value]) => [key, plainCell(value)]))
}

/** A cell as text for a table: lists by 、, nodes by their name, what is null as nothing. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (isList(cell)) return cell.map(cellText).join('、')
  if (!isMap(cell)) return String(cell)
  const named = (tagged(cell, '$node') ?? tagged(cell, '$relationship')) as { [key: string]: Cell } | undefined
  if (named) return nameOf(named)
  const plain = plainCell(cell)
  return typeof plain === 'object' ? JSON.stringify(plain) : String(plain)
}

function nameOf(element: { readonly [key: string]: Cell }): string {
  const properties = element['properties'] as { readonly [key: string]: Cell } | undefined
  return String(properties?.['name'] ?? element['type'] ?? properties?.['id'] ?? '')
}
