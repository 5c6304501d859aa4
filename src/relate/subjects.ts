import { readBodies } from './bodies.ts'
import { BIT, PREDICATE } from './cues.ts'
import { levelOf } from './places.ts'
import { titleBefore } from './titles.ts'
import { isListed, type Layout, type Name, type Token, tokensOf, touches } from './tokens.ts'

const BLOCKING = BIT.with | BIT.means | BIT.toward | BIT.of | BIT.jointly | BIT.origin
export const canAct = (name: Name) => name.entity.type === 'Place' || name.entity.type === 'Organisation'

/** What a clause itself says of who acts, and where. */
export interface Found {
  readonly subject: readonly Name[]
  readonly scene: Name | null
  /** The scene is where somebody goes (到X, 赴X): it does not act. */
  readonly visited: boolean
  readonly topic: Name | null
}

const NOTHING: Found = { subject: [], scene: null, visited: false, topic: null }

/** The doer that a clause names, the place that it is set in, and the programme that opens it. */
function readClause(text: string, tokens: readonly Token[], from: number, to: number): Found {
  let scene: Name | null = null
  let topic: Name | null = null
  let subject: readonly Name[] = []
  let predicate = false
  let goes = false
  let visited = false
  let blocked: Name | null = null
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token
    if (!token.name) {
      if (token.mask & BIT.scene && GOING.test(text.slice(token.start, token.end))) goes = true
      if (isPresenting(text, tokens, i, from)) {
        predicate = false
        subject = []
      } else if (token.mask & PREDICATE && !(token.mask & BIT.scene)) predicate = true
      continue
    }
    const before = tokens[i - 1]
    const lead = before && i > from && touches(text, before, token) ? before.mask : 0
    if (lead & BIT.by && !subject.length && canAct(token.name)) {
      subject = listFrom(text, tokens, i, to)
      continue
    }
    if (predicate) break
    if (token.name.entity.type === 'Programme') {
      if (!topic && !subject.length && isTopic(text, tokens, from, i, to)) topic = token.name
      continue
    }
    if (!canAct(token.name)) continue
    if ((lead & BLOCKING && !isOwned(text, tokens, from, i)) || isListedWith(text, blocked, token)) {
      blocked = token.name
      continue
    }
    if (isInChain(text, tokens, i, to)) continue
    const within = subject.length ? undefined : leadsProgramme(text, tokens, i, to)
    if (within) {
      subject = [within]
      continue
    }
    if (lead & BIT.scene || (i > from && isChainedScene(text, tokens, from, i)) || isListedWith(text, scene, token))
      scene = token.name
    else if (goes && token.name.entity.type === 'Place') scene = token.name
    else if (isOwner(text, tokens, i, to)) scene ??= token.name
    else if (!subject.length) subject = bodyOfPerson(text, tokens, i, to) ?? listFrom(text, tokens, i, to)
    if (scene === token.name) visited = goes && VISITING.test(text.slice((tokens[from] as Token).start, token.start))
  }
  return { subject, scene, visited, topic }
}

/** Verbs of going: who goes acts, the places that follow are where. */
const GOING = /^(?:到|来到|前往|深入|抵达|赴|走进|走入|进入|驱车来到)$/u
const VISITING = /(?:到|前往|深入|抵达|赴)(?!.*(?:走进|来到))/u

/** [县政协]常委、[县个私协会]会长、[某公司]董事长|张三: the body of the last post acts through him. */
function bodyOfPerson(text: string, tokens: readonly Token[], at: number, to: number): readonly Name[] | null {
  let last = at
  for (let i = at + 1; i < to; i++) {
    const token = tokens[i] as Token
    if (!token.name) {
      if (token.mask & PREDICATE && !(token.mask & BIT.post)) return null
      continue
    }
    if (token.name.entity.type === 'Person')
      return last > at && token.start - (tokens[last] as Token).end <= 8 ? [(tokens[last] as Token).name as Name] : null
    const between = text.slice((tokens[last] as Token).end, token.start)
    if (
      !canAct(token.name) ||
      !/^\p{Script=Han}{2,8}、$/u.test(between) ||
      !titleBefore(between, between.length - 1, 0)
    )
      return null
    last = i
  }
  return null
}

const DOING = BIT.launch | BIT.implement | BIT.build | BIT.host | BIT.issue | BIT.promote

/** 这|是|[派出所]民警在…, 这次婚礼|是|[佐村镇]开展…的尝试, …——这|是|[党总支]为骑手打造的…: 是 only points. */
function isPresenting(text: string, tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at] as Token
  if (!(token.mask & BIT.post)) return false
  const before = text.slice(Math.max(0, token.start - 5), token.start)
  if (at === from ? /这[也正便就]?$/u.test(before) : /——这[也正便就]?$/u.test(before)) return true
  let last = at + 1
  const next = tokens[last]
  if (!next?.name || !canAct(next.name) || !touches(text, token, next)) return false
  while (tokens[last + 1]?.name && touches(text, tokens[last] as Token, tokens[last + 1] as Token)) last++
  const verb = tokens[last + 1]
  return verb !== undefined && verb.clause === token.clause && (verb.mask & DOING) !== 0
}

/** 在[西湾村]、|[东湾村]建成…: what is listed with a scene is one too. */
function isListedWith(text: string, scene: Name | null, token: Token): boolean {
  return scene !== null && /[、和与及]/u.test(text.slice(scene.end, token.start)) && isListed(text, scene, token)
}

