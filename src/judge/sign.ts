import type { Decision, Judgement } from '../model/judgement.ts'
import { canonicalJson } from '../snapshot/canonical.ts'
import { hash32 } from '../text/hash32.ts'

const hex = (text: string): string => hash32(text).toString(16).padStart(8, '0')

/** Id of a judgement: from its content alone (64 bits of FNV-1a; a label, no protection). */
export function judgementId(judgement: Omit<Judgement, 'id'>): string {
  const text = canonicalJson(judgement)
  return `j-${hex(text)}${hex(`${text}\u0000`)}`
}

/** Who decides, why and when. */
export interface Signature {
  readonly author: string
  readonly reason: string
  /** ISO, as UTC, so that times of several people compare. */
  readonly time: string
}

/** A decision with its signature and id. No Node API: the viewer calls it too. */
export function sign(decision: Decision, signature: Signature): Judgement {
  const whole = { ...decision, ...signature } as Omit<Judgement, 'id'>
  return { ...whole, id: judgementId(whole) } as Judgement
}
