import { BIT } from './cues.ts'
import type { Doers } from './doers.ts'
import type { Hit } from './hits.ts'
import { matchAt, type Pattern, readPattern } from './pattern.ts'
import type { Row } from './rows/row.ts'
import { entitiesOf, type Layout, type Token } from './tokens.ts'

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
    const compiled = { row, pattern: readPattern(row.pattern) }
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
  const doer = doers.byClause[match.clause]
  const topic = doers.topics[match.clause]
  const fills = row.doer === 'from' || row.doer === 'to'
  const filled = fills && doer ? doer.entities : []
  if (fills && (!filled.length || (row.named && doer?.mode !== 'named'))) return
  const [head, ...others] = entitiesOf(match.from)
  if (row.subject && (!head || doer?.entities[0]?.id !== head.id)) return
  const scene = doers.scenes[match.clause]?.entity
  const from =
    row.doer === 'from'
      ? filled
      : row.doer === 'scene'
        ? scene
          ? [scene]
          : []
        : row.pairs
          ? head
            ? [head]
            : []
          : entitiesOf(match.from)
  const to = row.doer === 'to' ? filled : row.pairs ? others : entitiesOf(match.to)
  const ends = row.doer === 'topic' ? (topic ? [topic.entity] : []) : to
  const mode = fills ? (doer?.mode ?? 'protagonist') : 'named'
  for (const a of from)
    for (const b of ends)
      if (a.id !== b.id && !(fills && a.id !== filled[0]?.id && filled.some(e => e.id === b.id)))
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
