import type { Candidate } from '../../model/facts.ts'
import type { EntityKind, EntityType } from '../../schema/types.ts'
import type { Reading } from '../reading.ts'
import type { HeadRule } from '../rules/rule.ts'
import { spanKey } from './spot.ts'
import type { Survey, TaggedSpan } from './survey.ts'

/** What a name without a head noun is: a firm by its brand (极兔速递), a scheme by its brand (“金梅花”). */
const KIND_WITHOUT_HEAD: Readonly<Partial<Record<EntityType, EntityKind>>> = {
  Place: 'site',
  Organisation: 'company',
  Programme: 'brand',
}

const ruleAt = ({ heads, lexicon }: Reading, i: number): HeadRule | undefined =>
  heads[i]! < 0 ? undefined : lexicon.rules[heads[i]!]

/** The kind that the last head noun in tokens `[first, behind)` gives; a body that ends like a place or programme is none of the usual. */
function kindOf(reading: Reading, first: number, behind: number, type: EntityType): EntityKind | null {
  for (let i = behind - 1; i >= first; i--) {
    const rule = ruleAt(reading, i)
    if (rule?.type === type) return rule.kind
    if (rule && type === 'Organisation') return 'other'
  }
  return KIND_WITHOUT_HEAD[type] ?? null
}

/** Less probable bodies are not looked into for the body that they belong to. */
const LEAST_HOLDER = 0.2

/** [绿茵物业公司]城东项目部: the tagger tells the outermost names alone; a body may open the name of another. */
function* parentsIn(reading: Reading, { type, probability, run: { first, behind } }: TaggedSpan): Generator<Candidate> {
  if (type !== 'Organisation' || probability < LEAST_HOLDER) return
  for (let i = first; i < behind - 1; i++)
    if (ruleAt(reading, i)?.type === 'Organisation') yield candidateOf(reading, first, i + 1, type, 'tagger-parent')
}

const candidateOf = (reading: Reading, first: number, behind: number, type: EntityType, rule: string): Candidate => ({
  start: reading.starts[first]!,
  end: reading.ends[behind - 1]!,
  type,
  kind: kindOf(reading, first, behind, type),
  rule,
  weight: 0,
  reasons: [],
})

/** The runs as candidates, and the bodies that open them, except for spans that are candidates already. */
export function untoldOf(reading: Reading, survey: Survey, candidates: readonly Candidate[]): Candidate[] {
  const told = new Set(candidates.map(spanKey))
  const untold: Candidate[] = []
  const offer = (candidate: Candidate): void => {
    const key = spanKey(candidate)
    if (told.has(key)) return
    told.add(key)
    untold.push(candidate)
  }
  for (const { type, run } of survey.spans) offer(candidateOf(reading, run.first, run.behind, type, 'tagger'))
  for (const span of survey.spans) for (const parent of parentsIn(reading, span)) offer(parent)
  return untold
}
