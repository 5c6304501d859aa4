import { readSeed } from '../text/seeds.ts'

const KINDS = ['header', 'footer', 'furniture', 'boilerplate', 'rule', 'list'] as const

/** What a line is that is neither text nor headline. */
export type LineKind = (typeof KINDS)[number]

interface Row {
  readonly kind: LineKind
  readonly pattern: RegExp
  /** Lines that must fall under the row, and lines that must not. */
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

const isKind = (word: string): word is LineKind => KINDS.some(kind => kind === word)

/** Examples are parted by ¦. */
const examples = (cell: string): readonly string[] => cell.split('¦')

/** The rows of `seeds/ingest/lines.csv` are a set: a line falls under at most one. Longer lines than `LONGEST` fall under none. */
export const LINE_ROWS: readonly Row[] = readSeed(
  'ingest/lines.csv',
  ['kind', 'yes', 'no', 'pattern'],
  ([kind = '', yes = '', no = '']) => {
    if (!isKind(kind)) return `There is no kind of line "${kind}".`
    return yes === '' || no === '' ? 'A row wants a line that falls under it and one that does not.' : null
  },
  { lastHoldsCommas: true },
).flatMap(([kind = '', yes = '', no = '', pattern = '']) =>
  isKind(kind) ? [{ kind, yes: examples(yes), no: examples(no), pattern: new RegExp(pattern, 'i') }] : [],
)

const LONGEST = 140

/** @returns what kind of line this is, or null for text and headlines. */
export function kindOfLine(line: string): LineKind | null {
  if (line.length > LONGEST) return null
  for (const row of LINE_ROWS) if (row.pattern.test(line)) return row.kind
  return null
}
