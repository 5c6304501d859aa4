import type { Reason } from '../../model/facts.ts'
import type { EntityKind } from '../../schema/types.ts'
import { offer, type Propose } from '../candidate.ts'
import type { Proposer, Scene } from '../proposer.ts'
import { kindOfEnding, type QuoteCue } from '../quote-cues.ts'
import { FORMULA, formReasons } from '../quote-forms.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'
import { contextOf } from './quote-context.ts'

const SENTENCE = /[。！？；?!]/u
const DOCUMENT =
  /(?:办法|条例|方案|意见|规定|规划|章程|细则|通知|决定|纲要|公约|法|标准|规范|规程|清单|制度|指南|准则|规则|措施|计划|协议|协议书|承诺书|倡议书|责任书|手册|指引|要点|目录)(?:（.*）|\(.*\))?$/u
const LONGEST = 36
/** “帮办[团]”, “青骑士[队]”: a group of people. */
const TEAM_END = /^.{2,8}(?:团|队|小组|小分队|战队|突击队)$/u

/** Quoted names without a head noun of their own: 推行[“一键办”], 打造“[红火种]”…; documents in 《》. */
export const proposeQuoted: Proposer = (scene, propose) => {
  const { count, classes, pairs, starts, ends } = scene.reading
  for (let i = 0; i < count; i++) {
    const close = pairs[i]!
    if (close <= i) continue
    if (classes[i] === C.bookOpen) proposeDocument(scene, i, close, propose)
    else if (classes[i] === C.quoteOpen && ends[close]! - starts[i]! > 3) proposeQuote(scene, i, close, propose)
  }
}

function proposeDocument({ reading }: Scene, open: number, close: number, propose: Propose): void {
  const { starts, ends, text } = reading
  const name = text.slice(ends[open]!, starts[close]!)
  if (!DOCUMENT.test(name)) return
  offer(propose, {
    start: starts[open]!,
    end: ends[close]!,
    name,
    type: 'Programme',
    kind: 'policy',
    rule: 'quoted-document',
    reasons: [{ question: 'document', weight: W.document }],
  })
}

function proposeQuote(scene: Scene, open: number, close: number, propose: Propose): void {
  const { text, starts, ends } = scene.reading
  const start = ends[open]!
  const end = starts[close]!
  const inner = text.slice(start, end)
  if (inner.length < 2 || inner.length > LONGEST || SENTENCE.test(inner)) return
  const { listed, before, behind, summary, called, head, reasons: around } = contextOf(scene, open, close)
  const honoured = called || before?.kind === 'honour' || behind?.kind === 'honour' || summary?.kind === 'honour'
  const reasons: Reason[] = [{ question: 'quoted', weight: W.quoteBase }, ...around]
  const team = TEAM_END.test(inner)
  if ((team || kindOfEnding(inner)) && (before?.weight ?? 0) >= 0)
    reasons.push({ question: 'ends like a name', weight: W.quoteEnding })
  const supported = head >= 0 || around.some(({ weight }) => weight > W.quoteGoverned)
  reasons.push(...formReasons(inner, { listed, honoured, supported }))
  if (isWord(scene, open, close) && !honoured && !summary)
    reasons.push({ question: 'a word of the language', weight: W.quotesWord })
  if (head >= 0) proposeQualified(scene, open, head, inner, reasons, propose)
  offer(propose, {
    start,
    end,
    type: summary?.team || team ? 'Organisation' : 'Programme',
    kind: team ? 'team' : called ? 'activity' : (summary?.kind ?? kindOf(inner, before, behind)),
    rule: 'quoted-name',
    reasons,
  })
}

/** “[老师]”, “[一扫而空]”: the marks stand round one word of the language. */
function isWord({ reading }: Scene, open: number, close: number): boolean {
  return close === open + 2 && (reading.flags[open + 1]! & FLAG.common) !== 0
}

function proposeQualified(
  scene: Scene,
  open: number,
  head: number,
  name: string,
  reasons: readonly Reason[],
  propose: Propose,
): void {
  const { starts, ends, heads, lexicon } = scene.reading
  const rule = lexicon.rules[heads[head]!]!
  offer(propose, {
    start: starts[open]!,
    end: ends[head]!,
    name,
    type: 'Programme',
    kind: rule.kind,
    rule: 'quoted-qualifier',
    reasons: [...reasons, { question: 'qualifies a noun of method', weight: W.quoteQualifies }],
    head: starts[head]!,
  })
}

function kindOf(inner: string, before: QuoteCue | undefined, behind: QuoteCue | undefined): EntityKind {
  if (behind?.kind) return behind.kind
  if (before?.kind === 'honour') return 'honour'
  if (FORMULA.test(inner)) return before?.kind === 'mechanism' ? 'model' : (before?.kind ?? 'model')
  return kindOfEnding(inner) ?? before?.kind ?? 'mechanism'
}
