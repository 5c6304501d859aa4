import { type Draft, firstOf } from './draft.ts'
import { LEVELS } from './levels.ts'
import { draftOfDivision, type Scene } from './scene.ts'

/** The level word that a phrase starts with: 街道|城市管理办, 市|委老干部局. */
export function leadingLevel(text: string): string | null {
  return LEVELS.find(({ word }) => text.startsWith(word))?.word ?? null
}

/** The level word that a pointer ends with: 该|县, 我们|社区. */
export function trailingLevel(text: string): string | null {
  return LEVELS.find(({ word }) => text.endsWith(word))?.word ?? null
}

/** Whether a place may be called by this level word: 呼和浩特市 by 市, 玉龙纳西族自治县 by 县, 通道街街道 by 街道. */
function answersTo(draft: Draft, word: string): boolean {
  if (draft.type !== 'Place') return false
  const level = LEVELS.find(other => other.word === word)
  if (!level?.kinds.includes(draft.kind ?? '')) return false
  const { unless } = level
  return draft.name.endsWith(word) || (unless.length > 0 && !unless.some(other => draft.name.endsWith(other)))
}

/** The last place named before `at` that answers to the level word, else the first one after it. */
export function nearestPlace(scene: Scene, word: string, at: number): Draft | null {
  let before: Draft | null = null
  let nearest = -1
  let after: Draft | null = null
  for (const draft of scene.drafts) {
    if (!answersTo(draft, word)) continue
    for (const mention of draft.mentions) {
      if (mention.start < at && mention.start > nearest && !mention.anaphor) {
        nearest = mention.start
        before = draft
      }
    }
    if (!after || firstOf(draft) < firstOf(after)) after = draft
  }
  return before ?? after
}

/** The page's own city or province where the level word can mean it: 市委 in a paper of 呼和浩特, 自治区公安厅 in 内蒙古. */
export function ownPlace(scene: Scene, word: string): Draft | null {
  const { register, context } = scene
  for (const code of [context.city, context.province]) {
    const division = code ? register.byCode(code) : undefined
    if (division?.name.endsWith(word)) return draftOfDivision(scene, division.index, 'the page’s own')
  }
  const coded = scene.drafts.find(draft => draft.handle >= 0)
  if (!coded) return null
  const uppers = register.ancestors(register.byHandle(coded.handle).code)
  const upper = uppers.find(division => division.name.endsWith(word) && division.code.length <= 4)
  return upper ? draftOfDivision(scene, upper.index, `holds ${coded.name}`) : null
}
