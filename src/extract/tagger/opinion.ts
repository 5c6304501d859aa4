import type { Candidate, Reason } from '../../model/facts.ts'
import { holds, type Span } from '../../model/span.ts'
import type { EntityKind, EntityType } from '../../schema/types.ts'
import { offer, type Propose, withReason } from '../candidate.ts'
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
  const told = groupByStart(spans)
  const sure = TAGGED_TYPES.map(type => spans.filter(span => span.type === type && span.probability > 0.5))
  return {
    weigh: candidates => candidates.flatMap(candidate => weighed(candidate, findSame(told, candidate), sure) ?? []),
    missing: candidates => {
      const proposed = groupByStart(candidates)
      const added: Candidate[] = []
      for (const span of spans)
        if (!findSame(proposed, span)) offerAlone(reading, span, candidate => void added.push(candidate))
      return added
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

type TypedSpan = Span & { readonly type: EntityType }

/** Few spans begin at one place: this and a look at each finds one sooner than a key of its own. */
function groupByStart<S extends TypedSpan>(spans: readonly S[]): ReadonlyMap<number, S[]> {
  const groups = new Map<number, S[]>()
  for (const span of spans) {
    const group = groups.get(span.start)
    if (group) group.push(span)
    else groups.set(span.start, [span])
  }
  return groups
}

function findSame<S extends TypedSpan>(
  groups: ReadonlyMap<number, S[]>,
  { start, end, type }: TypedSpan,
): S | undefined {
  for (const span of groups.get(start) ?? NONE) if (span.end === end && span.type === type) return span as S
  return undefined
}

const NONE: readonly never[] = []

/** Whether the candidate stands inside another name of its type: of sure runs, which never overlap, the last that begins by then. */
function isInside(candidate: Candidate, same: TaggedSpan | undefined, sure: readonly TaggedSpan[]): boolean {
  let [low, high] = [0, sure.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sure[middle]!.start <= candidate.start) low = middle + 1
    else high = middle
  }
  const outer = sure[low - 1]
  return outer !== undefined && outer !== same && holds(outer, candidate)
}

/** @returns the candidate with the tagger's reason, none where that speaks against it on the whole. */
function weighed(
  candidate: Candidate,
  same: TaggedSpan | undefined,
  sure: readonly (readonly TaggedSpan[])[],
): Candidate | undefined {
  const reason = reasonOf(same?.probability ?? UNTOLD)
  if (candidate.anaphor && reason.weight < 0) return candidate
  if (isInside(candidate, same, sure[TAGGED_TYPES.indexOf(candidate.type)]!)) return candidate
  return candidate.weight + reason.weight > 0 ? withReason(candidate, reason) : undefined
}

function offerAlone(reading: Reading, { start, end, type, probability, run }: TaggedSpan, propose: Propose): void {
  const reasons = [reasonOf(probability), { question: 'no rule proposes it', weight: W.taggedAlone }]
  offer(propose, { start, end, type, kind: kindOf(reading, run, type), rule: 'tagger', reasons })
}
