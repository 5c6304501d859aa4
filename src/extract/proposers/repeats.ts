import type { Mention } from '../../model/facts.ts'
import { offer, type Propose } from '../candidate.ts'
import type { Scene } from '../proposer.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'

const LEVEL_END = /(?:自治区|自治州|自治县|自治旗|省|市|区|县|旗|盟|州|街道|镇|乡|苏木|社区|村|嘎查|小区)$/u
const MARKS = /[“”‘’《》]/gu

/** What was found once with strong evidence is offered wherever its name stands: 杏林嘉园小区 … [杏林嘉园]. */
export function proposeRepeats(scene: Scene, chosen: readonly Mention[], propose: Propose): void {
  const taken = new Set<number>()
  for (const mention of chosen) taken.add(spanKey(mention.start, mention.end))
  const seen = new Set<string>()
  for (const mention of chosen) {
    if (mention.anaphor || seen.has(mention.text)) continue
    seen.add(mention.text)
    const form = mention.text.replace(MARKS, '')
    offerAll(scene, mention, form, mention.type === 'Person' ? W.repeatPerson : W.repeat, taken, propose)
    if (mention.type !== 'Place' || mention.kind === 'site') continue
    const core = form.replace(LEVEL_END, '')
    if (core.length >= 2 && core.length < form.length)
      offerAll(scene, mention, core, core.length > 2 ? W.repeatCore : W.repeatShortCore, taken, propose)
  }
}

const spanKey = (start: number, end: number): number => start * 128 + Math.min(end - start, 127)

function offerAll(
  scene: Scene,
  mention: Mention,
  form: string,
  weight: number,
  taken: ReadonlySet<number>,
  propose: Propose,
): void {
  const { text } = scene.reading
  if (form.length < 2) return
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    if (taken.has(spanKey(at, at + form.length)) || !standsFree(scene, mention, at, at + form.length)) continue
    if (mention.name !== undefined && text.startsWith(mention.name, at)) continue
    offer(propose, {
      start: at,
      end: at + form.length,
      type: mention.type,
      kind: mention.kind,
      rule: 'repeat',
      ...(mention.name === undefined ? {} : { name: mention.name }),
      reasons: [{ question: 'found elsewhere', weight }],
    })
  }
}

/** No piece of a longer word or name: not [凌南]街道 for 凌南, not 黄[大湾]茶厂. */
function standsFree({ reading }: Scene, mention: Mention, start: number, end: number): boolean {
  const { tokenAt, classes, flags, heads, ends, count } = reading
  const first = tokenAt[start]!
  const next = tokenAt[end]!
  if (first < 0) return false
  if (first > 0 && classes[first - 1] === C.han && mention.type !== 'Person') return false
  if (next < 0) return mention.type === 'Person'
  if (mention.type === 'Place' && end - start < mention.end - mention.start) {
    if (ends[first]! === end && (flags[first]! & FLAG.common) !== 0 && classes[first] !== C.division) return false
    if (first > 0 && isNameLike(classes[first - 1]!)) return false
  }
  return (
    mention.type !== 'Place' || next >= count || (classes[next] !== C.level && (heads[next]! < 0 || end - start > 2))
  )
}

/** 富强[西里]: the word before belongs to the same name. */
function isNameLike(kind: number): boolean {
  return kind === C.noun || kind === C.adjective || kind === C.han || kind === C.level || kind === C.number
}
