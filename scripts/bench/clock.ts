/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

/** How long work takes by the clock. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Prints how long something took, and how many of what a second that is. */
export function printRate(what: string, ms: number, count: number, unit: string): void {
  const rate = Math.round((count / ms) * 1000).toLocaleString('en')
  console.log(`${what.padEnd(44)} ${(ms / 1000).toFixed(2).padStart(8)} s  ${rate.padStart(10)} ${unit}/s`)
}
