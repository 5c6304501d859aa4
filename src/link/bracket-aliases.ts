import { oneOf } from '../text/word-groups.ts'
import { absorb, type Draft } from './draft.ts'
import type { Scene } from './scene.ts'
import { cleanName } from './surface.ts'
import { WORDS } from './words.ts'

const BRACKET = new RegExp(
  `^[”》」]?[（(]${oneOf(WORDS['alias-scope'])}?${oneOf(WORDS['alias-verb'])}(?:为|：|:)?([^（）()]{2,24})[）)]`,
  'u',
)
const REACH = 40

/** 《…办法》（以下简称“积分办法”）: the short form becomes an alias, and what bears it elsewhere becomes the same entity. */
export function linkBracketAliases(scene: Scene): void {
  const { text } = scene.article
  for (const draft of [...scene.drafts]) {
    for (const mention of [...draft.mentions]) {
      const next = text.charCodeAt(mention.end)
      if (next !== 0xff08 && next !== 0x28 && next !== 0x201d && next !== 0x300b) continue
      const alias = BRACKET.exec(text.slice(mention.end, mention.end + REACH))?.[1]
      if (alias) adopt(scene, draft, cleanName(alias))
    }
  }
}

function adopt(scene: Scene, draft: Draft, alias: string): void {
  if (alias !== draft.name) draft.aliases.add(alias)
  for (let i = scene.drafts.length - 1; i >= 0; i--) {
    const other = scene.drafts[i]!
    if (other === draft || other.type !== draft.type || other.name !== alias || other.handle >= 0) continue
    absorb(draft, other, 'short form given in brackets')
    for (const mention of other.mentions) scene.of.set(mention, draft)
    for (const third of scene.drafts) if (third.parent === other) third.parent = draft
    scene.drafts.splice(i, 1)
  }
}
