import type { Entity } from '../model/facts.ts'
import type { Voter } from './containment.ts'
import { BIT } from './cues.ts'
import type { Doers } from './doers.ts'
import { shortForms } from './places.ts'
import { clauseAt, isListed, type Layout, type Name, type Token, touches } from './tokens.ts'

/** Whether an entity can be in a place or hold another. */
export const holdsOthers = (entity: Entity) => entity.type === 'Place' || entity.type === 'Organisation'

/** Chains ([回民区][光明路街道]), names in names, 位于, 所属, 的, 成立. */
export function voteByText(layout: Layout, doers: Doers, vote: Voter): void {
  for (const { tokens } of layout.sentences)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token
      if (!token.name) continue
      voteInside(token.name, token.clause, vote)
      if (i > 0 && holdsOthers(token.name.entity)) voteBefore(layout, doers, tokens, i, vote)
      if (i > 0) voteThrough(layout.text, tokens[i - 1] as Token, token, vote)
    }
}

/** [石桥镇]|[[柳湾村]老年食堂]: the place before holds the one that the programme's name begins with. */
function voteThrough(text: string, before: Token, token: Token, vote: Voter): void {
  if (token.name?.entity.type !== 'Programme' || before.name?.entity.type !== 'Place' || !touches(text, before, token))
    return
  const first = token.name.inner.find(i => i.start === token.start && i.entity.type === 'Place')
  const { start, clause } = before
  if (first)
    vote(first.entity, { outer: before.name.entity, rule: 'container-adjacent', clause, start, end: first.end })
}

function voteBefore(layout: Layout, doers: Doers, tokens: readonly Token[], at: number, vote: Voter): void {
  const { text } = layout
  const token = tokens[at] as Token
  const inner = (token.name as Name).entity
  const before = tokens[at - 1] as Token
  const owner = tokens[at - 2]
  const spot = { clause: token.clause, end: token.end }
  if (before.name) {
    if (
      touches(text, before, token) &&
      !/[（(]$|”.*“|》.*《/u.test(text.slice(before.end, token.start)) &&
      !arePeers(text, before.name.entity, token)
    ) {
      shareContainer(text, tokens, at, before.name.entity, vote)
      vote(inner, { outer: before.name.entity, rule: 'container-adjacent', start: before.start, ...spot })
    }
  } else if (before.mask & BIT.of && owner?.name && token.start - owner.end <= 3) {
    shareContainer(text, tokens, at, owner.name.entity, vote)
    vote(inner, { outer: owner.name.entity, rule: 'container-adjacent', start: owner.start, ...spot })
  } else if (before.mask & BIT.belongs) {
    const holder =
      owner?.name && touches(text, owner, before) ? owner.name.entity : doers.byClause[token.clause]?.entities[0]
    if (holder)
      for (const listed of listAt(text, tokens, at))
        vote(listed, { outer: holder, rule: 'container-of-organisation', start: owner?.start ?? before.start, ...spot })
  } else if (before.mask & BIT.locate) {
    const last = chainEnd(text, tokens, at)
    const located = owner?.name ? lyingBefore(owner, before) : locatedIn(layout, doers, tokens, at, last)
    const outer = (tokens[last] as Token).name?.entity
    if (located && outer?.type === 'Place')
      vote(located, { outer, rule: 'container-located', start: owner?.name ? owner.start : before.start, ...spot })
  } else if (before.mask & (BIT.launch | BIT.build) && inner.type === 'Organisation') {
    const doer = doers.byClause[token.clause]
    for (const outer of doer?.entities ?? []) {
      vote(inner, { outer, rule: 'container-founder', start: before.start, ...spot })
      const raises =
        ['party', 'mass'].includes(outer.kind ?? '') && (doer?.mode === 'named' || doer?.mode === 'carried')
      if (raises && inner.kind === 'team') vote(inner, { outer, rule: 'body-raised', start: before.start, ...spot })
    }
  }
}

/** [北湖街道]的[正街社区]、|[建设社区]和|[环保社区]: one container for a list of a kind, where none but the first is led by one. */
function shareContainer(text: string, tokens: readonly Token[], at: number, outer: Entity, vote: Voter): void {
  const first = tokens[at] as Token
  const { type, kind } = (first.name as Name).entity
  if (outer.type !== 'Place' || type !== 'Place' || kind === 'site') return
  let last = first
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const entity = token.name?.entity
    if (!entity && token.mask & BIT.with) continue
    if (entity?.type !== 'Place' || entity.kind !== kind || !isListed(text, last, token)) return
    last = token
    vote(entity, { outer, rule: 'container-shared', clause: token.clause, start: first.start, end: token.end })
  }
}

/** [市委]|[市政府]: a body named by its own level belongs to no neighbour, nor does a road to the one that it meets. */
const ROAD = /(?:[路街巷]|大道|大街|胡同)$/u

function arePeers(text: string, before: Entity, token: Token): boolean {
  if (ROAD.test(before.name)) return token.name?.entity.type === 'Place' && ROAD.test(token.name.entity.name)
  if (before.type !== 'Organisation' || token.name?.entity.type !== 'Organisation') return false
  return /^(?:[省市州盟区县旗镇乡村]|自治区|街道|社区|苏木)/u.test(text.slice(token.start, token.end))
}

/** 位于|[龙文区][郭坑镇]: the last of the chain is the nearest. */
function chainEnd(text: string, tokens: readonly Token[], at: number): number {
  let last = at
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (token.name?.entity.type !== 'Place' || !touches(text, tokens[last] as Token, token)) break
    last = i
  }
  return last
}

