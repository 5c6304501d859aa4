/** The words of a line of credits. */

const REPORTERS =
  '(?:实习|见习|特约|首席|全媒体|融媒体?|摄影|文字|特派|驻站|本[报台网刊站社])*记者|(?:特约|本[报台网刊站社])?通讯员|实习生|信息员|特约撰稿人?|撰稿人?|作者|撰文|文案|供稿|报送|供图|摄影'
const EDITORS =
  '(?:责任|执行|实习|见习|网络|新媒体|值班|本期)?编辑|责编|编审|编校|校对|校核|校审|审校|审核|审稿|审读|审签|签发|核稿|核发|初审|复审|终审|初校|复校|[一二三]审|[一二三]校|总?监制|总编辑?|主编|副主编|值班编委'
/** Those whose part shows on the page, not in the text. */
const OTHERS =
  '总?策划|统筹|出品人?|排版|版式|美术编辑|美编|制作|制图|组版|版面设计|视觉|设计|值班主任|剪辑|音频|播音|配音'

const LEADING = `${REPORTERS}|${OTHERS}|${EDITORS}`
const IS_LEADING = new RegExp(`^(?:${LEADING})$`)
const IS_EDITOR = new RegExp(`^(?:${EDITORS})$`)
const IS_OTHER = new RegExp(`^(?:${OTHERS})$`)
/** Not in 小记者, 记者节, 通讯员们, 摄影展. */
const EVERY_LEADING = new RegExp(
  `(?<!小|青年|学生)(?:${LEADING})(?![们节站证团展赛课部室组员者会从在看来走到了问日获采随手家近昨今说])`,
  'g',
)
/** 甲 [摄]、甲 [文图]、甲 [报道] */
const IS_TRAILING =
  /^(?:摄影报道|采写报道|摄影|摄|供图|文图|图文|图片|图|文字|文|报道|采写|撰文|供稿|报送|整理|综合|采访)$/
const GLUED =
  /(?<=[\u4e00-\u9fff])(摄影报道|采写报道|摄影|文图|图文|采写|整理|报道|供图|供稿|摄)(?=$|[\s、，,；;（）()/／|｜])/g
/** [看看新闻Knews]记者, [极目新闻]记者 */
const NEWSROOM =
  /^(?!(?:[全融]媒体?|首席|实习|见习|特派|摄影|特约|文字|驻站)*记者)[\u4e00-\u9fffA-Za-z·]{2,14}?(?=(?:[全融]媒体?|首席|实习|见习|特派|摄影)*记者[\s：:])/
/** 记者许安琪[上海]报道 */
const PLACED =
  /(记者\s*[\u4e00-\u9fff]{2,3}?)\s?(?:(?:北京|上海|天津|重庆|香港|澳门|广州|深圳|[\u4e00-\u9fff]{1,2}[市县区州]))报道/g
/** 审 核, 责 编: justified. */
const SPREAD =
  /(?<![\u4e00-\u9fff])(审|编|校|责|监|终|初|复|记|作|供|摄|主)[ \u3000]+(核|辑|对|编|制|审|者|稿|影|图|校)(?=[\s：:丨|｜])/g

/** How credits begin: 本报, 某市日报, 某区融媒体中心, 晚报·客户端 */
const PAPER = /^(?:本[报台网刊站社]|.*(?:报|台|网|社|刊|媒|中心|媒体|记者站|客户端|频道|发布|新闻|在线|杂志|壹点|号))$/
const MEDIA = /报|台|网|社|刊|媒|新闻|客户端|发布|频道|壹点|在线/
const UNIT =
  /(?:中心|局|办|部|委|会|站|所|队|院|校|社|网|台|街道|社区|镇|乡|县|区|市|旗|村|公司|集团|党支部|宣传|政务|发布|学院|大学|银行|[街司处科])$/

export type Word = 'leading' | 'trailing' | 'unit' | 'other'

/** @returns what the word is in a line of credits. */
export function wordOf(word: string): Word {
  if (IS_LEADING.test(word)) return 'leading'
  if (IS_TRAILING.test(word)) return 'trailing'
  return isUnit(word) ? 'unit' : 'other'
}

/** 本报, 某市日报·客户端, 某街道办: it says whose they are. */
export function isUnit(word: string): boolean {
  if (word.length > 20) return false
  return UNIT.test(word) || PAPER.test(word) || (word.includes('·') && MEDIA.test(word)) || /^驻.{1,6}$/.test(word)
}

/** 编辑, 校对, 终审 */
export const isEditor = (role: string): boolean => IS_EDITOR.test(role)
/** 策划, 排版: named on the page, but neither wrote nor saw the text through. */
export const isBackstage = (role: string): boolean => IS_OTHER.test(role)

/** 记者[ ]刘 晨, 王晓光[ ]摄: roles that touch names are set apart. */
export function setApart(line: string): string {
  return line
    .replace(SPREAD, '$1$2')
    .replace(/文[、\s]*[/／与和]?\s*图(?=$|[\s、，,；;（）():：])|文\s*[/／]\s*(?:图|摄影|摄)/g, ' 文图 ')
    .replace(/ 文图 \s*[/／]\s*视频?/g, ' 文图 ')
    .replace(/图\s*[/／]\s*文/g, ' 图文 ')
    .replace(/(记者站|编辑部|报道组)(?=[\u4e00-\u9fff])/g, '$1 ')
    .replace(NEWSROOM, '本报')
    .replace(PLACED, '$1 报道')
    .replace(EVERY_LEADING, ' $& ')
    .replace(GLUED, ' $1')
}
