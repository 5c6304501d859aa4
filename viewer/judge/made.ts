import { computed, signal } from '@preact/signals'
import { sign } from '../../src/judge/sign.ts'
import type { Decision, Judgement } from '../../src/model/judgement.ts'
import { canonicalJson } from '../../src/snapshot/canonical.ts'
import { stored, storeValue } from '../state/preferences.ts'
import type { App } from '../state/store.ts'

/** Judgements made in this browser, oldest first. Lines are added and never taken away: what is taken back says so in a line. */
export const made = signal<readonly Judgement[]>([])

/** Who judges; kept for the next time. */
export const author = signal(stored('author') ?? '')

let place = ''

const isJudgement = (value: unknown): value is Judgement => {
  const one = value as Partial<Judgement> | null
  return typeof one?.id === 'string' && typeof one.judge === 'string' && typeof one.time === 'string'
}

/** Takes up what this browser keeps of a graph. */
export function openJudgements(app: App): void {
  place = `judgements.${app.model.snapshot.title}`
  try {
    const kept: unknown = JSON.parse(stored(place) ?? '[]')
    made.value = Array.isArray(kept) ? kept.filter(isJudgement) : []
  } catch {
    made.value = []
  }
}

function keep(judgements: readonly Judgement[]): void {
  made.value = judgements
  storeValue(place, JSON.stringify(judgements))
}

/** Adds a judgement, signed with the author's name and the time. */
export function judge(decision: Decision, reason = ''): Judgement {
  const judgement = sign(decision, { author: author.value || '匿名', reason, time: new Date().toISOString() })
  keep([...made.value, judgement])
  storeValue('author', author.value)
  return judgement
}

/** Those that stand, the newest first. */
export const standingMade = computed(() => {
  const gone = new Set(made.value.flatMap(one => (one.judge === 'withdraw' ? [one.of] : [])))
  return made.value.filter(one => one.judge !== 'withdraw' && !gone.has(one.id)).reverse()
})

export function withdraw(judgement: Judgement): void {
  judge({ judge: 'withdraw', of: judgement.id })
}

/** What the snapshot brings and what was made here, each once, in the order of time. */
export function joined(app: App): readonly Judgement[] {
  const byId = new Map([...(app.model.snapshot.judgements ?? []), ...made.value].map(one => [one.id, one]))
  return [...byId.values()].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.id < b.id ? -1 : 1))
}

/** The file that `mailuo build --judgements` takes. */
export const fileOf = (judgements: readonly Judgement[]): Blob =>
  new Blob(
    judgements.map(one => `${canonicalJson(one)}\n`),
    { type: 'application/x-ndjson' },
  )
