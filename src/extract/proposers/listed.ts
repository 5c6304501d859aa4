import type { EntityKind, EntityType } from '../../schema/types.ts'
import { offer, type Propose } from '../candidate.ts'
import type { Proposer, Scene } from '../proposer.ts'
import type { Reading } from '../reading.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'
import { isJoin, membersBefore } from './list-members.ts'

/** A noun that sums up a list of names, and what each of them is. */
interface Sum {
  readonly type: EntityType
  readonly kind: EntityKind
  /** What completes a member that stands without it: 石湾、冬瓜等2个村. */
  readonly ending: string
}

const sums = new Map<string, Sum>()
const addSums = (words: string, type: EntityType, kind: EntityKind, ending = ''): void => {
  for (const word of words.split(' ')) sums.set(word, { type, kind, ending })
}
addSums('村 行政村', 'Place', 'village', '村')
addSums('社区 城市社区', 'Place', 'village', '社区')
addSums('嘎查', 'Place', 'village', '嘎查')
addSums('街道', 'Place', 'township', '街道')
addSums('镇', 'Place', 'township', '镇')
addSums('乡', 'Place', 'township', '乡')
addSums('县 贫困县 山区县', 'Place', 'county', '县')
addSums('旗', 'Place', 'county', '旗')
addSums('市', 'Place', 'prefecture', '市')
addSums('小区 住宅小区 老旧小区 居民小区 商品房小区 安置小区 楼盘 院落 楼院', 'Place', 'estate')
addSums('合作社 专业合作社 农民专业合作社', 'Organisation', 'cooperative', '合作社')
addSums('公司 企业 物业公司 物业企业 快递企业 快递公司 外卖平台 平台企业 药企 品牌', 'Organisation', 'company')

/** By unit: whether such a noun ends in it. */
const SUM_ENDS = new Uint8Array(1 << 16)
for (const noun of sums.keys()) SUM_ENDS[noun.charCodeAt(noun.length - 1)] = 1

/** Levels that the register holds to the last name. */
const UPPER: ReadonlySet<string> = new Set(['county', 'prefecture'])
const MOST_MEMBERS = 30
const LONGEST_MEMBER = 8
/** How estates are called that have no noun of their kind: 碧水[绿都], 龙泰御景[湾]. */
const ESTATE_ENDS = '园苑府城湾庭居邸里村院区景都郡台座号坊墅家楼厦阁轩庄舍寓岸洲山水'

/** Names in a list that only the noun at its end tells what they are: [景园]、[西苑]等24个住宅小区, [石湾]、[冬瓜]、柴坪村. */
export const proposeListed: Proposer = (scene, propose) => {
  const { reading } = scene
  const { count, text, starts, ends, heads } = reading
  for (let i = 2; i < count; i++) {
    if (heads[i]! < 0 && reading.classes[i] !== C.noun && reading.classes[i] !== C.locality) continue
    const sum = SUM_ENDS[text.charCodeAt(ends[i]! - 1)] ? sums.get(text.slice(starts[i], ends[i])) : undefined
    const end = sum ? listEnd(reading, i) : -1
    if (sum && end > 0) proposeMembers(scene, sum, end, propose)
    else if (isOpenList(reading, i)) proposeShortForms(scene, i, propose)
    else if (sum?.type === 'Place' && sum.kind !== 'estate') proposeSharing(scene, sum, i, propose)
  }
}

/** 福州、南平[等地]. */
function isOpenList({ classes, text, starts, ends }: Reading, token: number): boolean {
  return classes[token] === C.locality && text.slice(starts[token], ends[token]) === '等地'
}

/** 福州、[南平]等地: short forms that are words or names elsewhere. */
function proposeShortForms({ reading, places, register }: Scene, end: number, propose: Propose): void {
  const { starts, ends, text, flags, classes } = reading
  for (let i = end - 1; i >= 0; i -= 2) {
    const isShort = (flags[i]! & FLAG.cuedDivision) !== 0 || classes[i] === C.division
    if (!isShort) return
    const named = places.starts[i]! < 0 ? register.bareAt(text, starts[i]!) : undefined
    if (named?.end === ends[i])
      offer(propose, {
        start: starts[i]!,
        end: ends[i]!,
        type: 'Place',
        kind: register.byHandle(named!.handle).kind,
        rule: 'listed',
        reasons: [{ question: 'member of a list', weight: W.listed }],
      })
    if (i === 0 || !isJoin(classes[i - 1]!)) return
  }
}

/** Token behind the last member of the list that the noun at `head` sums up (…等24个|小区), -1 where it sums up none. */
function listEnd({ classes, text, starts, ends }: Reading, head: number): number {
  let at = head - 1
  while (at > 0 && at > head - 3 && (classes[at] === C.adjective || classes[at] === C.noun)) at--
  const isCounted =
    classes[at] === C.classifier &&
    '个家条处'.includes(text[ends[at]! - 1]!) &&
    (ends[at]! - starts[at]! > 1 || classes[at - 1] === C.number)
  if (isCounted) at -= ends[at]! - starts[at]! > 1 ? 1 : 2
  const isOpen = at > 0 && text.slice(starts[at], ends[at]) === '等'
  if (!isCounted && !isOpen) return -1
  return isOpen ? at : at + 1
}

