import { InputError } from '../errors.ts'
import type { Decision, Judgement } from '../model/judgement.ts'
import { canonicalJson } from '../snapshot/canonical.ts'
import { judgementSchema } from '../snapshot/judgement-schema.ts'
import { hash32 } from '../text/hash32.ts'
import { judgementId } from './sign.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseLine(line: string, where: string): Judgement {
  const trouble = (what: string) => new InputError({ what, where, remedy: 'Mend the line, or take it out.' })
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw trouble('this is no JSON')
  }
  if (!isRecord(value)) throw trouble('a judgement is a JSON object')
  const { id, reason = '', ...rest } = value
  const whole = { reason, ...rest } as Omit<Judgement, 'id'>
  const own = judgementId(whole)
  if (id !== undefined && id !== own) throw trouble(`its id is ${String(id)}, its content gives ${own}`)
  const result = judgementSchema.safeParse({ ...whole, id: own })
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw trouble(`${issue?.path.join('.') || 'judge'}: ${issue?.message}`)
}

/**
 * Reads a file of judgements: one JSON object a line, written by the viewer, by `mailuo review` or by hand. Empty lines and
 * lines that begin with `//` count for nothing; `id` and `reason` may be left out.
 * @throws InputError with file and line where one is not as it should be
 */
export function parseJudgements(text: string, where: string): Judgement[] {
  return text.split('\n').flatMap((line, i) => {
    const bare = line.replace(/^\ufeff/, '').trim()
    return bare === '' || bare.startsWith('//') ? [] : [parseLine(bare, `${where}, line ${i + 1}`)]
  })
}

/** Several lists as one, each judgement once, in the order of their times. The order in which the lists come makes no difference. */
export function joinJudgements(...lists: readonly (readonly Judgement[])[]): Judgement[] {
  const byId = new Map(lists.flat().map(one => [one.id, one]))
  return [...byId.values()].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.id < b.id ? -1 : 1))
}

/** Judgements that stand: none that a later line takes back, and no taking back itself. */
export function standing(judgements: readonly Judgement[]): Exclude<Judgement, { judge: 'withdraw' }>[] {
  const gone = new Set<string>()
  for (const one of [...judgements].reverse()) if (one.judge === 'withdraw' && !gone.has(one.id)) gone.add(one.of)
  return judgements.flatMap(one => (one.judge === 'withdraw' || gone.has(one.id) ? [] : [one]))
}

/** One line of the file. */
export const judgementLine = (judgement: Judgement): string => `${canonicalJson(judgement)}\n`

/** The key of what a split parts off: it depends on the node and the articles alone. */
export function splitKey({ node, articles }: Extract<Decision, { judge: 'split' }>): string {
  return `${node}~${hash32([...articles].sort().join('\u0000')).toString(36)}`
}
