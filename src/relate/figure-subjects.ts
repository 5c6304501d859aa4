import type { Entity } from '../model/facts.ts'
import { attended, EVENTS, SERVES } from './attendance.ts'
import type { Doers } from './doers.ts'
import type { Quantity } from './quantities.ts'
import { isListed, type Layout, type Name, type Token, type TokenSentence, tokensOf } from './tokens.ts'

/** Who may say whom a number measures, the surest first. */
export const SUBJECT_VOTERS = [
  'beside the number',
  'the whole meant',
  'topic of the clause',
  'team just raised',
  'service that does good',
  'platform used',
  'event attended',
  'person who acts',
  'doers in turn',
  'doer of the clause',
] as const

export type SubjectVoter = (typeof SUBJECT_VOTERS)[number]

export interface SubjectVote {
  readonly voter: SubjectVoter
  readonly entity: Entity
}

/**
 * Asks whom a number measures: the entity right beside it, the whole that 全市 means, the programme that the clause is about, the
 * event that was attended, the person or body that acts.
 * @returns the votes, the surest first
 */
export function voteSubjects(
  layout: Layout,
  doers: Doers,
  sentence: TokenSentence,
  clause: number,
  quantities: readonly Quantity[],
  at: number,
): readonly SubjectVote[] {
  const quantity = quantities[at] as Quantity
  const topic = doers.topics[clause] ?? passiveTopic(doers, sentence, clause)
  const counted = topic && quantities.some(q => q.start - topic.end <= 1 && q.start >= topic.end)
  const person = doers.persons[clause]
  const span = layout.clauses[clause] as { start: number; end: number }
  const among = layout.text.slice(span.start - 3, span.start) === '其中，' ? clause - 2 : clause
  const doing = doers.byClause[Math.max(among, 0)]?.entities ?? []
  const votes: Readonly<Record<SubjectVoter, Entity | null | undefined>> = {
    'beside the number': besideNumber(layout, sentence, clause, quantity),
    'the whole meant': wholeOf(layout, doers, clause, quantity),
    'topic of the clause': topic && !counted ? topic.entity : null,
    'team just raised': foundedBefore(layout, sentence, clause),
    'service that does good': servedBy(layout, doers, sentence, clause),
    'platform used': used(layout, sentence, clause, quantity),
    'event attended': attended(layout, doers, sentence, clause, quantity),
    'person who acts': person && person.start < quantity.start ? person.entity : null,
    'doers in turn': inTurn(layout.text, span, doing, quantities, quantity),
    'doer of the clause': doing[0],
  }
  return SUBJECT_VOTERS.flatMap(voter => {
    const entity = votes[voter]
    return entity ? [{ voter, entity }] : []
  })
}

/** [上河村]、[下河村]分别增收|12.5万元和9.8万元: the numbers after 分别 go round the doers. */
function inTurn(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  doers: readonly Entity[],
  quantities: readonly Quantity[],
  { start: at }: Quantity,
): Entity | null {
  const turn = doers.length > 1 ? text.slice(start, end).indexOf('分别') : -1
  if (turn < 0) return null
  const nth = quantities.filter(q => q.start > start + turn && q.start <= at).length - 1
  return nth >= 0 ? (doers[nth % doers.length] ?? null) : null
}

const BESIDE = [
  '的',
  '共',
  '有',
  '共有',
  '现有',
  '已有',
  '拥有',
  '辖',
  '下辖',
  '现辖',
  '辖区有',
  '内有',
  '设有',
  '约',
  '近',
  '这',
  '全体',
]

/** 22名外卖骑手|组建了“[青骑士队伍]”, 3名党员|组成的[工作队] */
const TEAM_OF = /^(?:[^，。、；]{0,20}(?:组建|组成|构成|成立|参与|加入))?(?:了|起|而成)?的?[“‘]?$/u

/** [小分队]|21名成员, [社区]|有|13个党组织, 16人的|[志愿服务团]; but “驿站”31个 counts the stations themselves. */
function besideNumber(layout: Layout, sentence: TokenSentence, clause: number, quantity: Quantity): Entity | null {
  const { text } = layout
  const [from, to] = tokensOf(layout, sentence, clause)
  for (let i = from; i < to; i++) {
    const token = sentence.tokens[i] as Token
    if (!token.name || quantity.start - token.end > 5) continue
    const { entity } = token.name
    if (
      text.slice(token.end, quantity.start) !== '的' &&
      i > from &&
      token.end <= quantity.start &&
      isListed(text, sentence.tokens[i - 1] as Token, token)
    )
      continue
    const between = token.end <= quantity.start ? text.slice(token.end, quantity.start).replace(/[”》]/u, '') : null
    const first = firstOfList(text, sentence.tokens, i, from)
    if (between === '' && entity.type !== 'Programme' && /\p{Script=Han}/u.test(text.charAt(quantity.end)))
      return entity
    const runs = entity.type !== 'Programme' || entity.kind === 'service' || entity.kind === 'platform'
    if (between && runs && BESIDE.includes(between)) return between === '的' ? first : entity
    if (between === '的' && EVENTS.includes(entity.kind ?? '')) return entity
    if (
      (SERVES.includes(entity.kind ?? '') || /(?:联盟|联合体|共同体|圈)$/u.test(entity.name)) &&
      token.start >= quantity.end &&
      /^的[^，。、]{0,8}[“]?$/u.test(text.slice(quantity.end, token.start))
    )
      return entity
    if (entity.kind === 'team' && token.start >= quantity.end && TEAM_OF.test(text.slice(quantity.end, token.start)))
      return entity
    if (
      entity.type === 'Person' &&
      token.start <= (layout.clauses[clause]?.start ?? 0) + 1 &&
      text.charAt(token.end) === '的'
    )
      return entity
  }
  return null
}

