import type { Mention } from '../model/facts.ts'

const QUOTES = /[“”‘’"'「」『』《》〈〉]/gu
const PLAIN = /^[\p{Script=Han}a-zA-Z0-9+]+$/u
const WIDE = /[＋０-９Ａ-Ｚａ-ｚ．]/gu

/** A name as printed, without quotation and title marks; `“四位一体”的工作模式` loses its 的, ＋ becomes +. */
export function cleanName(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(/([”》])的(?=\p{Script=Han})/gu, '$1')
    .replace(QUOTES, '')
    .replace(WIDE, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/gu, '')
}

/** The name that a mention gives: the proposer's own reading where it has one. */
export function nameOf(mention: Mention): string {
  return mention.name === undefined ? cleanName(mention.text) : cleanName(mention.name)
}

/** What stands between quotation marks in a mention that opens with them: 四位一体 of “四位一体”工作模式. */
export function quotedPart(text: string): string | null {
  const m = /^[^“《]{0,12}[“《]([^”》]{2,})[”》]/u.exec(text)
  return m?.[1] ? cleanName(m[1]) : null
}
