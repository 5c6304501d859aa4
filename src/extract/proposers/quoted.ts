import type { Reason } from '../../model/facts.ts'
import { candidate, type Propose } from '../candidate.ts'
import { phrases } from '../phrases.ts'
import type { Proposer, Scene } from '../proposer.ts'
import { C } from '../word-class.ts'

const NUMERAL = /^[一二三四五六七八九十百双两0-9]+[\p{Script=Han}]{1,3}/u

/** Quoted names without a head noun of their own: 推行[“一网清”], 打造“[红动力]”…; documents in 《》. */
export const proposeQuoted: Proposer = (scene, propose) => {
  const { reading } = scene
  const { count, classes, pairs, starts, ends } = reading
  for (let i = 0; i < count; i++) {
    const close = pairs[i]!
    if (close <= i) continue
    if (classes[i] === C.bookOpen) proposeBook(scene, i, close, propose)
    else if (classes[i] === C.quoteOpen && ends[close]! - starts[i]! > 3) proposeQuote(scene, i, close, propose)
  }
}

function proposeBook({ reading }: Scene, open: number, close: number, propose: Propose): void {
  const { heads, lexicon, starts, ends, text } = reading
  const rule = heads[close - 1]! >= 0 ? lexicon.rules[heads[close - 1]!] : undefined
  const policy =
    rule?.kind === 'policy' ||
    /(办法|条例|方案|意见|规定|规划|章程|细则|通知|决定|纲要|公约|法|标准|规范|规程|清单|制度|指南|准则|规则|措施|计划|试行）|试行\))$/u.test(
      text.slice(starts[open]! + 1, starts[close]!),
    )
  if (!policy) return
  propose(
    candidate({
      start: starts[open]!,
      end: ends[close]!,
      name: text.slice(ends[open]!, starts[close]!),
      type: 'Programme',
      kind: 'policy',
      rule: 'quoted-document',
      reasons: [{ question: 'book marks', weight: 30 }],
    }),
  )
}

function proposeQuote(scene: Scene, open: number, close: number, propose: Propose): void {
  const { reading } = scene
  const { starts, ends, text, classes, heads } = reading
  const start = ends[open]!
  const end = starts[close]!
  const inner = text.slice(start, end)
  const length = inner.length
  if (length < 2 || length > 36 || /[。！？；?!]/u.test(inner)) return
  const reasons: Reason[] = [{ question: 'quoted', weight: -4 }]
  if (phrases().slogans.has(inner)) reasons.push({ question: 'figure of speech', weight: -60 })
  const before = open > 0 ? classes[open - 1]! : C.stop
  if (before === C.govern) reasons.push({ question: 'governed', weight: 8 })
  if (/[+＋—]/u.test(inner)) reasons.push({ question: 'formula', weight: 10 })
  if (NUMERAL.test(inner) && length <= 10) reasons.push({ question: 'number form', weight: 8 })
  if (/^.(、.)+$/u.test(inner)) reasons.push({ question: 'single characters', weight: -20 })
  const behind = close + 1 < reading.count ? classes[close + 1]! : C.stop
  if (length <= 4 && behind === C.noun) reasons.push({ question: 'qualifies a noun', weight: -14 })
  if (length > 14 && /，/u.test(inner)) reasons.push({ question: 'sentence', weight: -30 })
  const after = close + 1 < reading.count ? close + 1 : -1
  if (after >= 0 && heads[after]! >= 0) reasons.push({ question: 'head follows', weight: 6 })
  propose(candidate({ start, end, type: 'Programme', kind: 'mechanism', rule: 'quoted-name', reasons }))
}
