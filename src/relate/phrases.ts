import { readFigureWords } from './seeds.ts'

const words = readFigureWords()

/** What follows a verb that is half of a noun: 志愿服务|队, 展示|区, 交流|活动. */
export const NOUN_TAIL =
  /^(?:队|站|点|店|岗|团|中心|员|车|室|区|平台|窗口|大厅|活动|项目|小?组|所|机构|体系|阵地|品牌|对象|需求|事项|功能|设施|方案|计划|清单|制度|机制|产品|类|单元|空间|场所|驿站|内容|时长|人员|工作|能力|氛围|渠道|网络|基地|联盟|圈)/u
/** Takes counting words off both ends, and a date off the front. */
export function trimLeads(phrase: string): string {
  let trimmed = phrase.replace(/^(?:\d{4}年(?:\d{1,2}月)?(?:以来)?|[今去前]年)/u, '')
  for (let changed = true; changed; ) {
    changed = false
    const lead = words.keep.at(trimmed, 0) ? '' : words.lead.at(trimmed, 0)
    const cut = lead && trimmed.length > lead.length + 1 ? lead.length : 0
    trimmed = trimmed.slice(cut)
    const tail = words.tail.before(trimmed, trimmed.length, 1)
    trimmed = trimmed.slice(0, trimmed.length - tail.length)
    changed = cut > 0 || tail !== ''
  }
  return afterHave(afterVerb(trimmed))
}

/** 农村|建成运营|老年助餐点: what was done to the counted stands before them. */
const DOING =
  /^.{2,}?(?:(?:发放|开展|举办|建成|建立|设立|化解|解决|收集|征集|办理|完成|募集|排查|整治|处理|受理|配备|安装|新增|打造|种植|引进|引入|吸引|覆盖|走访|慰问|救助|发现|整改|拆除|清理|清运|争取|筹集|筹措|拨付|推出|采集|优化调整|运营|提供|组织|出动|吸纳|招募|孵化|培育|盘活|改造|修缮|栽种|栽植|更换|张贴|悬挂|捐赠|捐助|捐献|赠送|送去|投入|下拨|购买|购置|创建|创设))+(?:了|出|各类|各种)?(?=\p{Script=Han}{2})/u

function afterVerb(phrase: string): string {
  const done = DOING.exec(phrase)?.[0] ?? ''
  const rest = phrase.slice(done.length)
  return done && !NOUN_TAIL.test(rest) ? rest : phrase
}

/** 社区现有|居民: who has it is the subject's business. */
function afterHave(phrase: string): string {
  for (const word of ['共有', '现有', '已有', '设有', '内有', '拥有', '下设', '辖有', '下辖']) {
    const at = phrase.indexOf(word)
    if (at >= 0 && at + word.length < phrase.length - 1) return phrase.slice(at + word.length)
  }
  return phrase
}
