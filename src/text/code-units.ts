/** Code-unit order, the one order for keys and names: no locale, no collation. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
