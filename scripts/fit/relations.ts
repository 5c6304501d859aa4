/**
 * Fits the judge of relations and figures: `npx tsx scripts/fit/relations.ts GOLD… [--aside PATTERN] [--dry]`.
 * GOLD is a gold file (docs/gold.md), a folder of them, or the folder of a corpus (corpus/README.md). Pages whose name
 * the pattern fits take no part in the fit. Prints what rows alone and rows with the judge give on pages that the judge
 * has not seen (five folds by page, then the pages aside), the precision at each threshold and how far its probabilities hold,
 * and writes `trees.csv` and `thresholds.csv` of `seeds/relate/` unless `--dry` is given.
 */
import { writeFileSync } from 'node:fs'
import { featureName } from '../../src/relate/learned/feature-list.ts'
import { LEAF } from '../../src/relate/learned/forest.ts'
import { TREES_COLUMNS, TREES_FILE } from '../../src/relate/learned/forests.ts'
import { QUESTIONS } from '../../src/relate/learned/questions.ts'
import { THRESHOLDS_COLUMNS, THRESHOLDS_FILE, type Thresholds } from '../../src/relate/learned/thresholds.ts'
import { calibrationTable } from '../eval/calibration.ts'
import { scaled, scalesOf } from './relations/calibrate.ts'
import { casesOf } from './relations/cases.ts'
import { type Candidate, candidatesOf } from './relations/examples.ts'
import { type Fitted, fitAll } from './relations/fit.ts'
import { type Judged, judgeAll, judgeByFolds, rescaled } from './relations/folds.ts'
import { type GoldPage, readPages } from './relations/pages.ts'
import { curveTable, questionTable } from './relations/tables.ts'
import { chooseThresholds } from './relations/thresholds.ts'
import { readUnseen } from './unseen.ts'

const FOLDS = 5
const SEEDS = new URL('../../seeds/', import.meta.url)

function print(title: string, pages: readonly GoldPage[], judged: readonly Judged[], thresholds: Thresholds): void {
  console.log(`\n## ${title}: ${pages.length} pages\n\n${questionTable(pages, judged, thresholds)}\n`)
  const relations = judged.filter(({ candidate }) => candidate.question !== 'FIGURE')
  const told = relations.filter(({ candidate }) => candidate.right !== null)
  console.log(`${curveTable(pages, relations)}\n`)
  console.log(calibrationTable(told.map(one => ({ confidence: one.probability, right: one.candidate.right === 1 }))))
}

function write(fitted: Fitted, thresholds: Thresholds): void {
  const trees = QUESTIONS.flatMap(question =>
    fitted[question].map(({ depth, lift, feature }) =>
      [question, depth, lift, feature === LEAF ? '' : featureName(feature)].join(','),
    ),
  )
  const signed = QUESTIONS.map(question => `${question},${thresholds[question]}`)
  writeFileSync(new URL(TREES_FILE, SEEDS), `${[TREES_COLUMNS.join(','), ...trees].join('\n')}\n`)
  writeFileSync(new URL(THRESHOLDS_FILE, SEEDS), `${[THRESHOLDS_COLUMNS.join(','), ...signed].join('\n')}\n`)
  console.log(`\nwrote ${trees.length} nodes of trees`)
}

const args = process.argv.slice(2)
const flag = args.indexOf('--aside')
const aside = flag < 0 ? '' : (args.splice(flag, 2)[1] ?? '')
const dry = args.includes('--dry')
const pages = readPages(args.filter(arg => arg !== '--dry'))
const isAside = (name: string) => aside !== '' && new RegExp(aside, 'u').test(name)
const fold = new Map(pages.filter(({ name }) => !isAside(name)).map(({ name }, i) => [name, i % FOLDS]))

const unseen = readUnseen()
const found = pages.flatMap(page => casesOf(page, 'found', unseen)).flatMap(candidatesOf)
const given = pages.flatMap(page => casesOf(page, 'given')).flatMap(candidatesOf)
const used = [...found, ...given].filter(({ page }) => !isAside(page))
const near = pages.filter(({ name }) => !isAside(name))
const far = pages.filter(({ name }) => isAside(name))

const isNear = ({ page }: Candidate) => !isAside(page)
const foldOf = (page: string) => fold.get(page) ?? 0
const unscaled = judgeByFolds(used, foldOf, FOLDS)
const scales = scalesOf(unscaled)
const judged = rescaled(unscaled, scales)
const runs = (['found', 'given'] as const).map(ends => judged.filter(({ candidate }) => candidate.ends === ends))
const thresholds = chooseThresholds(near, runs)
const fitted = scaled(fitAll(used), scales)
const ENDS = ['ends as the program finds them', 'ends as the gold gives them']
const real = near.filter(({ times }) => times > 1)
const isReal = new Set(real.map(({ name }) => name))
runs.forEach((run, i) => {
  const ofReal = run.filter(({ candidate }) => isReal.has(candidate.page))
  print(`${FOLDS} folds, ${ENDS[i]}`, near, run, thresholds)
  if (real.length) print(`The real pages of these, ${ENDS[i]}`, real, ofReal, thresholds)
})
if (far.length)
  [found, given].forEach((candidates, i) => {
    const asked = candidates.filter(one => !isNear(one))
    print(`Set aside, ${ENDS[i]}`, far, judgeAll(asked, fitted), thresholds)
  })
if (!dry) write(fitted, thresholds)
