/** Numbers as this press writes them: 96.4%, 1.23万, 30余万, 近7成, 一百二十三, 百分之九十五, and the damaged 58、47万. */

export interface Numeral {
  readonly start: number
  /** After the number, its multiplier (万, 亿) and the approximator (余, 多) that belongs to it; before any classifier. */
  readonly end: number
  /** Multipliers expanded; a percentage as 96.4, 近7成 as 70. */
  readonly value: number
  readonly percent: boolean
  /** 余, 多, 几 or 来 stands in or after it. Words in front (近, 超) are not looked at. */
  readonly approx: boolean
  readonly script: 'arabic' | 'hanzi'
}

const HANZI_DIGITS = '〇一二三四五六七八九'
const DIGIT = new Int8Array(65536).fill(-1)
for (let d = 0; d < 10; d++) {
  DIGIT[0x30 + d] = d
  DIGIT[0xff10 + d] = d
}
const HANZI = new Int8Array(65536).fill(-1)
for (let d = 0; d < 10; d++) HANZI[HANZI_DIGITS.charCodeAt(d)] = d
HANZI['零'.charCodeAt(0)] = 0
HANZI['两'.charCodeAt(0)] = 2
HANZI['俩'.charCodeAt(0)] = 2

const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }
const SCALE = new Float64Array(65536)
for (const [sign, factor] of Object.entries(SCALES)) SCALE[sign.charCodeAt(0)] = factor

const ABOUT = new Uint8Array(65536)
for (const sign of '余多来几') ABOUT[sign.charCodeAt(0)] = 1

const isPercent = (code: number) => code === 0x25 || code === 0xff05
const isPoint = (code: number) => code === 0x2e || code === 0xff0e || code === 0x00b7
const WAN = '万'.charCodeAt(0)
const YI = '亿'.charCodeAt(0)
const CHENG = '成'.charCodeAt(0)
const COMMA_LIST = '、'.charCodeAt(0)

/** What begins 上千, 千余, 万余. */
const ROUND = new Uint8Array(65536)
for (const sign of '上千万') ROUND[sign.charCodeAt(0)] = 1

/** @returns whether a numeral may begin with this code unit: a cheap test before `numeralAt`. */
export function beginsNumeral(code: number): boolean {
  return DIGIT[code]! >= 0 || HANZI[code]! >= 0 || code === 0x5341 || code === 0x767e || ROUND[code]! > 0
}

/**
 * @param text any text; `at` a UTF-16 offset in it
 * @returns the longest numeral that begins exactly at `at`, or null. 百分之… counts as one numeral.
 */
export function numeralAt(text: string, at: number): Numeral | null {
  if (text.startsWith('百分之', at)) return percentByWords(text, at)
  const round = roundAt(text, at)
  if (round) return round
  return DIGIT[text.charCodeAt(at)]! >= 0 ? arabicAt(text, at) : hanziAt(text, at)
}

/** 上千|人次, 千余|名, 万余|人: a scale alone, about so many. */
function roundAt(text: string, at: number): Numeral | null {
  const up = text[at] === '上'
  const value = SCALE[text.charCodeAt(up ? at + 1 : at)]!
  if (value < 1e2 || (value < 1e3 && !up)) return null
  const end = at + 2
  const about = up ? !beginsNumeral(text.charCodeAt(end)) && !SCALE[text.charCodeAt(end)] : text[at + 1] === '余'
  return about ? { start: at, end, value, percent: false, approx: true, script: 'arabic' } : null
}

function percentByWords(text: string, at: number): Numeral | null {
  const inner = numeralAt(text, at + 3)
  return inner && !inner.percent ? { ...inner, start: at, percent: true } : null
}

/** Runs of digits with a decimal point or thousands separators: `1,234.5`. */
function digitsEnd(text: string, at: number): number {
  let i = at
  while (DIGIT[text.charCodeAt(i)]! >= 0) i++
  while (text.charCodeAt(i) === 0x2c && isGroupOfThree(text, i + 1)) i += 4
  if (isPoint(text.charCodeAt(i)) && DIGIT[text.charCodeAt(i + 1)]! >= 0) {
    i++
    while (DIGIT[text.charCodeAt(i)]! >= 0) i++
  } else if (damagedPoint(text, i)) i += 3
  return i
}

function isGroupOfThree(text: string, at: number): boolean {
  for (let k = 0; k < 3; k++) if (!(DIGIT[text.charCodeAt(at + k)]! >= 0)) return false
  return !(DIGIT[text.charCodeAt(at + 3)]! >= 0)
}

/** 58、47万: a full point read as 、. Two digits and a multiplier must follow, so that the list 3、4万 stays a list. */
function damagedPoint(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== COMMA_LIST) return false
  if (!(DIGIT[text.charCodeAt(at + 1)]! >= 0) || !(DIGIT[text.charCodeAt(at + 2)]! >= 0)) return false
  const next = text.charCodeAt(at + 3)
  return next === WAN || next === YI
}

