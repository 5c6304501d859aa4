import type { Article } from '../model/article.ts'
import type { Entity } from '../model/facts.ts'
import { BIT } from './cues.ts'
import { readBearers, readPersons } from './persons.ts'
import { isPrefix } from './places.ts'
import { findProtagonist } from './protagonist.ts'
import { WordSet } from './seeds.ts'
import { type Found, readSubjects } from './subjects.ts'
import { entitiesOf, type Layout, type Name, type Token, tokensOf } from './tokens.ts'
import { readViews, type View } from './views.ts'

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
  /** A programme that a clause names before its agent (“…”由统战办指导), else null. */
  readonly passives: readonly (Name | null)[]
  /** Places that a clause is set in (在X，…), innermost. */
  readonly scenes: readonly (Name | null)[]
  /** A programme that a clause points back to (活动由县妇联主办), else null. */
  readonly views: readonly (View | null)[]
  /** Whether a clause tells what guests see. */
  readonly visits: readonly boolean[]
  /** A person who acts in a clause, else null. */
  readonly persons: readonly (Name | null)[]
  /** The person last named by then in the paragraph, else null: 先后获评“劳动模范”. */
  readonly bearers: readonly (Name | null)[]
  readonly protagonist: Entity | null
}

/** Follows who acts through the article: named, carried over elided subjects, else the protagonist. */
export function followDoers(article: Article, layout: Layout, entities: readonly Entity[]): Doers {
  const byClause: Doer[] = []
  const topics: (Name | null)[] = []
  const scenes: (Name | null)[] = []
  const found = readSubjects(layout)
  const views = readViews(layout)
  const passives = found.map(c =>
    c.topic && c.subject.length && c.topic.start < (c.subject[0] as Name).start ? c.topic : null,
  )
  const protagonist = findProtagonist(article, entities, layout, found)
  const rest: Doer = { entities: protagonist ? [protagonist] : [], mode: 'protagonist', start: 0 }
  const runs = new Map<string, Doer>()
  let current = rest
  let paragraph = -1
  let topic: Name | null = null
  for (const sentence of layout.sentences) {
    if (sentence.paragraph !== paragraph && !speaksFor(current, protagonist)) current = rest
    paragraph = sentence.paragraph
    topic = null
    let scene: Name | null = null
    const ahead = aheadOf(layout, found, sentence, current)
    if (current.mode !== 'protagonist') current = asDoer(current, 'paragraph')
    const before = current
    for (let c = sentence.clauses[0]; c < sentence.clauses[1]; c++) {
      const clause = found[c] as Found
      if (clause.scene) scene = clause.scene
      if (clause.subject.length) {
        const first = clause.subject[0] as Name
        current = { entities: entitiesOf(clause.subject), mode: 'named', start: first.start }
        topic = null
      } else if (current.mode !== 'carried') {
        const place = clause.visited ? undefined : settingOf(article.text, clause.scene)
        if (place && clause.scene) current = { entities: [place], mode: 'scene', start: clause.scene.start }
      }
      if (clause.topic && !clause.subject.length) {
        topic = clause.topic
        // 该计划|以…为理念: who issued it goes on.
        if (current === rest) current = runs.get(topic.entity.id) ?? current
      }
      if (!clause.topic && views[c]?.opens && !clause.subject.length) topic = (views[c] as View).name
      byClause.push(ahead && c < ahead.clause && current.mode !== 'scene' ? ahead.doer : current)
      topics.push(current.mode === 'carried' && !clause.topic ? null : topic)
      scenes.push(scene)
      if (current.mode === 'named') {
        current = asDoer(current, 'carried')
        noteRuns(layout, sentence, c, current, runs)
      }
    }
    if (current.mode === 'carried' && isFounded(layout, sentence, current)) current = before
  }
  giveSpeechToSpeaker(layout, found, byClause)
  const persons = readPersons(layout, found)
  const visits = readVisits(layout)
  return { byClause, topics, visits, passives, scenes, views, persons, bearers: readBearers(layout), protagonist }
}

/** The same, known in another way. Written out, so that all doers have one shape. */
const asDoer = ({ entities, start }: Doer, mode: DoerMode): Doer => ({ entities, mode, start })

/** 在[柳湾镇]，…: the place acts where nobody is named; 在[全市]推广… says how far, not who; 走进[[常青县]综治中心] is set in the county. */
function settingOf(text: string, scene: Name | null): Entity | undefined {
  if (!scene || text.charAt(scene.start) === '全' || text.charAt(scene.end) === '等') return undefined
  if (scene.entity.kind !== 'site') return scene.entity
  return scene.inner.find(i => i.start === scene.start && i.entity.type === 'Place')?.entity
}

/** Remembers who acts in the clause that names a programme. */
function noteRuns(
  layout: Layout,
  sentence: Layout['sentences'][number],
  clause: number,
  doer: Doer,
  runs: Map<string, Doer>,
): void {
  const [from, to] = tokensOf(layout, sentence, clause)
  for (let i = from; i < to; i++) {
    const { name } = sentence.tokens[i] as Token
    if (name?.entity.type === 'Programme') runs.set(name.entity.id, asDoer(doer, 'paragraph'))
  }
}

/** [服务队]正式成立。 says that it is there, not that it goes on to act. */
function isFounded({ text }: Layout, sentence: Layout['sentences'][number], { start }: Doer): boolean {
  return (
    start >= sentence.start &&
    /^.{2,24}(?:成立|揭牌|挂牌|亮相|启用|投用)了?$/u.test(text.slice(start, sentence.end).replace(/[。！\n]+$/u, ''))
  )
}

function readVisits(layout: Layout): readonly boolean[] {
  const visits = new Array<boolean>(layout.clauses.length).fill(false)
  for (const { tokens } of layout.sentences)
    for (const { mask, clause } of tokens) if (mask & BIT.visit) visits[clause] = true
  return visits
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
  return body.parent === protagonist.id || isPrefix(protagonist, body) || body.name.includes(protagonist.name)
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
