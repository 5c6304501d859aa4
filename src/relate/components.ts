import type { Entity } from '../model/facts.ts'
import { numeralAt } from '../text/numerals.ts'
import { BIT } from './cues.ts'
import type { Hit } from './hits.ts'
import { type Layout, type Name, type Token, touches } from './tokens.ts'

/** Readings of lists that a row's pattern cannot count. */
export const COMPONENT_RULES = [
  { name: 'numbered-head', confidence: 0.8 },
  { name: 'list-ends-in-head', confidence: 0.78 },
  { name: 'list-of-head', confidence: 0.78 },
  { name: 'parts-by-sign', confidence: 0.75 },
] as const

type ComponentRule = (typeof COMPONENT_RULES)[number]['name']

interface ListRun {
  readonly names: readonly Name[]
  readonly clause: number
}

interface Head {
  readonly name: Name
  readonly count: number
  readonly sentence: number
}

/** Components of programmes: “六个一”改革 followed by six names, A、B等共建制度, and A、B的“双双”工作法. */
export function readComponents(layout: Layout, out: Hit[]): void {
  let heads: Head[] = []
  layout.sentences.forEach(({ tokens }, sentence) => {
    heads = heads.filter(h => sentence - h.sentence <= 1)
    for (const { name } of tokens) {
      const count = name?.entity.type === 'Programme' ? countIn(name.entity.name) : 0
      if (count && name) heads.push({ name, count, sentence })
    }
    for (const run of runsOf(layout.text, tokens)) {
      headsBefore(run, heads, out)
      headOfList(layout.text, run, out)
    }
    headAfterOf(layout.text, tokens, out)
  })
  partsBySign(layout, out)
}

/** 五心: five, and the sign 心 that the parts share (初心铸魂, 连心搭桥 …); 六个一: six that begin with 一. */
function signOf(name: string): { readonly count: number; readonly sign: string; readonly first: boolean } | null {
  const found = /(?<![第\p{N}])([三四五六七八九十])(个?)(\p{Script=Han})/u.exec(name)
  if (!found || '级大类项种届期年月日方位区县市省化位维'.includes(found[3] as string)) return null
  const count = numeralAt(found[1] as string, 0)?.value ?? 0
  return { count, sign: found[3] as string, first: found[2] === '个' }
}

/** Parts that stand apart from their numbered head, a paragraph each. As many as it says, or all but one. */
function partsBySign(layout: Layout, out: Hit[]): void {
  const names = new Map<string, { name: Name; clause: number }>()
  for (const { tokens } of layout.sentences)
    for (const { name, clause } of tokens)
      if (name?.entity.type === 'Programme' && !names.has(name.entity.id)) names.set(name.entity.id, { name, clause })
  const all = [...names.values()]
  for (const head of all) {
    const said = signOf(head.name.entity.name)
    if (!said) continue
    const parts = all.filter(({ name }) => {
      const { id, kind, name: own } = name.entity
      if (id === head.name.entity.id || name.start < head.name.start || countIn(own) === said.count) return false
      if (own.length > LONGEST_PART || kind === 'policy' || kind === 'honour') return false
      return said.first ? own.startsWith(said.sign) : own.includes(said.sign)
    })
    if (
      !said.first &&
      !alignedBy(
        said.sign,
        parts.map(p => p.name.entity.name),
      )
    )
      continue
    if (parts.length < 2 || parts.length < said.count - 1 || parts.length > said.count) continue
    for (const { name, clause } of parts) out.push(hit(name, head.name.entity, 'parts-by-sign', clause, [name]))
  }
}

const LONGEST_PART = 10

/** 初心铸魂, 连心搭桥: the sign stands at one place of all, counted from the front or the back. */
function alignedBy(sign: string, names: readonly string[]): boolean {
  const front = new Set(names.map(name => name.indexOf(sign)))
  const back = new Set(names.map(name => name.length - name.lastIndexOf(sign)))
  return front.size === 1 || back.size === 1
}

