import { readTitles, type TitleClass, WordSet } from './seeds.ts'

const classes = readTitles()
const titles = new WordSet([...classes.keys()])

/** @returns the longest title that ends right before `end` and begins at or after `floor`, or ''. */
export function titleBefore(text: string, end: number, floor: number): string {
  return titles.before(text, end, floor)
}

/** 的“平安专干”, 的一名收派员: a title that no list holds, at the end of its clause. */
const ENDING = /^的(?:一[名位])?“?(\p{Script=Han}{1,8}(?:长|员|专干|干事|师|手|警|委员|书记|主任|骨干|管家))”?$/u

/** @returns the title that a stretch of text leads up to (的一名|网格员), or ''. */
export function titleAfter(text: string, from: number, end: number): string {
  const named = ENDING.exec(text.slice(from, end))?.[1]
  for (let stop = Math.min(end, from + 14); stop > from; stop--) {
    const title = titles.before(text, stop, from)
    if (title && stop - title.length - from <= 5) return title
  }
  return named ?? ''
}

/** @returns the class of the last of several titles joined by 、. */
export function titleClass(title: string): TitleClass {
  return classes.get(title.slice(title.lastIndexOf('、') + 1)) ?? 'job'
}

/** Levels of places (`levelOf`) that a resident's title speaks of, the nearest first. */
const HOMES: Readonly<Record<string, readonly [number, number]>> = {
  市民: [1, 3],
  村民: [3, 6],
  农民: [3, 6],
  牧民: [3, 6],
  农牧民: [3, 6],
}

/** @returns whether a place of this level can be home to 居民, 村民, 市民. */
export function isHome(title: string, level: number): boolean {
  const [low, high] = HOMES[title] ?? [3, 6]
  return level >= low && level <= high
}
