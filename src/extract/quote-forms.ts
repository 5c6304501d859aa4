import type { Reason } from '../model/facts.ts'
import { isFigure } from './phrases.ts'
import { W } from './weights.ts'

const NUMBER_FORM = /^[一二三四五六七八九十百双两0-9]+\p{Script=Han}{1,3}/u
/** “三个维度”, “四大堆”: counts things, and names none. */
const COUNTED_THINGS = /^[一二三四五六七八九十两0-9]+[个大种类项条重道]\p{Script=Han}+$/u
/** “五整合”, “三城联创”, but “三下降”, “双提升”: what is done, not what comes of it. */
const NUMBERED_DOINGS =
  /^[三四五六七八九十3-9](?!.*(?:下降|提升|提高|增长|增加|突破|满意|丰收|降低|减少|问题|难题|矛盾|优势|特点|变化|驾马车)$)\p{Script=Han}{2,3}$/u
/** “国际志愿者日”. */
const OBSERVANCE = /^(?:国际|世界|全国|国家|中国)\p{Script=Han}{2,8}[日周月]$/u
const TWIN_FORM =
  /^(?:以\p{Script=Han}代\p{Script=Han}|(?:一\p{Script=Han}){2,}|\p{Script=Han}{2}[一二三四五六七八九]\p{Script=Han})$/u
/** “党员+网格员”, “发现—上报—处置”. */
export const FORMULA = /[+＋—]/u
/** “区—街道—社区—楼门”四级联动: who stands above whom. */
const LEVELS =
  /^(?:[省市州盟县区旗镇乡村组户]|街道|社区|嘎查|苏木|小区|网格|微网格|楼门|楼栋|楼宇|楼|单元|片区|庭院|中心户|联户|小组)(?:[—－–\-、](?:[省市州盟县区旗镇乡村组户]|街道|社区|嘎查|苏木|小区|网格|微网格|楼门|楼栋|楼宇|楼|单元|片区|庭院|中心户|联户|小组))+$/u
/** “学习、休息、饮水”, “奉献、友爱、互助、进步”: what there is, not what it is called. */
const LISTING = /^\p{Script=Han}{2}(?:、\p{Script=Han}{2}){2,}$/u
/** “周办公、月调度、季测评”: what is done, which may be what it is called. */
const DOINGS = /^\p{Script=Han}{3,4}(?:、\p{Script=Han}{3,4}){2,}$/u
/** “地毯式”排查. */
const MANNER = /^\p{Script=Han}{2,4}[式型化性]$/u
/** “宣传能手”, “大管家”, “联络员”: what someone is likened to. */
const PERSON =
  /(?:[^成全]员|[管专作娘当玩行]家|家人|[^主]人|者|师|侠|兵|勇士|卫士|护士|人士|骑士|大使|天使|能手|助手|推手|高手|选手|多面手|舵手|尖兵|标兵|先生|大姐|大妈|大嫂|大叔|大爷|老师|朋友|战友|小哥|达人|参谋|军师|保姆|支书|书记|主任|[^员成生]长|[主骨]心骨|后盾|[先主生]力军|娘|妈|红娘)$/u
/** “小电梯”托起“大民生”. */
const SMALL_AND_GREAT = /^[小大老]\p{Script=Han}{1,2}$/u
/** “舌尖上的港湾”, “网格员的一天”: a phrase. */
const PHRASE = /\p{Script=Han}的\p{Script=Han}/u
/** “最美社工”, “中国好人”: titles by their own words. */
const HONOUR = /^(?:最美|最佳|十佳|百佳|优秀|先进|模范|金牌|五好|好)|好人$|之星$|标兵$|模范$|^(?:全国|中国|全省|全市)/u
/** “融合度”, “获得感”, “连心桥”, “便民大礼包”: a quality or a picture. */
const ABSTRACT =
  /^\p{Script=Han}{1,3}(?:度|感|力|率|量|值|关|题|卷|曲|歌|账|桥|棋|牌|梦|难|热|冷|劲|味|气|路|经|戏|痛|病|症|结|疙瘩)$|(?:礼包|港湾|密码|引擎|答卷|底色|底气|名片|样板|风景|风景线|画卷|蓝图|图景|色彩|故事|声音|能量|动力|活力|合力|力量|温度|高度|深度|厚度|广度|难题|考题|短板|堵点|痛点|难点|盲区|盲点|死角|壁垒|篱笆|鸿沟|瓶颈|枷锁|顽疾|毛病|通病|细胞|血脉|血液|基因|种子|火种|火炬|引线|导火索|土壤|沃土|摇篮|熔炉|阶梯|台阶|跳板|天花板|加速度|加速器|生命线|压舱石|试金石|垫脚石|绊脚石|拦路虎|主心骨|领头雁|排头兵|主力军|生力军|突击手)$/u
