/**
 * How an official name is cut into what people say and what only the register adds: 友好|村民委员会, 玉龙|纳西族自治县.
 * `exact` are the endings under which a text may name the division (友好村), `loose` those that need more evidence.
 */
export interface Cut {
  readonly core: string
  readonly suffix: string
  readonly exact: readonly string[]
  readonly loose: readonly string[]
}

const PEOPLES =
  '蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各'
    .split(' ')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
const PEOPLE = `(?:${PEOPLES.join('|')})`
const AUTONOMOUS = new RegExp(`^(..+?)((?:${PEOPLE}族?)*族?自治(区|州|县|旗))$`, 'u')
const PEOPLES_UNIT = new RegExp(`^(.+?)((?:${PEOPLE}族)+|民族)(乡|镇|苏木|街道|区)$`, 'u')
const UPPER = /^(.+?)(特别行政区|地区|矿区|林区|新区|省|市|盟|区|县|旗)$/u
const TOWNSHIP =
  /^(.+?)(街街道办事处|街街道|街道办事处|街道|镇人民政府|乡人民政府|镇|乡|苏木|地区办事处|地区|区域服务中心|办事处)$/u
const VILLAGE =
  /^(.+?)((?:社区|嘎查|村)*)((?:村民|居民|社区居民|牧民|渔民|村|居|家|牧|渔|民|社区|嘎查)?(?:居民会|居会|委员会|委会|委员|员委会|员会|居委|委)[会员委]*)?(（[^（）]*）)?$/u

/** 乌拉特中|旗, 内蒙古|自治区, 峰峰|矿区: provinces, prefectures and counties may also be named without their level word. */
export function cutUpper(name: string): Cut {
  const own = AUTONOMOUS.exec(name) ?? PEOPLES_UNIT.exec(name)
  if (own) {
    const [, core = name, suffix = ''] = own
    const whole = name.slice(core.length)
    const unit = whole.slice(-1)
    return {
      core,
      suffix: whole,
      exact: unit === '区' && suffix.endsWith('治区') ? [whole] : [whole, unit],
      loose: [''],
    }
  }
  const plain = UPPER.exec(name)
  if (!plain) return { core: name, suffix: '', exact: [''], loose: [] }
  const [, core = name, suffix = ''] = plain
  return { core, suffix, exact: [suffix], loose: [''] }
}

/** 通道|街街道 also answers to 通道街, 翠玉|傈僳族普米族乡 to 翠玉乡. */
export function cutTownship(name: string): Cut {
  const people = PEOPLES_UNIT.exec(name)
  if (people) {
    const core = people[1] ?? name
    const suffix = name.slice(core.length)
    return { core, suffix, exact: [suffix, people[3] ?? ''], loose: [] }
  }
  const [, core = name, suffix = ''] = TOWNSHIP.exec(name) ?? []
  const unit = suffix.replace(/(?<=街道)办事处|人民政府$/u, '').replace(/(?<=地区)办事处$/u, '')
  if (unit.startsWith('街街道')) return { core, suffix, exact: ['街街道'], loose: ['街'] }
  if (unit === '地区') return { core, suffix, exact: ['地区'], loose: ['街道', '镇', '乡'] }
  if (unit === '办事处') return { core, suffix, exact: ['办事处'], loose: ['街道'] }
  return { core, suffix, exact: [unit], loose: [] }
}

const UNIT_OF: readonly (readonly [RegExp, string])[] = [
  [/嘎查/u, '嘎查'],
  [/居|社区|家/u, '社区'],
  [/村|牧|渔|^民/u, '村'],
]

/** 友好|村民委员会 answers to 友好村, 阳光|社区居委会 to 阳光社区, 双龙新|村社区 to itself and, loosely, to 双龙新村. */
export function cutVillage(name: string): Cut {
  const m = VILLAGE.exec(name)
  const [, core = name, chain = '', organ = '', note = ''] = m ?? []
  if (!chain && !organ) return { core: name, suffix: '', exact: [''], loose: [] }
  const suffix = name.slice(core.length)
  const unit = organ ? (UNIT_OF.find(([test]) => test.test(organ))?.[1] ?? '') : ''
  const said = unit && !chain.endsWith(unit) ? chain + unit : chain
  if (!said) return { core, suffix, exact: [], loose: ['村', '社区'] }
  const first = /^(?:社区|嘎查|村)/u.exec(said)?.[0] ?? said
  const exact = new Set([said])
  const loose = new Set<string>()
  if (said === '村村') exact.add('村')
  else if (first === '嘎查' || first === '社区') exact.add(first)
  else if (first !== said) loose.add(first)
  if (said === '社区') for (const own of ['居民区', '居']) exact.add(own)
  return { core, suffix, exact: [...exact], loose: note ? [...loose, ''] : [...loose] }
}