function headsBefore({ names, clause }: ListRun, heads: readonly Head[], out: Hit[]): void {
  const first = names[0] as Name
  const head = heads.findLast(h => h.count === names.length && h.name.start < first.start)
  if (!head || names.some(n => n.entity.id === head.name.entity.id)) return
  for (const part of names) out.push(hit(part, head.name.entity, 'numbered-head', clause, names))
}

function hit(part: Name, head: Entity, rule: ComponentRule, clause: number, names: readonly Name[]): Hit {
  return {
    relation: 'PART_OF',
    from: part.entity,
    to: head,
    rule,
    mode: 'named',
    confidence: COMPONENT_RULES.find(r => r.name === rule)?.confidence ?? 0,
    fallback: false,
    clause,
    start: (names[0] as Name).start,
    end: (names[names.length - 1] as Name).end,
  }
}

/** Programmes of one clause in one list; an item may bring words of its own (服务审批“一窗办”). */
function runsOf(text: string, tokens: readonly Token[]): readonly ListRun[] {
  const runs: ListRun[] = []
  let names: Name[] = []
  let clause = -1
  const close = () => {
    if (names.length > 1) runs.push({ names, clause })
    names = []
  }
  for (const token of tokens) {
    if (token.clause !== clause) close()
    clause = token.clause
    if (token.name?.entity.type !== 'Programme') continue
    const last = names[names.length - 1]
    if (
      last &&
      (token.start - last.end > 14 || !/[、和与及等]|^[”》]?[“《]?$/u.test(text.slice(last.end, token.start)))
    )
      close()
    names.push(token.name)
  }
  close()
  return runs
}

/** 六个一 = 6, 三网融合 = 3; a name with several numbers (一端两平台) or an ordinal tells nothing. */
function countIn(name: string): number {
  let count = 0
  for (let i = 0; i < name.length; i++) {
    const numeral = '两二三四五六七八九十2345678'.includes(name.charAt(i)) ? numeralAt(name, i) : null
    if (!numeral) continue
    if (count || name.charAt(i - 1) === '第') return 0
    count = numeral.value
    i = numeral.end - 1
  }
  return count >= 2 && count <= 12 ? count : 0
}

/** “A”“B”等|共建制度: what stands before 等 is part of the name that follows it. */
function headOfList(text: string, { names, clause }: ListRun, out: Hit[]): void {
  for (let i = 1; i < names.length; i++) {
    const head = names[i] as Name
    const between = text.slice((names[i - 1] as Name).end, head.start).replace(/[”’》“‘《]/gu, '')
    if (!/^等(?:[一二两三四五六七八九十\d]+[个项大类种])?(?:\p{Script=Han}{0,4})$/u.test(between)) continue
    for (const part of names.slice(0, i))
      if (part.entity.id !== head.entity.id) out.push(hit(part, head.entity, 'list-ends-in-head', clause, names))
  }
}

/** 排查、登记“两清零”，走访、回访“两必到”|的|“双双”工作法: two or more names lead up to 的. */
function headAfterOf(text: string, tokens: readonly Token[], out: Hit[]): void {
  for (let i = 2; i < tokens.length; i++) {
    const head = tokens[i] as Token
    const of = tokens[i - 1] as Token
    if (head.name?.entity.type !== 'Programme' || !(of.mask & BIT.of) || !touches(text, of, head)) continue
    const parts: Name[] = []
    let next = of.start
    for (let k = i - 2; k >= 0; k--) {
      const token = tokens[k] as Token
      if (next - token.end > 18) break
      if (!token.name) continue
      if (token.name.entity.type !== 'Programme') break
      parts.unshift(token.name)
      next = token.start
    }
    if (parts.length < 2 || !touches(text, parts[parts.length - 1] as Name, of)) continue
    for (const part of parts)
      if (part.entity.id !== head.name.entity.id)
        out.push(hit(part, head.name.entity, 'list-of-head', head.clause, parts))
  }
}
