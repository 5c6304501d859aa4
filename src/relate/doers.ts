import type { Article } from '../model/article.ts'
import type { Entity } from '../model/facts.ts'
import { BIT, PREDICATE } from './cues.ts'
import { isPrefix, levelOf } from './places.ts'
import { WordSet } from './seeds.ts'
import { entitiesOf, isListed, type Layout, type Name, type Token, tokensOf, touches } from './tokens.ts'

/** How surely the text says who acts in a clause. */
export type DoerMode =
  /** Named in the clause itself. */
  | 'named'
  /** Named in an earlier clause of the sentence, elided here. */
  | 'carried'
  /** Named in an earlier sentence of the paragraph. */
  | 'paragraph'
  /** Only placed: 在X，… */
  | 'scene'
  /** The article's protagonist. */
  | 'protagonist'

export interface Doer {
  readonly entities: readonly Entity[]
  readonly mode: DoerMode
  /** Where it was named; for evidence. */
  readonly start: number
}

export interface Doers {
  /** One a clause. */
  readonly byClause: readonly Doer[]
  /** A programme that a clause is about (“未访先办”化解纠纷33件), else null. */
  readonly topics: readonly (Name | null)[]
  /** Places that a clause is set in (在X，…), innermost. */
  readonly scenes: readonly (Name | null)[]
  readonly protagonist: Entity | null
}

const BLOCKING = BIT.with | BIT.means | BIT.toward | BIT.of | BIT.jointly
const canAct = (name: Name) => name.entity.type === 'Place' || name.entity.type === 'Organisation'

interface Found {
  readonly subject: readonly Name[]
  readonly scene: Name | null
  readonly topic: Name | null
}

const NOTHING: Found = { subject: [], scene: null, topic: null }

/** The doer that a clause names, the place that it is set in, and the programme that opens it. */
function readClause(text: string, tokens: readonly Token[], from: number, to: number): Found {
  let scene: Name | null = null
  let topic: Name | null = null
  let subject: readonly Name[] = []
  let predicate = false
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token
    if (!token.name) {
      if (token.mask & PREDICATE && !(token.mask & BIT.scene)) predicate = true
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
    if (!canAct(token.name) || lead & BLOCKING || isInChain(text, tokens, i, to)) continue
    if (lead & BIT.scene || (i > from && isChainedScene(text, tokens, from, i))) scene = token.name
    else if (isOwner(text, tokens, i, to)) scene ??= token.name
    else if (!subject.length) subject = listFrom(text, tokens, i, to)
  }
  return { subject, scene, topic }
}

