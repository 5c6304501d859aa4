import type { Mention } from '../../model/facts.ts'
import { candidate, type Propose } from '../candidate.ts'
import type { Scene } from '../proposer.ts'

const LEVEL_END = /(省|市|区|县|旗|盟|州|街道|镇|乡|社区|村|嘎查|小区)$/u

/** What was found once with strong evidence is offered wherever its name stands: 杏林嘉园小区 … [杏林嘉园]. */
export function proposeRepeats(scene: Scene, chosen: readonly Mention[], propose: Propose): void {
  const seen = new Set<string>()
  for (const mention of chosen) {
    if (mention.anaphor || seen.has(mention.text)) continue
    seen.add(mention.text)
    offerAll(scene, mention, mention.text.replace(/[“”]/gu, ''), propose, 10)
    if (mention.type !== 'Place' || mention.kind === 'site') continue
    const core = mention.text.replace(LEVEL_END, '')
    if (core.length >= 2 && core !== mention.text) offerAll(scene, mention, core, propose, core.length > 2 ? 8 : 4)
  }
}

function offerAll({ reading }: Scene, mention: Mention, form: string, propose: Propose, weight: number): void {
  const { text, tokenAt } = reading
  if (form.length < 2) return
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    if (tokenAt[at]! < 0 || tokenAt[at + form.length]! < 0) continue
    propose(
      candidate({
        start: at,
        end: at + form.length,
        type: mention.type,
        kind: mention.kind,
        rule: 'repeat',
        reasons: [{ question: 'found elsewhere', weight }],
      }),
    )
  }
}
