import { type Draft, firstOf } from './draft.ts'
import { draftOfDivision, type Scene } from './scene.ts'

/** Level words by which a text points to a territory, the longest first, and the kinds that they may mean. */
const POINTED: readonly (readonly [string, readonly string[]])[] = [
  ['自治区', ['province']],
  ['区域服务中心', ['township']],
  ['街道', ['township']],
  ['苏木', ['township']],
  ['社区', ['village']],
  ['嘎查', ['village']],
  ['小区', ['estate']],
  ['省', ['province']],
  ['市', ['prefecture', 'county', 'province']],
  ['盟', ['prefecture']],
  ['州', ['prefecture']],
  ['县', ['county']],
  ['旗', ['county']],
  ['区', ['county', 'zone', 'province']],
  ['镇', ['township']],
  ['乡', ['township']],
  ['村', ['village']],
]

/** The level word that a phrase starts with: 街道|城市管理办, 市|委老干部局. */
export function leadingLevel(text: string): string | null {
  return POINTED.find(([word]) => text.startsWith(word))?.[0] ?? null
}

/** The level word that a pointer ends with: 该|县, 我们|社区. */
export function trailingLevel(text: string): string | null {
  return POINTED.find(([word]) => text.endsWith(word))?.[0] ?? null
}

/** Whether a place may be called by this level word: 呼和浩特市 by 市, 玉龙纳西族自治县 by 县, 通道街街道 by 街道. */
function answersTo(draft: Draft, word: string): boolean {
  if (draft.type !== 'Place') return false
  const kinds = POINTED.find(([other]) => other === word)?.[1] ?? []
  if (!kinds.includes(draft.kind ?? '')) return false
  return draft.name.endsWith(word) || (word === '村' && draft.kind === 'village' && !draft.name.endsWith('社区'))
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