/** [回民区][光明路街道]…: a name that only leads to the next one. */
function isInChain(text: string, tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  if (!next?.name || at + 1 >= to) return false
  return (canAct(next.name) && touches(text, token, next)) || isLooseChain(text, token, next)
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
  if (outer?.type !== 'Place' || inner?.type !== 'Place' || next.start - token.end > 2) return false
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

/** Follows who acts through the article: named, carried over elided subjects, else the protagonist. */
export function followDoers(article: Article, layout: Layout, entities: readonly Entity[]): Doers {
  const byClause: Doer[] = []
  const topics: (Name | null)[] = []
  const scenes: (Name | null)[] = []
  const found = readAll(layout)
  const protagonist = findProtagonist(article, entities, layout, found)
  const rest: Doer = { entities: protagonist ? [protagonist] : [], mode: 'protagonist', start: 0 }
  let current = rest
  let paragraph = -1
  let topic: Name | null = null
  for (const sentence of layout.sentences) {
    if (sentence.paragraph !== paragraph && !speaksFor(current, protagonist)) current = rest
    paragraph = sentence.paragraph
    topic = null
    let scene: Name | null = null
    const ahead = aheadOf(layout, found, sentence, current)
    if (current.mode !== 'protagonist') current = { ...current, mode: 'paragraph' }
    for (let c = sentence.clauses[0]; c < sentence.clauses[1]; c++) {
      const clause = found[c] as Found
      if (clause.scene) scene = clause.scene
      if (clause.subject.length) {
        const first = clause.subject[0] as Name
        current = { entities: entitiesOf(clause.subject), mode: 'named', start: first.start }
        topic = null
      } else if (clause.scene && clause.scene.entity.kind !== 'site') {
        current = { entities: [clause.scene.entity], mode: 'scene', start: clause.scene.start }
      }
      if (clause.topic && !clause.subject.length) topic = clause.topic
      byClause.push(ahead && c < ahead.clause && current.mode !== 'scene' ? ahead.doer : current)
      topics.push(current.mode === 'carried' && !clause.topic ? null : topic)
      scenes.push(scene)
      if (current.mode === 'named') current = { ...current, mode: 'carried' }
    }
  }
  giveSpeechToSpeaker(layout, found, byClause)
  return { byClause, topics, scenes, protagonist }
}

/** “我们推出了‘夜诊’。”[北门社区党委]书记张三说: the speaker's body stands behind what is said before it. */
function giveSpeechToSpeaker(layout: Layout, found: readonly Found[], byClause: Doer[]): void {
  const { clauses } = layout
  for (let c = 1; c < clauses.length; c++) {
    const clause = clauses[c] as Layout['clauses'][number]
    const subject = found[c]?.subject ?? []
    if (clause.speech || !clauses[c - 1]?.speech || !subject.length) continue
    const doer: Doer = { entities: entitiesOf(subject), mode: 'carried', start: (subject[0] as Name).start }
    for (let k = c - 1; k >= 0; k--) {
      const said = clauses[k]
      if (!said?.speech || said.paragraph !== clause.paragraph || found[k]?.subject.length) break
      byClause[k] = doer
    }
  }
}

/** A body of the protagonist's own ([阳光社区党委] in a story about 阳光社区) acts on in the next paragraph too. */
function speaksFor({ entities }: Doer, protagonist: Entity | null): boolean {
  const [body, ...others] = entities
  if (!body || !protagonist || others.length || body.type !== 'Organisation') return false
  return body.parent === protagonist.id || isPrefix(protagonist, body)
}

const PURPOSE = new WordSet([
  '为',
  '针对',
  '围绕',
  '随着',
  '按照',
  '根据',
  '结合',
  '立足',
  '自',
  '通过',
  '近年来',
  '近日',
  '日前',
  '今年以来',
  '聚焦',
  '着眼',
  '坚持',
])

/** 为深化“双报到”，…，[临江县]启动…: what stands before the first named subject of a sentence is its doing too. */
function aheadOf(
  layout: Layout,
  found: readonly Found[],
  sentence: Layout['sentences'][number],
  current: Doer,
): { readonly clause: number; readonly doer: Doer } | null {
  for (let c = sentence.clauses[0]; c < sentence.clauses[1]; c++) {
    const subject = found[c]?.subject ?? []
    if (!subject.length) continue
    const purpose = PURPOSE.at(layout.text, sentence.start) !== ''
    if (c === sentence.clauses[0] || (current.mode !== 'protagonist' && !purpose)) return null
    return { clause: c, doer: { entities: entitiesOf(subject), mode: 'carried', start: (subject[0] as Name).start } }
  }
  return null
}

function readAll(layout: Layout): readonly Found[] {
  const found: Found[] = []
  for (const sentence of layout.sentences)
    for (let c = sentence.clauses[0]; c < sentence.clauses[1]; c++) {
      const [from, to] = tokensOf(layout, sentence, c)
      found.push(from < to ? readClause(layout.text, sentence.tokens, from, to) : NOTHING)
    }
  return found
}

/** The place or body that the headline names first (innermost of a chain), else the first that acts in the body. */
function findProtagonist(
  article: Article,
  entities: readonly Entity[],
  layout: Layout,
  found: readonly Found[],
): Entity | null {
  const inTitle = article.title ? protagonistOfTitle(article.title, entities) : null
  if (inTitle) return inTitle
  const subjects = found.flatMap(c => c.subject.map(n => n.entity)).filter(e => e.kind !== 'site')
  if (subjects.length) return mostNamed(subjects)
  for (const sentence of layout.sentences)
    for (const token of sentence.tokens)
      if (token.name && canAct(token.name) && token.name.entity.kind !== 'site') return token.name.entity
  return null
}

/** The place that acts most often; standing first and standing high count too: a story may open with a village and be its city's. */
function mostNamed(subjects: readonly Entity[]): Entity | null {
  const first = subjects[0] as Entity
  const counts = new Map<Entity, number>([[first, 1.5]])
  for (const entity of subjects) counts.set(entity, (counts.get(entity) ?? Math.max(0, 4 - levelOf(entity)) * 0.75) + 1)
  const places = [...counts.keys()].filter(e => e.type === 'Place' && (first.type === 'Place' || levelOf(e) <= 3))
  places.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || levelOf(a) - levelOf(b))
  return places[0] ?? first
}

function protagonistOfTitle(title: string, entities: readonly Entity[]): Entity | null {
  let best: { entity: Entity; at: number; end: number } | null = null
  const spots: { entity: Entity; at: number; end: number }[] = []
  for (const entity of entities) {
    if (entity.type !== 'Place' && entity.type !== 'Organisation') continue
    if (entity.kind === 'site') continue
    const forms = new Set([entity.name, ...entity.aliases, ...entity.mentions.filter(m => !m.anaphor).map(m => m.text)])
    let spot: { entity: Entity; at: number; end: number } | null = null
    for (const form of forms) {
      if (form.length < 2) continue
      const at = title.indexOf(form)
      if (at >= 0 && (!spot || at < spot.at || (at === spot.at && at + form.length > spot.end)))
        spot = { entity, at, end: at + form.length }
    }
    if (spot) spots.push(spot)
  }
  spots.sort((a, b) => a.at - b.at || b.end - a.end || levelOf(b.entity) - levelOf(a.entity))
  for (const spot of spots) {
    // 回民区|光明路街道|阳光社区: follow the chain to its innermost name.
    if (!best) best = spot
    else if (spot.at >= best.end && spot.at - best.end <= 1 && levelOf(spot.entity) > levelOf(best.entity)) best = spot
    else if (spot.at < best.end && spot.end > best.end) best = spot
    else if (spot.at > best.end + 1) break
  }
  return best?.entity ?? null
}