/** “小事不出村、矛盾不上交”: what one strives for. */
const CLAUSES = /^\p{Script=Han}{4,}(?:[、，]\p{Script=Han}{4,})+$/u
const QUESTION = /如何|怎么|怎样|什么|为何|哪[里些个]|吗$|呢$/u
/** “要我干”变“我要干”, “等你来”: speech. */
const SPEECH = /^(?:我要|要我|你|您|咱|俺|别|请|有事|谁)|(?:了|吧|啦|着呢)$/u

/** @returns whether the words say what someone is like: “贴心管家”, “宣传能手”. */
export function likensPerson(words: string): boolean {
  return PERSON.test(words)
}

/** @returns whether the words ask something: “如何教育孩子”. */
export function isQuestion(words: string): boolean {
  return QUESTION.test(words)
}

/** What the words around a quotation say, as far as its form is judged by it. */
export interface QuoteSetting {
  /** How many quotations stand in one list with it. */
  readonly listed: number
  /** It is a title, which may well be a person's (“最美社工”). */
  readonly honoured: boolean
  /** Something speaks for a name. */
  readonly supported: boolean
}

/**
 * What the quoted words themselves look like.
 */
export function formReasons(inner: string, { listed, honoured, supported }: QuoteSetting): Reason[] {
  const reasons: Reason[] = []
  const say = (holds: boolean, question: string, weight: number): void => {
    if (holds) reasons.push({ question, weight })
  }
  const counts = COUNTED_THINGS.test(inner)
  const isNumberForm = NUMBER_FORM.test(inner) && inner.length >= 3 && inner.length <= 7 && !counts
  say(isFigure(inner), 'figure of speech', W.slogan)
  say(FORMULA.test(inner), 'formula', W.quoteFormula)
  say(isNumberForm && supported, 'number form', W.quoteNumber)
  say(isNumberForm && !supported && NUMBERED_DOINGS.test(inner), 'numbered doings', W.quoteNumberAlone)
  say(supported && !isNumberForm && TWIN_FORM.test(inner), 'twin form', W.quoteNumber)
  say(!honoured && ABSTRACT.test(inner), 'abstract', W.quoteAbstract)
  say(!honoured && CLAUSES.test(inner), 'clauses', W.quoteClauses)
  say(counts, 'counts things', W.quoteCounts)
  say(listed > 1 && inner.length >= 4, 'listed', W.quoteListed)
  say(/^.(?:、.)+$/u.test(inner), 'single hanzi', -16)
  say(LISTING.test(inner), 'lists of things', -14)
  say(DOINGS.test(inner), 'list of doings', -6)
  say(listed === 1 && MANNER.test(inner), 'manner', -14)
  say(inner.length <= 2, 'short', -10)
  say(LEVELS.test(inner), 'levels only', W.slogan)
  say(!honoured && inner.length > 14 && inner.includes('，'), 'sentence', -20)
  say(OBSERVANCE.test(inner), 'a day of the calendar', W.clause)
  say(isQuestion(inner), 'question', -20)
  say(SPEECH.test(inner), 'speech', -14)
  say(!honoured && !HONOUR.test(inner) && likensPerson(inner), 'likens a person', W.quotePerson)
  say(!honoured && SMALL_AND_GREAT.test(inner), 'small and great', W.quotePerson)
  say(inner.length >= 4 && PHRASE.test(inner), 'phrase', W.quotePhrase)
  return reasons
}
