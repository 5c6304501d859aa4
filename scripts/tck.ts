import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { loadTemporal } from '../src/cypher/index.ts'
import type { Outcome } from './tck/run-vectors.ts'
import { runVectors } from './tck/run-vectors.ts'
import type { Floor } from './tck/table.ts'
import { printMisses, printTable, rates } from './tck/table.ts'
import type { Vector } from './tck/vector.ts'

const USAGE = 'npm run tck -- FILE.jsonl [--json OUT] [--misses]'

/** Runs a file of test vectors; exit code 1 below the floor that is committed for it. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, misses: { type: 'boolean' } },
  })
  const [file] = positionals
  if (!file) {
    console.error(`name a file: ${USAGE}`)
    return 2
  }
  await loadTemporal()
  const vectors = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Vector)
  const outcomes = runVectors(vectors)
  if (values.misses) printMisses(outcomes)
  printTable(outcomes)
  if (values.json) writeJson(values.json, outcomes)
  return belowFloor(basename(file), outcomes) ? 1 : 0
}

function writeJson(path: string, outcomes: readonly Outcome[]): void {
  writeFileSync(
    path,
    `${JSON.stringify(
      outcomes.map(({ id, group, status }) => ({ id, group, status })),
      null,
      1,
    )}\n`,
  )
}

function belowFloor(name: string, outcomes: readonly Outcome[]): boolean {
  const floors = JSON.parse(readFileSync(new URL('../test/cypher/tck-floor.json', import.meta.url), 'utf8')) as Record<
    string,
    Floor
  >
  const floor = floors[name] ?? (floors['*'] as Floor)
  const found = rates(outcomes)
  let below = false
  for (const key of Object.keys(floor) as (keyof Floor)[]) {
    const fails = key === 'wrong' ? found.wrong > floor.wrong : found[key] < floor[key]
    if (fails) console.error(`below the floor: ${key} is ${found[key]}, committed ${floor[key]}`)
    below ||= fails
  }
  return below
}

process.exitCode = await main()
