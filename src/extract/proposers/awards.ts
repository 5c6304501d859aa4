import { offer, type Propose } from '../candidate.ts'
import { phrases } from '../phrases.ts'
import type { Proposer, Scene } from '../proposer.ts'
import { W } from '../weights.ts'
import { C } from '../word-class.ts'
import { isJoin } from './list-members.ts'

const LONGEST_OBJECT = 90
const SHORTEST = 5
const LONGEST = 34
/** …等多项[荣誉称号]: the list is one of honours, whatever its members look like. */
const SUMMED =
  /^(?:等)?(?:多[项个]|[一二三四五六七八九十两\d]+[项个]|国家级|省级|市级|省市级|各类|各级)*(?:荣誉称号|荣誉|称号|奖项|奖励|殊荣|表彰)/u
/** 2023年度[…], 先后[…], 了[…]. */
const LEAD = /^(?:了|过|为|由[^，、]{2,8}颁发的|(?:\d{4}|[一二三四五六七八九〇零]{4})年(?!度)|先后|连续\S{1,3}年)+/u
const HONOURED =
  /(?:先进|优秀|示范|模范|标杆|样板|试点|实验|试验|改革|文明|最美|十佳|百佳|百强|十强|平安|和谐|卫生|健康|绿色|美丽|和美|生态|宜居|幸福|星级|特色|重点|典型|典范|民主法治|红旗|一级|甲级|[345]A级?|友好型?|枫桥式|无障碍|充分就业|书香|智慧|法治|清廉|创新|创业|优质|放心|诚信|科普|爱国主义|实践|教育|特等|一等|二等|三等|金牌|银牌|劳动|英雄|杰出|年度|之星)/u
const BORNE_BY =
  /(?:集体|个人|单位|组织|支部|党委|社区|村|县|县（市、区）|区|市|镇|乡|街道|城市|村落|村寨|户|家庭|基地|站|点|园|园区|校|校园|学校|企业|品牌|案例|项目|奖|手|岗|号|标兵|模范|之星|之乡|好人|人物|工作者|志愿者|窗口|团队|队|教师|医院|机构|景区|街区|小区|工程|成果|作品|奖章|奖状|派出所|司法所|法庭|协会|合作社|农场|商圈|市场|楼宇|工作室|食堂|庭院|青年|员|义工|人|者)$/u

/** What is awarded: 获评[全省和谐社区建设示范社区]、[全国综合减灾示范社区]等荣誉称号. Quoted names are the quotations' own. */
export const proposeAwards: Proposer = (scene, propose) => {
  const { count, classes, starts, ends, text } = scene.reading
  for (let i = 0; i < count; i++) {
    if (classes[i] !== C.govern || !phrases().awards.has(text.slice(starts[i]!, ends[i]!).replace(/了$/u, ''))) continue
    i = proposeObject(scene, i + 1, propose)
  }
}

/** @returns the last token of the object that begins at `from`. */
function proposeObject({ reading }: Scene, from: number, propose: Propose): number {
  const { count, classes, starts, text } = reading
  const items: [start: number, end: number][] = []
  let first = from
  let at = from
  let summed = false
  for (; at < count && starts[at]! - starts[from]! < LONGEST_OBJECT; at++) {
    const kind = classes[at]!
    summed = SUMMED.test(text.slice(starts[at]!, starts[at]! + 16))
    const isEnd = kind === C.stop || kind === C.comma || kind === C.govern || summed
    if (!isEnd && !isJoin(kind)) continue
    const goesOn = !isEnd && !BORNE_BY.test(text.slice(starts[first]!, starts[at]!))
    if (goesOn) continue
    if (at > first) items.push([starts[first]!, starts[at]!])
    first = at + 1
    if (isEnd) break
  }
  for (const [start, end] of items) proposeItem(text, start, end, summed, propose)
  return Math.max(from, Math.min(at, count) - 1)
}

function proposeItem(text: string, start: number, end: number, summed: boolean, propose: Propose): void {
  const from = start + (LEAD.exec(text.slice(start, end))?.[0].length ?? 0)
  const name = text.slice(from, end).replace(/(?:等|称号)+$/u, '')
  if (name.length < SHORTEST || name.length > LONGEST || /[的了“”‘’《》\n]/u.test(name.replace(/“[^”]*”/gu, ''))) return
  if (/^“[^”]*”$/u.test(name) || !BORNE_BY.test(name.replace(/”$/u, '')) || (!summed && !HONOURED.test(name))) return
  offer(propose, {
    start: from,
    end: from + name.length,
    type: 'Programme',
    kind: 'honour',
    rule: 'awarded',
    reasons: [{ question: 'awarded', weight: W.awarded }],
  })
}
