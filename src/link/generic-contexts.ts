import { readSeed } from '../text/seeds.ts'

let held: { readonly before: readonly string[]; readonly after: readonly string[] } | undefined

function contexts() {
  if (held) return held
  const rows = readSeed('link/generic-contexts.csv', ['side', 'word'])
  const words = (side: string) => rows.filter(row => row[0] === side).map(row => row[1] ?? '')
  held = { before: words('before'), after: words('after') }
  return held
}

/** Whether the words around a bare level word make it speak of all of its kind: 村、[社区]划分网格, 各[街道], [社区]党组织. */
export function speaksOfAll(text: string, start: number, end: number): boolean {
  const { before, after } = contexts()
  return before.some(word => text.endsWith(word, start)) || after.some(word => text.startsWith(word, end))
}
