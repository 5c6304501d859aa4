import type { Byline } from '../model/article.ts'
import { isSurname, isTranscribed, splitNames } from './names.ts'

/** Words that stand before the names of those who wrote: 本报[记者] 甲 乙 [通讯员] 丙 */
const LEADING =
  /(?:实习|见习|特约|首席|全媒体|融媒体|摄影)?记者|特约通讯员|通讯员|实习生|特约撰稿人?|撰稿人?|作者|撰文|供稿|报送|文图|图文|摄影|供图|摄/
/** Words that stand after them: 甲 [摄]、甲 [文图]、甲 [报道] */
const TRAILING = /^(?:摄影报道|摄影|摄|供图|文图|图文|图|文|报道|采写|撰文|供稿|报送|整理|综合)$/
/** What may stand before 记者: the paper. */
const PAPER = /^(?:本[报台网刊站社]|.*(?:报|台|网|社|刊|中心|全媒体|融媒体?|记者站|客户端|驻.{1,6}|首席|特派))?$/
const UNIT =
  /(?:中心|局|办|部|委|会|站|所|队|院|校|社|网|台|街道|社区|镇|乡|县|区|市|旗|村|公司|集团|党支部|宣传|政务|发布)$/
const NAME = /^[\u4e00-\u9fff]{2,4}$|^[\u4e00-\u9fff]{1,6}[·•・‧][\u4e00-\u9fff·•・‧]{1,10}$/
const MARKS = /^[□■●◎○◆▲★☆◇△⊙▣◉\s]+/

interface Draft {
  name: string
  role: string | null
}

const asRole = (word: string): string => (word === '摄' || word === '图' ? '摄影' : word)

/**
 * Reads a line of credits as a whole: 本报记者 甲 乙 通讯员 丙、（记者 甲）、◎甲、甲 摄.
 * @param bare whether names alone will do, where they begin with a surname: （甲 乙）
 * @returns the names with their roles, or null where anything in the line is no credit
 */
export function parseCredits(line: string, bare: boolean): readonly Byline[] | null {
  if (line.length > 120 || !balanced(line)) return null
  const marked = MARKS.test(line)
  const plain = line
    .replace(MARKS, '')
    .replace(/文\s*[/／]\s*(?:图|摄影|摄)/g, ' 文图 ')
    .replace(/图\s*[/／]\s*文/g, ' 图文 ')
    .replace(/^[（(【[]|[)）】\]]$/g, '')
  const tokens = joinSingles(
    spread(plain)
      .split(/[\s、，,；;/／|丨:：()（）。]+/)
      .filter(Boolean),
  )
  const found: Draft[] = []
  let role: string | null = null
  let roles = 0
  let units = 0
  for (const [i, token] of tokens.entries()) {
    const step = readToken(token, role, found, { known: roles > 0 || marked || bare, last: i === tokens.length - 1 })
    if (step === null) {
      if (!UNIT.test(token) || token.length > 16) return null
      units++
      continue
    }
    if (step.role !== undefined) {
      role = step.role
      roles++
    }
  }
  if (!found.length || (units > 0 && !roles && !bare)) return null
  const sure = marked || bare || /^[（(]|^本[报台网社刊]/.test(line)
  if (!sure && !found.every(({ name }) => isSurname(name) || isTranscribed(name))) return null
  if (!roles && !marked && !(bare && found.every(({ name }) => mayBeName(name)))) return null
  return found.map(draft => ({ name: draft.name, role: draft.role ?? '作者' }))
}

/** 记者甲某乙某|通讯员|丙某|报道: roles that touch names are set apart, so that each reads as a word of its own. */
function spread(line: string): string {
  return line
    .replace(/(?<=[\u4e00-\u9fff])((?:特约)?通讯员|实习生|(?:实习|见习)记者)(?=[\s\u4e00-\u9fff])/g, ' $1 ')
    .replace(/(?<=[\u4e00-\u9fff]{2})\s?(?:摄影报道|采写报道|报道|采写)$/, ' 报道')
    .replace(/(?<=[\u4e00-\u9fff]{2})(文图|图文)$/, ' $1')
}

/** What stands in brackets at the end of a paragraph and is no name. */
const NO_NAME =
  /^(?:[上下左右]图|下同|同上|见图|附图|如图|图片|资料|略|待续|未完待续|连载|节选|摘[要编登录]|转载|原载|综合|全文|试行|暂行|修订|草案|讨论稿|征求意见稿|掌声|笑声|来源|作者|编者|评论|本报讯|[一二三四五六七八九十上中下完续])$/

/** 斯琴 is a name although 斯 is no common surname; words are told by a list. */
const mayBeName = (name: string): boolean =>
  isSurname(name) || isTranscribed(name) || (name.length > 1 && !NO_NAME.test(name))

/** 通讯员 丙）近年来: the rest of a lead that began on the line before is no line of credits. */
function balanced(line: string): boolean {
  const close = line.search(/[)）]/)
  const open = line.search(/[（(]/)
  return close < 0 ? open < 0 : open >= 0 && open < close
}

/** 李 明 → 李明: a name of two characters is printed with a space. */
function joinSingles(tokens: readonly string[]): string[] {
  const out: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? ''
    const next = tokens[i + 1] ?? ''
    const single = /^[\u4e00-\u9fff]$/
    if (single.test(token) && single.test(next) && !TRAILING.test(token) && !TRAILING.test(next)) {
      out.push(token + next)
      i++
    } else out.push(token)
  }
  return out
}

/** @returns the role that holds from here on, nothing new, or null where the token is no credit. */
function readToken(
  token: string,
  role: string | null,
  found: Draft[],
  { known, last }: { readonly known: boolean; readonly last: boolean },
): { role?: string | null } | null {
  if (TRAILING.test(token) && (found.some(draft => draft.role === null) || (last && found.length > 0))) {
    for (const draft of found) draft.role ??= asRole(token)
    return { role: null }
  }
  if (TRAILING.test(token)) return { role: asRole(token) }
  const word = token.length <= 40 ? LEADING.exec(token) : null
  if (word) return readRole(token, word, role, found)
  const unit = UNIT.test(token) && !(role !== null && token.length <= 3 && isSurname(token))
  if (
    NAME.test(token) &&
    !unit &&
    (token.length < 4 || isTranscribed(token) || !splitNames(token)) &&
    (role !== null || known || isSurname(token))
  ) {
    found.push({ name: token, role })
    return {}
  }
  const names = !unit && (role !== null || known) ? (isTranscribed(token) ? [token] : splitNames(token)) : null
  if (!names) return null
  for (const name of names) found.push({ name, role })
  return {}
}

function readRole(
  token: string,
  word: RegExpExecArray,
  held: string | null,
  found: Draft[],
): { role?: string | null } | null {
  const before = token.slice(0, word.index)
  const after = token.slice(word.index + word[0].length)
  const role = asRole(word[0])
  if (NAME.test(before) && !after && TRAILING.test(word[0])) {
    found.push({ name: before, role })
    return { role: null }
  }
  if (held !== null && NAME.test(before) && !UNIT.test(before)) {
    // 记者 甲 乙|通讯员 丙: a line end stood between the name and the next role.
    found.push({ name: before, role: held })
  } else if (!PAPER.test(before) && !UNIT.test(before)) return null
  if (after) {
    const names =
      NAME.test(after) && (after.length < 4 || !splitNames(after))
        ? [after]
        : splitNames(after.replace(/(?:摄影)?报道$|摄$/, ''))
    if (!names) return null
    for (const name of names) found.push({ name, role })
  }
  return { role }
}
