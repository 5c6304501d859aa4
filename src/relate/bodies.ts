import { WordSet } from './seeds.ts'
import type { Layout, Name, Token } from './tokens.ts'

/** Words that point back to a body of these kinds: 这支[队伍]下设…, 该[公司]…. */
const POINTERS: readonly (readonly [readonly string[], string])[] = [
  [['team'], '队伍 服务队 志愿服务队 志愿队 小队 小分队 分队 宣讲团 宣讲队 突击队 先锋队 巡逻队 调解队 团队 艺术团'],
  [['company', 'cooperative'], '公司 企业 集团 合作社 家庭农场 农场'],
  [['cooperative'], '合作社 专业合作社'],
  [['social', 'other'], '协会 商会 学会 基金会 联合会 联盟 联合体 机构 组织 中心 共同体'],
  [['school', 'government'], '学校 学院 幼儿园 医院 中心'],
]
const KINDS = new Map<string, readonly string[]>()
for (const [kinds, words] of POINTERS)
  for (const word of words.split(' ')) KINDS.set(word, [...(KINDS.get(word) ?? []), ...kinds])
const words = new WordSet([...KINDS.keys()])
const marks = new WordSet('这支 该 这个 这家 这一 本 此 上述'.split(' '))
/** What teams and cooperatives are called without a pointing word: 服务队|现有队员35名. */
const BARE = new WordSet('服务队 志愿服务队 志愿队 宣讲团 合作社 协会 商会 基金会'.split(' '))
/** 队伍|建设 and 合作社|社员 are other things. */
const LONGER = /^(?:建设|成员|队员|队长|社员|会员|负责人|的|们|长|员|内|里|中|党|理事|联合|办|与|和)/u
/** How many sentences back a word may point. */
const REACH = 2

/** @returns for each clause the body that the word opening it points back to, or null where it opens with none */
export function readBodies(layout: Layout): readonly (Name | null)[] {
  const bodies: (Name | null)[] = []
  const recent: { readonly name: Name; readonly sentence: number }[] = []
  layout.sentences.forEach((sentence, s) => {
    let read = 0
    for (let c = sentence.clauses[0]; c < sentence.clauses[1]; c++) {
      const start = layout.clauses[c]?.start ?? 0
      for (; read < sentence.tokens.length && (sentence.tokens[read] as Token).clause < c; read++) {
        const { name } = sentence.tokens[read] as Token
        if (name?.entity.type === 'Organisation') recent.push({ name, sentence: s })
      }
      const kinds = pointerAt(layout, start)
      const found = kinds?.length
        ? recent.findLast(r => s - r.sentence <= REACH && kinds.includes(r.name.entity.kind ?? ''))
        : undefined
      bodies.push(found?.name ?? null)
    }
    for (; read < sentence.tokens.length; read++) {
      const { name } = sentence.tokens[read] as Token
      if (name?.entity.type === 'Organisation') recent.push({ name, sentence: s })
    }
  })
  return bodies
}

/** The kinds that the word at the head of a clause points to. */
function pointerAt({ text, skipTo }: Layout, at: number): readonly string[] | undefined {
  const mark = marks.at(text, at)
  const from = at + mark.length
  const word = words.at(text, from)
  if (!word || skipTo[from] || LONGER.test(text.slice(from + word.length, from + word.length + 3))) return undefined
  return mark || BARE.at(text, from) ? KINDS.get(word) : undefined
}
