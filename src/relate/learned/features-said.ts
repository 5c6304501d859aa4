import { COMPONENT_RULES } from '../components.ts'
import { CONTAINMENT, type Outvoting } from '../containment.ts'
import { NAMESAKE_RULE } from '../namesakes.ts'
import { PARTNER_RULE } from '../partners.ts'
import { POST_RULES } from '../posts.ts'
import { ROWS } from '../rows/index.ts'
import { type FeatureList, feature, featuresBy } from './feature-list.ts'
import { JUDGED, type Pair, topicOf } from './pairs.ts'
import { DOER_MODES } from './survey.ts'

const RULES = [
  ...[...ROWS, ...CONTAINMENT, ...COMPONENT_RULES, NAMESAKE_RULE, PARTNER_RULE].map(({ name }) => name),
  ...Object.keys(POST_RULES),
]
const ROW = featuresBy(RULES, rule => `row ${rule}`)
const LOST = featuresBy(
  CONTAINMENT.map(({ name }) => name),
  rule => `outvoted ${rule}`,
)
const OUTVOTED: readonly Outvoting[] = [
  'cannot hold it',
  'sits where its parent sits',
  'only the frame says so',
  'a plainer container',
  'a nearer container',
]
const LOST_TO = featuresBy(OUTVOTED, verdict => `outvoted: ${verdict}`)
const MODE = DOER_MODES.map(mode => feature(`row whose doer is ${mode}`))
const SEVERAL = feature('several rows')
const NONE = feature('no row')
const FALLBACK = feature('only a fallback row')
const RIVAL_BESIDE = feature('rows say others too')
const RIVAL_INSTEAD = feature('rows say others instead')

/** What rows speak for, save fallbacks. */
export interface Spoken {
  /** How many pairs, by relation and the end that it is about. */
  readonly byTopic: ReadonlyMap<number, number>
  /** How many pairs, by relation and the other end: what a doer does, what a place holds. */
  readonly byOther: ReadonlyMap<number, number>
  /** Programmes and bodies that are said to be parts: their whole is run. */
  readonly parts: ReadonlySet<number>
}

const OF_OTHER = ['nothing else', 'one more', 'two more', 'several more'].map(more =>
  feature(`rows say ${more} of the other end`),
)

/** A key for a relation and the end that it is not about. */
const otherOf = ({ type, from, to }: Pair): number =>
  (type === 'RUNS' || type === 'RECEIVED' ? from : to) * JUDGED.length + JUDGED.indexOf(type)

const isSaid = ({ said }: Pair) => said.some(hit => !hit.fallback)

export function spokenFor(pairs: readonly Pair[]): Spoken {
  const byTopic = new Map<number, number>()
  const byOther = new Map<number, number>()
  const parts = new Set<number>()
  for (const pair of pairs) {
    if (!isSaid(pair)) continue
    byTopic.set(topicOf(pair), (byTopic.get(topicOf(pair)) ?? 0) + 1)
    byOther.set(otherOf(pair), (byOther.get(otherOf(pair)) ?? 0) + 1)
    if (pair.type === 'PART_OF') parts.add(pair.from)
  }
  return { byTopic, byOther, parts }
}

/** Whether a fallback has nothing to say: another row speaks for the end, or it is a part of what is run. */
export const isSilenced = (pair: Pair, { byTopic, parts }: Spoken): boolean =>
  byTopic.has(topicOf(pair)) || parts.has(pair.to)

/** What rows say of the pair beside its rivals. */
export const SAYINGS = ['said alone', 'said beside others', 'others said instead', 'nothing said']

/** @returns which of `SAYINGS` holds of the pair */
export function sayingOf(pair: Pair, { byTopic }: Spoken): number {
  const said = isSaid(pair)
  const rivals = (byTopic.get(topicOf(pair)) ?? 0) > (said ? 1 : 0)
  return said ? (rivals ? 1 : 0) : rivals ? 2 : 3
}

/** What rows and voters say of the pair, and of its rivals. */
export function addSaid(pair: Pair, spoken: Spoken, out: FeatureList): void {
  let mode = DOER_MODES.length
  for (const { rule, fallback, mode: found } of pair.said) {
    out.add(ROW[rule] as number)
    if (!fallback) mode = Math.min(mode, DOER_MODES.indexOf(found))
  }
  const first = pair.said[0]
  if (!first) {
    out.add(NONE)
    for (const { hit, verdict } of pair.lost) {
      out.add(LOST[hit.rule] as number)
      out.add(LOST_TO[verdict] as number)
    }
  } else {
    out.add(mode < DOER_MODES.length ? (MODE[mode] as number) : FALLBACK)
    if (pair.said.some(({ rule }) => rule !== first.rule)) out.add(SEVERAL)
  }
  const more = (spoken.byOther.get(otherOf(pair)) ?? 0) - (isSaid(pair) ? 1 : 0)
  out.add(OF_OTHER[Math.min(more, 3)] as number)
  const saying = sayingOf(pair, spoken)
  if (saying === 1) out.add(RIVAL_BESIDE)
  else if (saying === 2) out.add(RIVAL_INSTEAD)
}
