import type { Entity } from '../model/facts.ts'
import { BIT } from './cues.ts'
import type { Doers } from './doers.ts'
import type { Hit } from './hits.ts'
import { type Match, matchAt, type Pattern, readPattern } from './pattern.ts'
import { inFull, type Row } from './rows/row.ts'
import { entitiesOf, type Layout, type Name, type Token } from './tokens.ts'

interface CompiledRow {
  readonly row: Row
  readonly pattern: Pattern
}

/** Rows by what they may begin at: a bit of a cue class, or a type of entity. */
export interface RuleSet {
  readonly byBit: ReadonlyMap<number, readonly CompiledRow[]>
  readonly byType: ReadonlyMap<string, readonly CompiledRow[]>
  readonly bits: number
}

/** @throws Error for a pattern that cannot be read */
export function compileRules(rows: readonly Row[]): RuleSet {
  const byBit = new Map<number, CompiledRow[]>()
  const byType = new Map<string, CompiledRow[]>()
  let bits = 0
  for (const row of rows) {
    const compiled = { row: inFull(row), pattern: readPattern(row.pattern) }
    const first = compiled.pattern.elements[0]
    if (!first) throw new Error(`row ${row.name}: empty pattern`)
    if ('role' in first) for (const t of new Set(first.types.map(t => t.type))) push(byType, t, compiled)
    else {
      bits |= first.mask
      for (const bit of Object.values(BIT)) if (first.mask & bit) push(byBit, bit, compiled)
    }
  }
  return { byBit, byType, bits }
}

function push<K>(map: Map<K, CompiledRow[]>, key: K, row: CompiledRow): void {
  const rows = map.get(key)
  if (rows) rows.push(row)
  else map.set(key, [row])
}

/** Runs every row over every sentence. The order of the rows does not matter: hits are a set. */
export function applyRules(rules: RuleSet, layout: Layout, doers: Doers, out: Hit[]): void {
  for (const { tokens } of layout.sentences) {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token
      if (token.name) {
        const rows = rules.byType.get(token.name.entity.type)
        if (rows) for (const row of rows) tryRow(row, layout, doers, tokens, i, out)
      } else if (token.mask & rules.bits) {
        const seen: CompiledRow[] = []
        for (let mask = token.mask & rules.bits; mask; mask &= mask - 1) {
          for (const row of rules.byBit.get(mask & -mask) ?? []) {
            if (seen.includes(row)) continue
            seen.push(row)
            tryRow(row, layout, doers, tokens, i, out)
          }
        }
      }
    }
  }
}

function tryRow(
  { row, pattern }: CompiledRow,
  layout: Layout,
  doers: Doers,
  tokens: readonly Token[],
  at: number,
  out: Hit[],
): void {
  const match = matchAt(pattern, layout.text, tokens, at)
  if (!match) return
  if (row.notBefore && match.next && match.next.mask & BIT[row.notBefore]) return
  if (row.relation === 'WORKS_WITH' && isUnnamed(layout.text, row, match)) return
  if (row.name === 'takes-part' && JOINERS.test(layout.text.slice(Math.max(0, match.start - 20), match.start))) return
  if (row.name === 'programme-begins' && ABOUT_IT.test(layout.text.slice(match.end, match.end + 5))) return
  if (row.name === 'programme-of-doer' && layout.text.startsWith('全', match.start)) return
  const filled = fill(row, match, doers)
  if (!filled) return
  const { from, to, mode } = filled
  const paired = respectively(layout, match, doers, from, to)
  for (const [i, a] of from.entries())
    for (const [k, b] of to.entries()) {
      if (a.id === b.id || (paired && i !== k) || (row.doer === 'from' && i > 0 && from.some(e => e.id === b.id)))
        continue
      if (row.relation === 'WORKS_WITH' && isOwnArm(a, b)) continue
      out.push({
        relation: row.relation,
        from: a,
        to: b,
        rule: row.name,
        mode,
        confidence: row.confidence,
        fallback: row.fallback === true,
        clause: match.clause,
        start: match.start,
        end: match.end,
      })
    }
}

/** 联合[义乌市]|中心血站: a body that is no entity. */
const UNNAMED_BODY =
  /^\p{Script=Han}{1,10}?(?:局|院|站|所|分?会|中心|公司|大?队|学校|小学|中学|大学|银行|集团|委|办|处|联社|支行|厂|联盟|馆|幼儿园|团)(?=[、，。；]|[和与及]|在|为|等|共同|联合|开展|举[办行]|组织|走进|对|到|的|来到|前往|推出|$)/u

