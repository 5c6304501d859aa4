import type { Dice } from './dice.ts'
import { subheadsOf } from './heads.ts'
import type { HeadForm, Item, Layout } from './layout.ts'
import { wrap } from './layout.ts'
import { type Composed, newSheet, type Sheet } from './page.ts'
import type { Story } from './stories.ts'

/** So many items a page holds, and so many paragraphs a part of a feature. */
const FEWEST = 3
const SPREAD = 5
const MOST_BRIEF = 260

/** Composes one page of a layout; the same dice compose the same page. */
export function composePage(layout: Layout, stories: readonly Story[], dice: Dice): Composed {
  const sheet = newSheet()
  const cells = dice.pick(layout.wrap)
  sheet.print(...layout.top(dice))
  if (layout.genre === 'feature')
    feature(sheet, layout, dice.pick(stories.filter(({ parts }) => parts.length > 2)), dice, cells)
  else items(sheet, layout, stories, dice, cells)
  sheet.print(...layout.foot(dice))
  return sheet.finish()
}

const blank = (count: number): string[] => Array.from({ length: count }, () => '')

function items(sheet: Sheet, layout: Layout, stories: readonly Story[], dice: Dice, cells: number): void {
  if (layout.intro && dice.hits(60)) sheet.print(...set(layout.intro, layout, cells, dice), ...blank(layout.apart))
  const from = dice.below(stories.length)
  const count = FEWEST + dice.below(SPREAD)
  const fitting = stories.filter(
    ({ parts, place }) => place && (layout.genre !== 'briefs' || brief(parts[0]?.text ?? '')),
  )
  for (let at = 0; at < count; at++) {
    // Neighbours in the corpus are of one province.
    const story = fitting[(from + at) % fitting.length]
    if (!story) continue
    const item: Item = { title: story.title, place: story.place ?? '', at }
    sheet.begin(layout.head.titled(item))
    const kept = layout.genre === 'briefs' ? 1 : layout.genre === 'digest' ? 1 + dice.below(2) : story.parts.length
    const texts = story.parts
      .slice(0, kept)
      .flatMap(({ subhead, text }) => (subhead && kept > 2 ? [subhead, text] : [text]))
    printItem(sheet, layout, item, texts, dice, cells)
    if (at < count - 1) sheet.print(...blank(layout.apart))
  }
}

const brief = (text: string): boolean => text.length <= MOST_BRIEF

function printItem(
  sheet: Sheet,
  layout: Layout,
  item: Item,
  texts: readonly string[],
  dice: Dice,
  cells: number,
): void {
  printHead(sheet, layout.head, item)
  sheet.print(...(layout.byline?.(dice) ?? []), ...blank(layout.under))
  const prefix = `${layout.head.inline?.(item) ?? ''}${layout.lead?.(dice) ?? ''}`
  const list = texts.length > 3 && dice.hits(60) ? layout.listed : undefined
  const suffix = layout.tail?.(dice, item) ?? ''
  texts.forEach((text, i) => {
    const [first, last] = [i === 0, i === texts.length - 1]
    const point = first ? '' : (list?.inline?.({ ...item, at: i - 1 }) ?? '')
    const whole = `${first ? prefix : ''}${point}${text}${last ? suffix : ''}`
    if (!first) sheet.print(...blank(layout.spaced))
    sheet.body(
      set(whole, layout, cells, dice),
      first ? prefix.length + (layout.indent ? 2 : 0) : 0,
      last ? suffix.length : 0,
    )
  })
  sheet.print(...(layout.signature?.(dice, item) ?? []))
}

const printHead = (sheet: Sheet, head: HeadForm, item: Item): void => sheet.print(...(head.lines?.(item) ?? []))

/** A paragraph as the page prints it. */
function set(text: string, { indent, torn = 0 }: Layout, cells: number, dice: Dice): string[] {
  const lines = wrap(`${indent ? '　　' : ''}${text}`, cells)
  return lines.flatMap((line, i) => (i > 0 && torn && dice.hits(torn) ? ['', line] : [line]))
}

/** One article: its headline, then its parts, each under a head of the layout's form. */
function feature(sheet: Sheet, layout: Layout, { title, parts }: Story, dice: Dice, cells: number): void {
  sheet.print(`${layout.titleMark ?? ''}${title}`, ...(layout.byline?.(dice) ?? []), ...blank(1))
  sheet.begin(title)
  const atOnce = dice.hits(25)
  const subheadOf = subheadsOf(dice)
  const each = 1 + dice.below(2)
  let at = 0
  parts.forEach(({ subhead, text }, i) => {
    const begins = (i + (atOnce ? 0 : each - 1)) % each === 0 && (i > 0 || atOnce)
    const head = subhead ?? (begins ? subheadOf(text) : null)
    const item = { title: head ?? '', place: head ?? '', at }
    const inline = head ? (layout.head.inline?.(item) ?? '') : ''
    if (i > 0) sheet.print(...blank(head ? layout.apart : layout.spaced))
    if (head) {
      sheet.body([...(layout.head.lines?.(item) ?? []), ...blank(layout.under)])
      at++
    }
    sheet.body(set(`${inline}${text}`, layout, cells, dice))
  })
  sheet.print(...(layout.signature?.(dice, { title, place: '', at: 0 }) ?? []))
}
