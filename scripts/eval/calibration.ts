import { markdownTable } from '../../src/cli/table.ts'

const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95] as const

/** Of relations said to be so sure, how many are right: said confidence beside the share that held, by bin. */
export function calibrationTable(judged: readonly { readonly confidence: number; readonly right: boolean }[]): string {
  const rows = BINS.flatMap((from, i) => {
    const to = BINS[i + 1] ?? 1.01
    const bin = judged.filter(({ confidence }) => confidence >= from && confidence < to)
    if (!bin.length) return []
    const said = bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length
    const held = bin.filter(({ right }) => right).length / bin.length
    return [[`${from}–${Math.min(to, 1)}`, bin.length, said.toFixed(2), held.toFixed(2)]]
  })
  return markdownTable(['confidence', 'relations', 'said', 'held'], rows)
}