/** [市医院]、[县医院]和[镇卫生院]|的|16名医生: what several have goes to the first named. */
function firstOfList(text: string, tokens: readonly Token[], at: number, from: number): Entity {
  let first = tokens[at] as Token
  for (let i = at - 1; i >= from; i--) {
    const token = tokens[i] as Token
    if (!token.name) continue
    if (!isListed(text, token, first)) break
    first = token
  }
  return (first.name as Name).entity
}

/** 全市|共有…: the last place so called, the story's own first. */
function wholeOf(layout: Layout, doers: Doers, clause: number, quantity: Quantity): Entity | null {
  const { text } = layout
  const start = (layout.clauses[clause] as { start: number }).start
  const at = text.lastIndexOf('全', quantity.start - 2)
  if (at < start) return null
  const level =
    text.startsWith('街道', at + 1) || text.startsWith('社区', at + 1)
      ? text.slice(at + 1, at + 3)
      : text.charAt(at + 1)
  if (!'省市县区旗盟镇乡村街道社区'.includes(level)) return null
  if (layout.skipTo[at]) return null
  const isSo = (entity: Entity) => entity.type === 'Place' && entity.kind !== 'site' && entity.name.endsWith(level)
  if (doers.protagonist && isSo(doers.protagonist)) return doers.protagonist
  let found: Entity | null = null
  for (const { tokens } of layout.sentences)
    for (const { name, start: spot } of tokens)
      if (name && isSo(name.entity) && (spot < at || !found)) found = name.entity
  return found
}

/** “红石榴家园”由统战办指导，…，|接待516人次: what a passive sentence is about counts on where no doer is named. */
function passiveTopic(doers: Doers, sentence: TokenSentence, clause: number): Name | null {
  if (doers.byClause[clause]?.mode === 'named') return null
  for (let c = sentence.clauses[0]; c < clause; c++) if (doers.passives[c]) return doers.passives[c] ?? null
  return null
}

const MEMBERS = ['现有', '共有', '拥有', '队员', '成员', '志愿者', '会员']

/** 组建了[调解队]，|现有队员35名: the team just raised has the members. */
function foundedBefore(layout: Layout, sentence: TokenSentence, clause: number): Entity | null {
  const start = (layout.clauses[clause] as { start: number }).start
  if (clause === sentence.clauses[0] || !MEMBERS.some(word => layout.text.startsWith(word, start))) return null
  const [from, to] = tokensOf(layout, sentence, clause - 1)
  for (let i = to - 1; i >= from; i--) {
    const { name } = sentence.tokens[i] as Token
    if (name) return name.entity.kind === 'team' ? name.entity : null
  }
  return null
}

const WORKS = ['service', 'platform', 'project', 'brand']
/** What a service does for people, at the head of a clause. */
const SERVING =
  /^(?:目前|至今|如今|现)?(?:已|已经|累计|可|共|先后|每年|每天|日均|年均|预计|能)*(?:带动|吸纳|服务|惠及|接待|容纳|同时容纳|解决就业|帮助|招收|受益|人均|户均)/u

/** 开办“[共富工坊]”，|带动村民就业420名: what the clause before has just introduced does the good. */
function servedBy(layout: Layout, doers: Doers, sentence: TokenSentence, clause: number): Entity | null {
  const start = layout.clauses[clause]?.start ?? 0
  if (doers.byClause[clause]?.mode === 'named' || !SERVING.test(layout.text.slice(start, start + 16))) return null
  for (let c = clause - 1; c >= sentence.clauses[0]; c--) {
    const [from, to] = tokensOf(layout, sentence, c)
    const last = sentence.tokens.slice(from, to).findLast(t => t.name)?.name
    if (last) return WORKS.includes(last.entity.kind ?? '') ? last.entity : null
    if (!SERVING.test(layout.text.slice(layout.clauses[c]?.start ?? 0, (layout.clauses[c]?.start ?? 0) + 16)))
      return null
  }
  return null
}

const USES = ['用户', '注册', '关注', '粉丝', '点击', '浏览', '访问', '下载', '播放', '阅读量']

/** 上线“码上办”平台，注册用户30万: users are the platform's. */
function used(layout: Layout, sentence: TokenSentence, clause: number, quantity: Quantity): Entity | null {
  const span = layout.clauses[clause]
  if (!span || !USES.some(word => layout.text.slice(span.start, span.end).includes(word))) return null
  let platform: Entity | null = null
  for (const { name, start } of sentence.tokens)
    if (name?.entity.kind === 'platform' && start < quantity.start) platform = name.entity
  return platform
}
