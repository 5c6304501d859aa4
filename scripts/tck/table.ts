import type { Outcome } from './run-vectors.ts'

/** Shares of vectors that went right, and the number of silent wrong answers. */
export interface Floor {
  /** Valid queries answered right, dates and times apart. */
  readonly valid: number
  /** Invalid queries refused. */
  readonly invalid: number
  /** Dates and times. */
  readonly temporal: number
  readonly wrong: number
}

const isInvalid = (outcome: Outcome) => 'error' in outcome.vector.expect
const isTemporal = (outcome: Outcome) => outcome.group.includes('temporal')

function share(outcomes: readonly Outcome[]): number {
  return outcomes.length === 0 ? 1 : outcomes.filter(outcome => outcome.status === 'pass').length / outcomes.length
}

export function rates(outcomes: readonly Outcome[]): Floor {
  const rest = outcomes.filter(outcome => !isTemporal(outcome))
  return {
    valid: share(rest.filter(outcome => !isInvalid(outcome))),
    invalid: share(rest.filter(isInvalid)),
    temporal: share(outcomes.filter(isTemporal)),
    wrong: outcomes.filter(outcome => outcome.status === 'wrong').length,
  }
}

export function printTable(outcomes: readonly Outcome[]): void {
  const groups = [...new Set(outcomes.map(outcome => outcome.group))].sort()
  const line = (name: string, list: readonly Outcome[]) => {
    const valid = list.filter(outcome => !isInvalid(outcome))
    const invalid = list.filter(isInvalid)
    const count = (status: Outcome['status']) => list.filter(outcome => outcome.status === status).length
    const cells = [
      score(valid),
      score(invalid),
      String(count('wrong')),
      String(count('error')),
      String(count('accepted')),
    ]
    console.log(`${name.padEnd(38)}${cells.map(cell => cell.padStart(20)).join('')}`)
  }
  console.log(
    `${'group'.padEnd(38)}${['valid right', 'invalid refused', 'wrong', 'error', 'accepted'].map(cell => cell.padStart(20)).join('')}`,
  )
  for (const group of groups)
    line(
      group,
      outcomes.filter(outcome => outcome.group === group),
    )
  line(
    'all but dates and times',
    outcomes.filter(outcome => !isTemporal(outcome)),
  )
  if (outcomes.some(isTemporal)) line('dates and times', outcomes.filter(isTemporal))
  console.log(`silent wrong answers: ${rates(outcomes).wrong}`)
}

function score(list: readonly Outcome[]): string {
  if (list.length === 0) return '-'
  const right = list.filter(outcome => outcome.status === 'pass').length
  return `${right}/${list.length} ${((100 * right) / list.length).toFixed(2)} %`
}

export function printMisses(outcomes: readonly Outcome[]): void {
  for (const { id, status, detail, vector } of outcomes) {
    if (status === 'pass') continue
    console.log(`${status.toUpperCase()} ${id}\n  ${vector.query.replace(/\s+/g, ' ')}`)
    if (vector.params) console.log(`  params ${JSON.stringify(vector.params)}`)
    console.log(`  expected ${JSON.stringify(vector.expect).slice(0, 400)}\n  got      ${detail}\n`)
  }
}
