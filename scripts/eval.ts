/**
 * `npm run eval`: extracts every page that has gold and scores it, the half that rules are developed on and the half that was
 * set aside apart. `--misses` lists the misses (never of the half set aside), `--check` fails where a measure dropped by more
 * than a point below the committed baseline, `--accept` writes a new one.
 */
import { writeFileSync } from 'node:fs'
import { classifyMisses } from '../src/cli/eval/confusion.ts'
import { scoreTable } from '../src/cli/eval/print.ts'
import type { Score } from '../src/cli/eval/tally.ts'
import { BASELINE, drops, readBaseline, toBaseline } from './eval/baseline.ts'
import { calibrationTable } from './eval/calibration.ts'
import { goldSets, type SetScore, scoreSet } from './eval/sets.ts'
import { changeTable, confusionTable, pageTable } from './eval/tables.ts'

const flags = new Set(process.argv.slice(2))
const { sets, missing } = goldSets()
const scores: SetScore[] = sets.map(scoreSet)
const before = readBaseline()

for (const { set, whole, pages } of scores) {
  console.log(`\n## ${set.title}\n\n${scoreTable(whole)}\n\n${pageTable(pages)}`)
  console.log(`\n${changeTable(whole, before[set.name])}\n\n${calibrationTable(whole.judged)}`)
  if (set.secret) continue
  console.log(`\n${confusionTable(whole)}`)
  if (flags.has('--misses')) listMisses(whole)
}
for (const reason of missing) console.log(`\nskipped: ${reason}`)

if (flags.has('--accept')) {
  writeFileSync(BASELINE, `${JSON.stringify({ ...before, ...toBaseline(scores) }, null, 1)}\n`)
  console.log(`\nwrote ${BASELINE.pathname}; npm run gen brings it into the README`)
}
if (flags.has('--check')) {
  const fallen = scores.flatMap(score => drops(score, before))
  for (const line of fallen) console.error(line)
  if (fallen.length || (missing.length && process.env['MAILUO_REQUIRE_ALL'])) process.exitCode = 1
}

function listMisses(score: Score): void {
  for (const miss of classifyMisses(score.misses)) console.log(`${miss.where}: [${miss.class}] ${miss.text}`)
}
