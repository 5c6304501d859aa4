import { readFileSync } from 'node:fs'
import { InputError } from '../errors.ts'
import { packageFile } from './package-files.ts'

/**
 * Reads one list of `seeds/`: CSV without quoting, a header line, `#` comments.
 * @param path relative to `seeds/`, e.g. `extract/titles.csv`
 * @param faultOf what is wrong with a row, null where nothing is
 * @returns the rows as arrays in the header's order; every row has as many cells as the header
 * @param options `lastHoldsCommas`: the last cell takes the rest of its line, as patterns need it
 * @throws InputError where the header or a row is not as `columns` and `faultOf` say
 */
export function readSeed(
  path: string,
  columns: readonly string[],
  faultOf: (cells: readonly string[]) => string | null = () => null,
  { lastHoldsCommas = false } = {},
): readonly string[][] {
  const lines = readFileSync(packageFile(`seeds/${path}`), 'utf8').split('\n')
  const fail = (what: string, line: number): never => {
    throw new InputError({
      what,
      where: `seeds/${path}:${line + 1}`,
      remedy: `Mend the row; seeds/${path.slice(0, path.lastIndexOf('/'))}/README.md names the columns.`,
    })
  }
  if (lines[0] !== columns.join(',')) fail(`The header is not "${columns.join(',')}".`, 0)
  const rows: string[][] = []
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!
    if (line === '' || line.startsWith('#')) continue
    const parts = line.split(',')
    const last = columns.length - 1
    const cells = lastHoldsCommas ? [...parts.slice(0, last), parts.slice(last).join(',')] : parts
    if (cells.length !== columns.length) fail(`Wanted ${columns.length} cells, found ${cells.length}.`, i)
    const fault = faultOf(cells)
    if (fault) fail(fault, i)
    rows.push(cells)
  }
  return rows
}

/** @returns the words of a list whose rows are `word,…` or several words in one cell parted by spaces. */
export function splitWords(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(' ')
}