function plainValue(text: string, start: number, end: number): number {
  let digits = ''
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (DIGIT[code]! >= 0) digits += DIGIT[code]
    else if (isPoint(code) || code === COMMA_LIST) digits += '.'
  }
  return Number(digits)
}

function arabicAt(text: string, at: number): Numeral {
  let end = digitsEnd(text, at)
  let value = plainValue(text, at, end)
  let approx = false
  if (isPercent(text.charCodeAt(end)))
    return { start: at, end: end + 1, value, percent: true, approx: false, script: 'arabic' }
  // 15余万: the approximator may stand before the multiplier, or after it (8万多).
  if (ABOUT[text.charCodeAt(end)] && SCALE[text.charCodeAt(end + 1)]) {
    approx = true
    end++
  }
  let factor = 1
  while (SCALE[text.charCodeAt(end)]) factor *= SCALE[text.charCodeAt(end++)]!
  value = tidy(value * factor)
  if (text.charCodeAt(end) === CHENG && factor === 1 && value <= 10 && !isWordOfCheng(text, end)) {
    end++
    if (ABOUT[text.charCodeAt(end)]) {
      approx = true
      end++
    }
    return { start: at, end, value: tidy(value * 10), percent: true, approx, script: 'arabic' }
  }
  if (ABOUT[text.charCodeAt(end)]) {
    approx = true
    end++
  }
  return { start: at, end, value, percent: false, approx, script: 'arabic' }
}

/** 3成立…, 九成效: 成 begins a word here and is no tenth. */
function isWordOfCheng(text: string, cheng: number): boolean {
  return '立员为功果效长绩熟型分本就品套'.includes(text.charAt(cheng + 1)) && text.length > cheng + 1
}

/** Keeps 36.18 × 10,000 at 361,800 and not at 361,799.99999999994. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12))
}

interface Tally {
  total: number
  section: number
  digit: number
  lastScale: number
  count: number
  run: string
}

function hanziAt(text: string, at: number): Numeral | null {
  const t: Tally = { total: 0, section: 0, digit: -1, lastScale: 0, count: 0, run: '' }
  let approx = false
  let i = at
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (HANZI[code]! >= 0) addDigit(t, HANZI[code]!)
    else if (SCALE[code]) {
      if (t.count === 0 && code !== 0x5341 && code !== 0x767e) return null
      addScale(t, SCALE[code]!)
    } else if (ABOUT[code] && t.lastScale && SCALE[text.charCodeAt(i + 1)]) approx = true
    else break
    t.count++
  }
  if (t.count === 0) return null
  let value = finish(t)
  if (Number.isNaN(value)) return null
  if (text[i] === '点' && HANZI[text.charCodeAt(i + 1)]! >= 0) {
    let decimals = ''
    for (i++; HANZI[text.charCodeAt(i)]! >= 0; i++) decimals += HANZI[text.charCodeAt(i)]
    value = Number(`${value}.${decimals}`)
    if (SCALE[text.charCodeAt(i)] && value < 1e4) value = tidy(value * SCALE[text.charCodeAt(i++)]!)
  }
  if (text.charCodeAt(i) === CHENG && value <= 10 && t.count === 1 && !isWordOfCheng(text, i)) {
    return { start: at, end: i + 1, value: value * 10, percent: true, approx, script: 'hanzi' }
  }
  if (ABOUT[text.charCodeAt(i)] && t.lastScale >= 10) {
    approx = true
    i++
  }
  return { start: at, end: i, value, percent: false, approx, script: 'hanzi' }
}

function addDigit(t: Tally, digit: number): void {
  t.run += digit
  // 二〇二四 is a row of digits; 一百二十三 is not.
  t.digit = t.digit >= 0 ? t.digit * 10 + digit : digit
}

function addScale(t: Tally, scale: number): void {
  const count = t.digit < 0 ? (t.section > 0 && scale < 1e4 ? 0 : 1) : t.digit
  if (scale >= 1e4) {
    const section = t.section + Math.max(t.digit, 0)
    t.total = (t.total + (section || 1)) * scale
    t.section = 0
  } else t.section += count * scale
  t.digit = -1
  t.lastScale = scale
  t.run = ''
}

function finish(t: Tally): number {
  if (t.lastScale === 0) return t.run.length === t.count ? Number(t.run) : Number.NaN
  // 三万五 = 35,000, 两千三 = 2,300; 一百零五 = 105 has its zero.
  const short = t.run.length === 1 && t.lastScale > 10 && t.digit > 0
  return t.total + t.section + (short ? (t.digit * t.lastScale) / 10 : Math.max(t.digit, 0))
}

/** @returns the value of a string that is one numeral and nothing else, or null. */
export function parseNumeral(text: string): number | null {
  const numeral = text === '' ? null : numeralAt(text, 0)
  return numeral && numeral.end === text.length ? numeral.value : null
}