/** [清河镇]|的|[东河村]: 的 joins a place to what it holds. */
function isOwned(text: string, tokens: readonly Token[], from: number, at: number): boolean {
  const of = tokens[at - 1] as Token
  const owner = tokens[at - 2]
  return (of.mask & BIT.of) !== 0 && at - 2 >= from && !!owner?.name && canAct(owner.name) && touches(text, owner, of)
}

/** [回民区][光明路街道]…: a name that only leads to the next one. */
function isInChain(text: string, tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  if (!next?.name || at + 1 >= to) return false
  return (canAct(next.name) && touches(text, token, next)) || isLooseChain(text, token, next)
}

/** [姜庄镇]|[[姜庄四村]红白理事会]入选…: the place that the programme is named after stands for it. */
function leadsProgramme(text: string, tokens: readonly Token[], at: number, to: number): Name | undefined {
  const next = tokens[at + 1]
  if (next?.name?.entity.type !== 'Programme' || at + 1 >= to || !touches(text, tokens[at] as Token, next))
    return undefined
  return next.name.inner.find(i => i.start === next.start && canAct(i))
}

/** [柳湾街道]|的|…: what follows 的 acts, or nothing named does. */
function isOwner(text: string, tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[at + 1]
  return next !== undefined && at + 1 < to && (next.mask & BIT.of) !== 0 && touches(text, tokens[at] as Token, next)
}

/** 滨江市|仅|临江县: a short word between a container and what it holds. */
function isLooseChain(text: string, token: Token, next: Token): boolean {
  const outer = token.name?.entity
  const inner = next.name?.entity
  if (outer?.type !== 'Place' || !inner) return false
  // [青江]城管|[长桥街道执法队]: a branch of service between a place and a body.
  if (inner.type === 'Organisation')
    return (
      /^\p{Script=Han}{2}$/u.test(text.slice(token.end, next.start)) &&
      !/[、和与及的在对为]/u.test(text.slice(token.end, next.start))
    )
  if (inner.type !== 'Place' || next.start - token.end > 2) return false
  return levelOf(outer) < levelOf(inner) && !/[、和与及]/u.test(text.slice(token.end, next.start))
}

const TEMPORAL = ['以来', '后', '时', '中', '来', '之际', '期间', '下', '方面', '上', '前', '之后']

/** “未访先办”|化解纠纷33件: a programme that opens its clause and is no setting (“双报到”工作开展以来) or owner (X的…). */
function isTopic(text: string, tokens: readonly Token[], from: number, at: number, to: number): boolean {
  const token = tokens[at] as Token
  const first = tokens[from] as Token
  const start = first.name || first.mask ? first.start : first.end
  const opening = text.slice(start, token.start).replace(/[“”《》]/gu, '')
  if (opening !== '' && !/^(?:\d{4}年|目前|如今|同时|此外|近年来|[今去]年)$/u.test(opening)) return false
  const next = tokens[at + 1]
  if (next && at + 1 < to && !next.name && next.mask & BIT.of && touches(text, token, next)) return false
  const last = tokens[to - 1] as Token
  const stop = text.slice(last.end, last.end + 24).search(/[，。；！？\n]/u)
  const clause = text.slice(token.end, stop < 0 ? last.end : last.end + stop)
  const service = token.name?.entity.kind === 'service' || token.name?.entity.kind === 'platform'
  return service ? !/[中时]$/u.test(clause) : !TEMPORAL.some(word => clause.endsWith(word))
}

/** 在[回民区][光明路街道][阳光社区]: the last of a chain whose first name follows 在. */
function isChainedScene(text: string, tokens: readonly Token[], from: number, at: number): boolean {
  let i = at
  while (i > from && tokens[i - 1]?.name && touches(text, tokens[i - 1] as Token, tokens[i] as Token)) i--
  const lead = tokens[i - 1]
  return i < at && i > from && lead !== undefined && !lead.name && (lead.mask & BIT.scene) !== 0
}

/** A、B和C as subjects: the chain heads of one list. */
function listFrom(text: string, tokens: readonly Token[], at: number, to: number): readonly Name[] {
  const heads = [(tokens[at] as Token).name as Name]
  let last = at
  for (let i = at + 1; i < to; i++) {
    const token = tokens[i] as Token
    if (!token.name) {
      if (token.mask & BIT.with) continue
      break
    }
    if (!canAct(token.name)) break
    const after = tokens[i + 1]
    if (touches(text, tokens[last] as Token, token) && last === i - 1) heads.pop()
    else if (after && i + 1 < to && after.mask & BIT.member && touches(text, token, after)) break
    else if (!isListed(text, tokens[last] as Token, token)) break
    heads.push(token.name)
    last = i
  }
  return heads
}

/** Reads every clause of the article. */
export function readSubjects(layout: Layout): readonly Found[] {
  const found: Found[] = []
  const bodies = readBodies(layout)
  for (const sentence of layout.sentences)
    for (let c = sentence.clauses[0]; c < sentence.clauses[1]; c++) {
      const [from, to] = tokensOf(layout, sentence, c)
      const clause = from < to ? readClause(layout.text, sentence.tokens, from, to) : NOTHING
      const body = clause.subject.length ? null : bodies[c]
      found.push(body ? { ...clause, subject: [body] } : clause)
    }
  return found
}