/** First token of the member that ends before `stop`. */
function memberStart({ classes, starts, flags }: Reading, stop: number): number {
  let at = stop
  while (at > 0) {
    const kind = classes[at - 1]!
    const isName =
      kind === C.han ||
      kind === C.noun ||
      kind === C.adjective ||
      kind === C.division ||
      kind === C.level ||
      kind === C.head ||
      kind === C.number ||
      kind === C.locality ||
      kind === C.dual ||
      kind === C.idiom ||
      kind === C.verb
    if (!isName || (flags[at - 1]! & FLAG.governs) !== 0 || starts[stop - 1]! - starts[at - 1]! > LONGEST_MEMBER) break
    at--
  }
  return at
}

/** Spans of the members before `end`, the last first. */
function membersOf(reading: Reading, end: number): [start: number, stop: number][] {
  return membersBefore(reading.classes, end, MOST_MEMBERS, stop => memberStart(reading, stop))
}

function proposeMembers(scene: Scene, sum: Sum, end: number, propose: Propose): void {
  const { reading, places } = scene
  const spans = membersOf(reading, end)
  if (spans.length < 2) return
  if (sum.kind === 'estate' && !areEstates(scene, spans)) return
  for (const [start, stop] of spans) {
    const last = stop - 1
    if (places.starts[last]! >= 0 || reading.heads[last]! >= 0) {
      const own = reading.heads[last]! >= 0 ? reading.lexicon.rules[reading.heads[last]!] : undefined
      if (sum.kind !== 'estate' || start === last) continue
      if (own?.kind === 'estate' && places.starts[last]! < 0) offerMember(scene, sum, start, stop, 0, propose)
      if (own?.kind === 'site') offerMember(scene, sum, start, stop, W.registered, propose)
      continue
    }
    if (sum.kind === 'estate' || (!UPPER.has(sum.kind) && isOwnWord(reading, start, stop)))
      offerMember(scene, sum, start, stop, 0, propose)
    else if (sum.ending !== '' && isRegistered(scene, start, stop, sum.ending))
      offerMember(scene, sum, start, stop, W.registered, propose)
  }
}

/** At least two in three are called as estates are. */
function areEstates({ reading, places }: Scene, spans: readonly [number, number][]): boolean {
  const { text, ends } = reading
  const fits = spans.filter(
    ([, stop]) => places.starts[stop - 1]! >= 0 || ESTATE_ENDS.includes(text[ends[stop - 1]! - 1]!),
  )
  return spans.length > 2 && 3 * fits.length >= 2 * spans.length
}

/** 广[鑫源], but 老旧、新建等小区: hanzi that make no word, or letters. */
function isOwnWord({ classes }: Reading, start: number, stop: number): boolean {
  for (let i = start; i < stop; i++) if (classes[i] === C.han || classes[i] === C.latin) return true
  return false
}

function isRegistered({ reading, register }: Scene, start: number, stop: number, ending: string): boolean {
  const core = reading.text.slice(reading.starts[start], reading.ends[stop - 1])
  return core.length > 1 && register.candidates(core + ending).length > 0
}

/** [石湾]、[冬瓜]、柴坪村: the level word of the last holds for all, where the register has them under one parent. */
function proposeSharing(scene: Scene, sum: Sum, head: number, propose: Propose): void {
  const { reading, places, register } = scene
  const { text, starts, ends, classes } = reading
  const first = places.starts[head]!
  if (first < 3 || !isJoin(classes[first - 1]!)) return
  const spans = membersOf(reading, first - 1)
  if (spans.some(([, stop]) => places.starts[stop - 1]! >= 0 && reading.heads[stop - 1]! >= 0)) return
  const parentsOf = (name: string): number[] => register.candidates(name).map(({ index }) => register.parentOf(index))
  const parents = new Set(parentsOf(text.slice(starts[first], ends[head])))
  for (const [start, stop] of spans) {
    const core = text.slice(starts[start], ends[stop - 1])
    if (core.length > 1 && core.length < 5 && parentsOf(core + sum.ending).some(parent => parents.has(parent)))
      offerMember(scene, sum, start, stop, W.registered, propose)
  }
}

function offerMember({ reading }: Scene, sum: Sum, start: number, stop: number, known: number, propose: Propose): void {
  const { text, starts, ends } = reading
  const core = text.slice(starts[start], ends[stop - 1])
  if (core.length < 2) return
  offer(propose, {
    start: starts[start]!,
    end: ends[stop - 1]!,
    type: sum.type,
    kind: sum.kind,
    rule: 'listed',
    reasons: [
      { question: 'member of a list', weight: W.listed },
      { question: 'registered', weight: known },
    ],
    ...(sum.ending === '' ? {} : { name: core + sum.ending }),
  })
}
