import type { Candidate, Reason } from '../../model/facts.ts'
import { holds, type Span } from '../../model/span.ts'
import type { EntityKind, EntityType } from '../../schema/types.ts'
import type { Reading } from '../reading.ts'
import { W } from '../weights.ts'
import { TAGGED_TYPES } from './alphabet.ts'
import type { TaggedRun } from './tagger.ts'

/** What a run has at most that is not told. */
const UNTOLD = 0.01
const TAGGED = 'probable by the tagger'
/** Logits beyond this say no more. */
const MOST_LOGIT = 5

const logit = (probability: number): number =>
  Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, Math.log(probability / (1 - probability))))

const reasonOf = (probability: number): Reason => ({
  question: TAGGED,
  weight: Math.round(W.taggedLogit * logit(probability)),
})

/** What a name without a head noun is: a firm by its brand (极兔速递), a scheme by its brand (“金梅花”). */
const KIND_WITHOUT_HEAD: Readonly<Partial<Record<EntityType, EntityKind>>> = {
  Place: 'site',
  Organisation: 'company',
  Programme: 'brand',
}

/** The kind that the last head noun in tokens `[first, behind)` gives; a body that ends like a place or programme is none of the usual. */
function kindOf({ heads, lexicon }: Reading, { first, behind }: TaggedRun, type: EntityType): EntityKind | null {
  for (let i = behind - 1; i >= first; i--) {
    const rule = heads[i]! < 0 ? undefined : lexicon.rules[heads[i]!]
    if (rule?.type === type) return rule.kind
    if (rule && type === 'Organisation') return 'other'
  }
  return KIND_WITHOUT_HEAD[type] ?? null
}

/** What the tagger makes of the candidates of one article. */
export interface Opinion {
  /** Those that are left, each with the tagger's reason. */
  readonly weigh: (candidates: readonly Candidate[]) => Candidate[]
  /** Names that none of the candidates is. */
  readonly missing: (candidates: readonly Candidate[]) => Candidate[]
}

/**
 * Lets the tagger's runs compete: what a rule proposed for the same span and type gains or loses by how probable it is, what no
 * rule proposed is a candidate more. What only points (该县) loses nothing, nor does what stands inside a name of its type
 * ([省农科院]海南分院): the tagger tells the outermost names alone.
 * @param runs every run above the tagger's least probability; a span it does not tell is less probable than that
 */
export function opinionOf(reading: Reading, runs: readonly TaggedRun[]): Opinion {
  const spans = runs.map(run => toSpan(reading, run))
  const bySpan = new Map(spans.map(span => [keyOf(span), span]))
  const sure = spans.filter(({ probability }) => probability > 0.5)
  return {
    weigh: candidates => candidates.flatMap(candidate => weighed(candidate, bySpan.get(keyOf(candidate)), sure) ?? []),
    missing: candidates => {
      const proposed = new Set(candidates.map(keyOf))
      return spans.flatMap(span => (proposed.has(keyOf(span)) ? [] : (aloneAs(reading, span) ?? [])))
    },
  }
}

/** A run as a span of the text. */
interface TaggedSpan extends Span {
  readonly type: EntityType
  readonly probability: number
  readonly run: TaggedRun
}

const toSpan = ({ starts, ends }: Reading, run: TaggedRun): TaggedSpan => ({
  start: starts[run.first]!,
  end: ends[run.behind - 1]!,
  type: TAGGED_TYPES[run.type]!,
  probability: run.probability,
  run,
})

const keyOf = ({ start, end, type }: Span & { readonly type: EntityType }): string => `${start} ${end} ${type}`

/** @returns the candidate with the tagger's reason, none where that speaks against it on the whole. */
function weighed(
  candidate: Candidate,
  same: TaggedSpan | undefined,
  sure: readonly TaggedSpan[],
): Candidate | undefined {
  const isInside = (outer: TaggedSpan): boolean =>
    outer.type === candidate.type && outer !== same && holds(outer, candidate)
  const reason = reasonOf(same?.probability ?? UNTOLD)
  if ((candidate.anaphor && reason.weight < 0) || sure.some(isInside)) return candidate
  const weight = candidate.weight + reason.weight
  return weight > 0 ? { ...candidate, weight, reasons: [...candidate.reasons, reason] } : undefined
}

function aloneAs(reading: Reading, { start, end, type, probability, run }: TaggedSpan): Candidate | undefined {
  const reasons = [reasonOf(probability), { question: 'no rule proposes it', weight: W.taggedAlone }]
  const weight = reasons.reduce((sum, reason) => sum + reason.weight, 0)
  if (weight <= 0) return undefined
  return { start, end, type, kind: kindOf(reading, run, type), rule: 'tagger', weight, reasons }
}
