import { beginsNumeral, type Numeral, numeralAt } from '../text/numerals.ts'
import { readWords } from './seeds.ts'

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

const unitsByFirst = new Map<string, string[]>()
for (const unit of readWords('classifiers')) {
  const list = unitsByFirst.get(unit.charAt(0))
  if (list) list.push(unit)
  else unitsByFirst.set(unit.charAt(0), [unit])
}
for (const list of unitsByFirst.values()) list.sort((a, b) => b.length - a.length)

const unitAt = (text: string, at: number): string =>
  unitsByFirst.get(text.charAt(at))?.find(unit => text.startsWith(unit, at)) ?? ''

/** What follows a number that counts no thing: dates, clock times, ages, spans of time, ordinals, addresses. */
const NO_COUNT = [
  '年',
  '月',
  '日',
  '时',
  '点',
  '分',
  '秒',
  '岁',
  '号',
  '天',
  '周',
  '小时',
  '季',
  '届',
  '级',
  '楼',
  '路',
  '街',
  '单元',
  '期',
  '世纪',
  '刻钟',
  '个月',
  '个小时',
  '个工作日',
  '个多月',
  '个年头',
  '度',
  '℃',
  '型',
  '版',
  '线',
  '、',
  '+',
  '＋',
  '—',
  '-',
  '×',
  '/',
  '.',
]
const ABOUT_BEFORE = [
  '不低于',
  '不少于',
  '至少',
  '超过',
  '近',
  '约',
  '超',
  '逾',
  '达到',
  '大约',
  '将近',
  '不到',
  '不足',
  '接近',
  '突破',
  '多达',
  '最多',
  '至多',
  '不超过',
]
const BOUND = ['达到', '多达', '突破']
const ABOUT_AFTER = ['以上', '左右', '以内', '以下', '上下', '开外', '有余', '之多', '多']

/** Longest approximator first. */
ABOUT_BEFORE.sort((a, b) => b.length - a.length)

/** @returns the quantities of `[start, end)` outside names, in order. */
export function quantitiesOf(text: string, start: number, end: number, skipTo: Int32Array): readonly Quantity[] {
  const found: Quantity[] = []
  let i = start
  while (i < end) {
    if ((skipTo[i] as number) > i) {
      i = skipTo[i] as number
      continue
    }
    const opener = text.charAt(i)
    if (opener === '“' || opener === '《') {
      const close = text.indexOf(opener === '“' ? '”' : '》', i)
      if (close > 0 && close < end && close - i < 40) {
        i = close + 1
        continue
      }
    }
    if (!beginsNumeral(text.charCodeAt(i))) {
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
  if (/[A-Za-z0-9+＋×\-—./]/u.test(lead)) return null
  let at = numeral.end
  while (text.charAt(at) === ' ' && at < end) at++
  let unit = ''
  let value = numeral.value
  // 300千|瓦: the multiplier was the unit's.
  const scaled = !numeral.percent && text.charAt(at - 1) === '千' ? unitAt(text, at - 1) : ''
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
    if (NO_COUNT.some(word => text.startsWith(word, at)) && !text.startsWith('点位', at)) return null
    unit = scaled.length > 1 ? scaled : unitAt(text, at)
    if (!unit && numeral.script === 'hanzi') return null
    if (!unit && numeral.value >= 1900 && numeral.value < 2100) return null
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
  if (!isCounted(text, numeral, at, unit)) return null
  const before = ABOUT_BEFORE.find(
    word => numberStart - word.length >= start && text.startsWith(word, numberStart - word.length),
  )
  const after = ABOUT_AFTER.find(word => text.startsWith(word, at))
  return {
    start: numberStart - (before?.length ?? 0),
    numberStart,
    end: at + (after?.length ?? 0),
    value,
    unit,
    approx: about || after !== undefined || (before !== undefined && !BOUND.includes(before)),
    script: numeral.script,
  }
}

/** 一名, 一个 and the like are articles rather than counts; hanzi counts need a noun after them (两个重大项目). */
function isCounted(text: string, numeral: Numeral, at: number, unit: string): boolean {
  if (numeral.script === 'arabic' || numeral.percent) return true
  if (numeral.value < 2) return false
  if (numeral.value >= 10) return unit !== ''
  return (
    '个项家支名座处所类'.includes(unit) &&
    /[\p{Script=Han}“]/u.test(text.charAt(at)) &&
    !/[月年]/u.test(text.charAt(at))
  )
}
