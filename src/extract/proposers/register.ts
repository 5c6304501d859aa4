import type { Reason } from '../../model/facts.ts'
import { offer } from '../candidate.ts'
import type { Places } from '../places.ts'
import type { Proposer, Scene } from '../proposer.ts'
import type { Reading } from '../reading.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'

/** Rules whose names stand without marks: “同心社区”, “幸福家园” are something else. */
const SELDOM_QUOTED: ReadonlySet<string> = new Set(['division-estate', 'division-village', 'site-nature'])
const LONGEST_TITLES = 16
const POINTERS = new Set(['该', '本', '全', '我', '此'])
/** Levels whose names are known to the last one: without the register's word a shape means little (花[市], 功能[区]). */
const UPPER: ReadonlySet<string> = new Set(['province', 'prefecture', 'county'])
/** Level words that point to a place without any of these. */
const POINTING = new Set(['社区', '街道', '小区', '嘎查', '苏木'])

/** 甘肃[华亭], 高州、[信宜]: a short form right behind a place that the register has it in, or beside one of its own parent. */
function isFramed(scene: Scene, i: number): boolean {
  const { reading, places, register } = scene
  const { classes, flags, text, starts, ends } = reading
  if (i === 0 || classes[i] !== C.division || (flags[i]! & FLAG.cuedDivision) === 0) return false
  const isBeside = i > 1 && (classes[i - 1] === C.pause || classes[i - 1] === C.conjunction)
  const last = isBeside ? i - 2 : i - 1
  const first = places.starts[last]!
  if (starts[last + 1]! > ends[last]! || (first < 0 && !(isBeside && isFramed(scene, last)))) return false
  const from = first < 0 ? last : first
  const inner = register.bareAt(text, starts[i]!)
  const outer = register.bareAt(text, starts[from]!)?.handle ?? register.match(text, starts[from]!, ends[last]!)
  if (inner?.end !== ends[i] || outer < 0) return false
  if (!isBeside) return register.holds(outer, inner!.handle)
  const parent = register.parentOf(outer)
  return parent >= 0 && parent === register.parentOf(inner!.handle)
}

/** [义乌]义亭镇: a short form with a place right behind it; one that is a plain word too (牡丹) wants a registered one. */
function isFraming({ classes, flags, count }: Reading, places: Places, i: number): boolean {
  if (classes[i] !== C.division || (flags[i]! & FLAG.cuedDivision) === 0 || i + 1 >= count) return false
  const isPlain = (flags[i]! & FLAG.common) !== 0
  for (let k = i + 1; k < count && k < i + 5; k++)
    if (places.starts[k]! === i + 1) return !isPlain || places.registered[k] === 1
  return false
}

/** Territories: names that the register holds or whose shape says so, and what points to them (该县, 全旗, 社区). */
export const proposeTerritories: Proposer = (scene, propose) => {
  const { reading, places, register } = scene
  const { count, starts, ends, classes, flags, heads, text, lexicon } = reading
  for (let i = 0; i < count; i++) {
    const rule = heads[i]! >= 0 ? lexicon.rules[heads[i]!] : undefined
    const first = places.starts[i]!
    if (first >= 0) {
      const start = starts[first]!
      const end = ends[i]!
      const handle = register.match(text, start, end)
      const bare = classes[i] === C.division && (flags[i]! & FLAG.fullDivision) === 0
      const handleBare = bare ? register.bareAt(text, start) : undefined
      const division = handleBare
        ? register.byHandle(handleBare.handle)
        : handle >= 0
          ? register.byHandle(handle)
          : undefined
      const reasons: Reason[] = [{ question: 'fit', weight: places.scores[i]! }]
      if (rule) reasons.push({ question: 'head', weight: rule.weight })
      if (rule && UPPER.has(rule.kind) && places.registered[i] === 1)
        reasons.push({ question: 'registered', weight: W.upperRegistered })
      if (rule && SELDOM_QUOTED.has(rule.name) && fillsQuote(reading, first, i))
        reasons.push({ question: 'quoted estate', weight: W.quotedEstate })
      if (rule?.kind === 'village' && isTitle(reading, i))
        reasons.push({ question: 'a title of honour', weight: W.quotedEstate })
      offer(propose, {
        start,
        end,
        type: 'Place',
        kind: kindOf(rule?.kind, division?.kind) ?? (text[end - 1] === '州' ? 'prefecture' : 'county'),
        rule: rule?.growth === 'division' ? rule.name : 'division-known',
        reasons,
        head: starts[i]!,
      })
    } else if (isFraming(reading, places, i) || isFramed(scene, i)) {
      offer(propose, {
        start: starts[i]!,
        end: ends[i]!,
        type: 'Place',
        kind: 'county',
        rule: 'division-framing',
        reasons: [{ question: 'a place follows', weight: W.framingDivision }],
      })
    } else if (rule?.growth === 'division' && rule.bare === 'anaphor') {
      const pointed = i > 0 && POINTERS.has(text.slice(starts[i - 1]!, ends[i - 1]!))
      if (!pointed && !POINTING.has(text.slice(starts[i]!, ends[i]!))) continue
      offer(propose, {
        start: pointed ? starts[i - 1]! : starts[i]!,
        end: ends[i]!,
        type: 'Place',
        kind: rule.kind,
        rule: 'division-pointer',
        reasons: [{ question: 'pointer', weight: pointed ? W.anaphorMarked : W.anaphor }],
        anaphor: true,
        head: starts[i]!,
      })
    }
  }
}

/** 文明社区、[同心社区]称号: what such places are awarded. */
function isTitle({ classes, heads, lexicon, count }: Reading, token: number): boolean {
  for (let i = token + 1; i < count && i < token + LONGEST_TITLES; i++) {
    const kind = classes[i]!
    if (kind === C.stop || kind === C.comma || kind === C.govern) return false
    if (heads[i]! >= 0 && lexicon.rules[heads[i]!]!.name === 'programme-title') return true
    if (i === token + 1 && kind !== C.pause && kind !== C.conjunction && kind !== C.particle && kind !== C.quoteClose)
      return false
  }
  return false
}

/** “[红石榴家园]”: estates stand without marks, what is quoted is a service. */
function fillsQuote({ classes, pairs }: Reading, first: number, last: number): boolean {
  return first > 0 && classes[first - 1] === C.quoteOpen && pairs[first - 1] === last + 1
}

type Kind = Parameters<typeof offer>[1]['kind']

/** The register's level is right where the shape has only the last character to go by. */
function kindOf(shape: Kind | undefined, known: Kind | undefined): Kind {
  if (shape === undefined) return known ?? null
  if (known === undefined || known === null) return shape
  const byShape = shape === 'prefecture' || shape === 'county' || shape === 'province' || shape === 'zone'
  return byShape ? known : shape
}