/** 联合[全市]|多家单位 names no partner, nor do [甲公司]、[乙局]|与志愿者一同 name each other. */
function isUnnamed(text: string, row: Row, match: Match): boolean {
  const last = match[row.pairs ? 'from' : 'to'].at(-1)
  if (!last) return false
  if (row.pairs) return /[与和]|(?<![共会协一联])同/u.test(text.slice(last.end, match.end - 1))
  if (last.entity.type !== 'Place' || last.entity.kind === 'site') return false
  if (UNNAMED_BODY.test(text.slice(last.end, last.end + 14))) return true
  return /^(?:[多各数几]|有关|相关|辖区|部分|内|等?(?:\d|[二三四五六七八九十])|的?(?:居民|群众|企业|商户|单位|部门|志愿者|干部|党员|商家|爱心))/u.test(
    text.slice(last.end, last.end + 6),
  )
}

interface Ends {
  readonly from: readonly Entity[]
  readonly to: readonly Entity[]
  readonly mode: Hit['mode']
}

/** Puts the doer, the topic, the scene or the person in view where the row's pattern names none. */
function fill(row: Row, match: Match, doers: Doers): Ends | null {
  const doer = doers.byClause[match.clause]
  const from = entitiesOf(match.from)
  const to = entitiesOf(match.to)
  const head = from[0]
  if (row.subject && (!head || doer?.entities[0]?.id !== head.id)) return null
  const one = (name: Name | null | undefined) => (name ? [name.entity] : [])
  const received = row.relation === 'RECEIVED' && row.doer === 'from'
  if (received && doers.persons[match.clause]) return { from: one(doers.persons[match.clause]), to, mode: 'named' }
  const bearer = received && doer?.mode !== 'named' && isPersonal(to)
  if (bearer && doers.bearers[match.clause]) return { from: one(doers.bearers[match.clause]), to, mode: 'carried' }
  if (bearer && /(?:家庭|庭院)$/u.test(to[0]?.name ?? '')) return null
  if (row.fallback && doers.visits[match.clause]) return { from: one(doers.scenes[match.clause]), to, mode: 'scene' }
  switch (row.doer) {
    case 'from':
    case 'to': {
      if (!doer?.entities.length || (row.named && doer.mode !== 'named')) return null
      const { mode, entities } = doer
      return row.doer === 'from' ? { from: entities, to, mode } : { from, to: entities, mode }
    }
    case 'person':
      return { from: one(doers.persons[match.clause]), to, mode: 'carried' }
    case 'topic': {
      const topic = doers.topics[match.clause]
      return topic?.entity.kind === 'activity' ? null : { from, to: one(topic), mode: 'named' }
    }
    case 'view':
      return { from, to: one(doers.views[match.clause]?.name), mode: 'named' }
    default:
      return row.pairs ? { from: head ? [head] : [], to: from.slice(1), mode: 'named' } : { from, to, mode: 'named' }
  }
}

/** “红色物业”|实施|情况: what is told of it, no beginning. */
const ABOUT_IT =
  /^(?:的)?(?:情况|背景|经验|成效|过程|历程|进展|效果|工作情况|布局|建设布局|规划|进度|标准|要求|意义|理念|做法|思路)/u

/** 70名志愿者|参与…: those counted take part. */
const JOINERS = /\d[万余多]*[名位人户家][^，。；]{0,12}$/u

const PERSONAL =
  /(?:劳动模范|劳模|党员|标兵|人物|工作者|好人|干部|楷模|能手|工匠|教师|医生|护士|带头人|书记|个人|青年|卫士|战士|社工|员|骑手|小哥|志愿者|之星|农民|园丁|奖章|旗手|使者|达人|先锋|大使|榜样|师傅|家庭|庭院)(?:称号|奖|荣誉称号)?$/u

/** “劳动模范” is somebody's, not a village's. */
function isPersonal(honours: readonly Entity[]): boolean {
  return honours.some(({ name }) => PERSONAL.test(name))
}

/** Bodies through which a place acts: [河垅村] and [河垅村党支部] are no partners. */
const ARM =
  /^(?:党委|党总支|党支部|党工委|党组|联合党委|委员会|居委会|村委会|社区居委会|村民委员会|居民委员会|政府|人民政府|街道办事处|办事处|两委|“?两委”?)$/u

function isOwnArm(a: Entity, b: Entity): boolean {
  const [place, body] = a.type === 'Place' ? [a, b] : [b, a]
  return body.name.startsWith(place.name) && ARM.test(body.name.slice(place.name.length))
}

/** [东河村]、[西河村]|分别|推行“积分制”和“清单制”: each has its own. */
function respectively(
  layout: Layout,
  match: Match,
  doers: Doers,
  from: readonly Entity[],
  to: readonly Entity[],
): boolean {
  if (from.length < 2 || from.length !== to.length) return false
  const start = Math.min(match.start, doers.byClause[match.clause]?.start ?? match.start)
  return layout.text.slice(start, match.end).includes('分别')
}