/** [柳湾小区]总部|位于; a name further off has its own business. */
function lyingBefore(owner: Token, verb: Token): Entity | undefined {
  return verb.start - owner.end <= 3 ? owner.name?.entity : undefined
}

/** [柳湾小区]建于1999年，|位于[老城街道]: who is carried over lies there; in 位于[老城街道]|的… something else does. */
function locatedIn(
  { text }: Layout,
  doers: Doers,
  tokens: readonly Token[],
  at: number,
  last: number,
): Entity | undefined {
  const { clause, end } = tokens[last] as Token
  const before = tokens[at - 1] as Token
  const opens = /[，。；\n]/u.test(text.charAt(before.start - 1))
  const doer = doers.byClause[clause]
  return opens && text.charAt(end) !== '的' && doer?.mode === 'carried' ? doer.entities[0] : undefined
}

/** 下辖|[甲村]、[乙村]、[丙村]: all of the list. */
function listAt(text: string, tokens: readonly Token[], at: number): readonly Entity[] {
  const first = tokens[at] as Token
  const listed = [(first.name as Name).entity]
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (!token.name || token.clause !== first.clause || !isListed(text, tokens[i - 1] as Token, token)) break
    if (holdsOthers(token.name.entity)) listed.push(token.name.entity)
  }
  return listed
}

/** 东风路街道 in 东风路街道党工委: only what begins the name or continues such a beginning. */
function voteInside(name: Name, clause: number, vote: Voter): void {
  let reach = name.start
  for (const inner of name.inner) {
    voteInside(inner, clause, vote)
    if (inner.start > reach || inner.end === name.end) continue
    reach = Math.max(reach, inner.end)
    if (!holdsOthers(name.entity) || !holdsOthers(inner.entity)) continue
    vote(name.entity, { outer: inner.entity, rule: 'container-in-name', clause, start: name.start, end: name.end })
  }
}

/** A form that a container's name may lead with, and what it says. */
interface Lead {
  readonly form: string
  readonly outer: Entity
  /** Only a body's name is led by it (an alias, 天津 for 天津市). */
  readonly bodies: boolean
}

/** 阳光社区党委 begins with 阳光社区; codes and linking know more. */
export function voteByName(entities: readonly Entity[], layout: Layout, vote: Voter): void {
  const holders = entities.filter(holdsOthers)
  const leads = new Map<string, Lead[]>()
  const stems = stemsOf(entities)
  const byCode = new Map<string, Entity>()
  const byId = new Map<string, Entity>()
  for (const outer of holders) {
    byId.set(outer.id, outer)
    if (outer.code) byCode.set(outer.code, outer)
    for (const lead of leadsOf(outer)) {
      const list = leads.get(lead.form.charAt(0))
      if (list) list.push(lead)
      else leads.set(lead.form.charAt(0), [lead])
    }
  }
  for (const inner of holders) {
    const first = inner.mentions[0]
    if (!first) continue
    const at = { clause: clauseAt(layout, first.start), start: first.start, end: first.end }
    const bare = inner.type === 'Organisation' ? inner.name.replace(PARTY, '') : inner.name
    for (const { form, outer, bodies } of leads.get(bare.charAt(0)) ?? [])
      if (outer.id !== inner.id && inner.name.length > form.length && (!bodies || inner.type === 'Organisation'))
        if (bare.startsWith(form)) vote(inner, { outer, rule: 'container-in-name', ...at })
    if (inner.type === 'Organisation')
      for (const { form, outer } of stems)
        if (holdsStem(bare, form)) vote(inner, { outer, rule: 'container-by-stem', ...at })
    for (const length of inner.type === 'Place' && inner.code ? [2, 4, 6, 9] : []) {
      const outer =
        length < (inner.code as string).length ? byCode.get((inner.code as string).slice(0, length)) : undefined
      if (outer) vote(inner, { outer, rule: 'container-by-register', ...at })
    }
    const parent = inner.parent ? byId.get(inner.parent) : undefined
    if (parent) vote(inner, { outer: parent, rule: 'container-linked', ...at })
  }
}

const STEM_LEVEL = /(?<=.{2})(?:街道|苏木|[镇乡])$/u

/** [星村]镇, [午汲]镇: what a police station or a court there is named after. */
const stemsOf = (entities: readonly Entity[]): readonly { readonly form: string; readonly outer: Entity }[] =>
  entities.flatMap(outer => {
    const isTownship = outer.type === 'Place' && outer.kind === 'township' && STEM_LEVEL.test(outer.name)
    return isTownship ? [{ form: outer.name.replace(STEM_LEVEL, ''), outer }] : []
  })

/** 武夷山市人民法院[星村]人民法庭, but not [星村]社区居委会, which has a place of its own. */
function holdsStem(name: string, stem: string): boolean {
  const at = name.indexOf(stem)
  return at >= 0 && !/^(?:街道|苏木|嘎查|社区|小区|大?[镇乡村路街])/u.test(name.slice(at + stem.length))
}

/** 民进|[柳州市]委, 团|[云溪区]委 */
const PARTY =
  /^(?:中共|中国共产党|共青团|团(?=\p{Script=Han}{2,8}[省市区县旗州盟]委)|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|中国[\p{Script=Han}]{2,10}党)/u

function leadsOf(outer: Entity): readonly Lead[] {
  const leads: Lead[] = [{ form: outer.name, outer, bodies: false }]
  if (outer.type !== 'Place') return leads
  for (const form of shortForms(outer)) leads.push({ form, outer, bodies: true })
  return leads
}
