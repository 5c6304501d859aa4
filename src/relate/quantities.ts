import { beginsNumeral, type Numeral, numeralAt } from '../text/numerals.ts'
import { readClassifiers, readFigureWords, WordSet } from './seeds.ts'

/** A number with its classifier, as the text writes them. */
export interface Quantity {
  /** From the approximator before the number (近, 约, 超) to the end of the unit. */
  readonly start: number
  readonly numberStart: number
  readonly end: number
  readonly value: number
  readonly unit: string
  readonly approx: boolean
  readonly script: Numeral['script']
}

const words = readFigureWords()
const units = new WordSet(readClassifiers())

/** What makes a number part of a larger sign: 1+8+N, 7×24, T6307. */
const JOINED = new Uint8Array(65536)
for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+＋×-—./') JOINED[c.charCodeAt(0)] = 1

const QUOTE = '“'.charCodeAt(0)
const BOOK = '《'.charCodeAt(0)

/** @returns the quantities of `[start, end)` outside names, in order. */
export function quantitiesOf(text: string, start: number, end: number, skipTo: Int32Array): readonly Quantity[] {
  const found: Quantity[] = []
  let i = start
  while (i < end) {
    if ((skipTo[i] as number) > i) {
      i = skipTo[i] as number
      continue
    }
    const code = text.charCodeAt(i)
    if (code === QUOTE || code === BOOK) {
      const opener = text.charAt(i)
      const close = text.indexOf(opener === '“' ? '”' : '》', i)
      if (close > 0 && close < end && close - i < 40) {
        i = close + 1
        continue
      }
    }
    if (!beginsNumeral(code)) {
      i++
      continue
    }
    const numeral = numeralAt(text, i)
    if (!numeral) {
      i++
      continue
    }
    const quantity = read(text, numeral, start, end)
    if (quantity) found.push(quantity)
    i = Math.max(quantity?.end ?? numeral.end, i + 1)
  }
  return found
}

function read(text: string, numeral: Numeral, start: number, end: number): Quantity | null {
  const { approx: about, start: numberStart } = numeral
  const lead = text.charAt(numberStart - 1)
  if ('第几数好上'.includes(lead) && lead !== '' && (lead === '第' || numeral.script === 'hanzi')) return null
  if (JOINED[text.charCodeAt(numberStart - 1)]) return null
  let at = numeral.end
  while (text.charAt(at) === ' ' && at < end) at++
  let unit = ''
  let value = numeral.value
  // 300千|瓦: the multiplier was the unit's.
  const scaled = !numeral.percent && text.charAt(at - 1) === '千' ? units.at(text, at - 1) : ''
  if (scaled.length > 1) {
    at--
    value /= 1000
  }
  if (numeral.percent) {
    unit = '%'
    if (text.startsWith('个百分点', at)) {
      unit = '个百分点'
      at += 4
    }
  } else {
    const hours = hoursOf(text, start, numberStart, at)
    if (words['no-count'].at(text, at) && !text.startsWith('点位', at) && !hours) return null
    unit = hours || (scaled.length > 1 ? scaled : units.at(text, at))
    // 6大|互动摊位: any noun may follow.
    if (
      !unit &&
      numeral.script === 'arabic' &&
      numeral.value <= 30 &&
      /^大\p{Script=Han}{2}/u.test(text.slice(at, at + 3))
    )
      unit = '大'
    if (!unit && numeral.script === 'hanzi') return null
    // 30万|用户 counts; 12345|热线 and 5|G do not.
    if (
      !unit &&
      (numeral.value < (/[余多]/u.test(text.charAt(at - 1)) ? 20 : 1e4) ||
        !/[万亿余多]/u.test(text.charAt(at - 1)) ||
        !/\p{Script=Han}/u.test(text.charAt(at)))
    )
      return null
    at += unit.length
    if (unit === '万元') {
      unit = '元'
      value *= 1e4
    }
    if (unit === '亿元') {
      unit = '元'
      value *= 1e8
    }
  }
  if (isPrice(text, at, unit) || unit === '折' || isDistance(text, start, numberStart, unit)) return null
  if (!isCounted(text, numeral, at, unit) || isPerUnit(text, start, numberStart)) return null
  const before = words['about-before'].before(text, numberStart, start)
  const after = words['about-after'].at(text, at)
  return {
    start: numberStart - before.length,
    numberStart,
    end: at + after.length,
    value,
    unit,
    approx: about || after !== '' || (before !== '' && !words.reached.at(before, 0)),
    script: numeral.script,
  }
}

/** 累计服务时长|近1万小时 counts; 24小时 does not. */
function hoursOf(text: string, start: number, numberStart: number, at: number): string {
  const unit = ['个小时', '小时', '个工时', '课时', '学时'].find(word => text.startsWith(word, at))
  return unit && /时长|时数|累计(?:服务|开展|提供)/u.test(text.slice(start, numberStart)) ? unit : ''
}

/** 一名, 一个 and the like are articles rather than counts; hanzi counts need a noun after them (两个重大项目). */
function isCounted(text: string, numeral: Numeral, at: number, unit: string): boolean {
  if (numeral.script === 'arabic' || numeral.percent) return true
  if (numeral.value < 2) return false
  if (numeral.value >= 10) return unit !== ''
  return (
    '个项家支名座处所类大类'.includes(unit) &&
    /(?!的)[\p{Script=Han}“]/u.test(text.charAt(at)) &&
    !/[月年]/u.test(text.charAt(at))
  )
}

/** 3元|一份, 8元|/份, 5元的|午餐: what one costs counts nothing. */
function isPrice(text: string, at: number, unit: string): boolean {
  return (
    unit.endsWith('元') &&
    /^(?:[/／每]|一[份个餐顿人位次斤碗套荤]|的(?:午餐|早餐|晚餐|套餐|价格|优惠价))/u.test(text.slice(at, at + 5))
  )
}

/** 离家|200米 tells the way, not a length. */
function isDistance(text: string, start: number, at: number, unit: string): boolean {
  return (
    /^(?:米|公里|千米|里)$/u.test(unit) &&
    /[离距](?:家|[^，]{0,8}(?:约|近|不足|仅|有|只)?)$/u.test(text.slice(start, at))
  )
}

/** 每个网格配备1名网格长: a rate, no count. */
function isPerUnit(text: string, start: number, at: number): boolean {
  const each = text.lastIndexOf('每', at)
  return (
    each >= start && at - each < 24 && /^每(?:一?[个名位支栋处户家村人]|社区|网格)/u.test(text.slice(each, each + 3))
  )
}
