import type { NodeItem } from '../data/model.ts'
import { type Readings, SoundIndex } from './sounds.ts'

/** So many names are read at a time while the page has nothing else to do. */
const SLICE = 1000

/** Folds full-width forms and case: ＡＰＰ → app. Most names hold neither and are given back as they are. */
export function fold(text: string): string {
  return PLAIN.test(text) ? text : text.normalize('NFKC').toLowerCase()
}

const PLAIN = /^[\u4e00-\u9fff0-9a-z]*$/

/**
 * All that is written about all nodes as one text, a field a line: its name, its aliases, its code. One `indexOf` walks it at
 * the speed of memory; where a line begins tells whose it is. Beside it the sounds. It is filled in slices, so that no key
 * ever waits for it.
 */
export class SearchIndex {
  readonly nodes: readonly NodeItem[]
  readonly sounds = new SoundIndex()
  /** Lines, each with a line feed at its end; the text begins with one. */
  text = '\n'
  /** Where each line begins, whose it is, and which field: 0 the name, 1 and on the aliases, -1 the code. */
  readonly starts: number[] = []
  readonly owners: number[] = []
  readonly fields: number[] = []
  private readonly pinyin: Readonly<Record<string, string>>
  private read = 0

  /** @param nodes in the order in which equals are listed. @param pinyin by node key: `hui min qu|hui min` */
  constructor(nodes: readonly NodeItem[], pinyin: Readonly<Record<string, string>>) {
    this.nodes = nodes
    this.pinyin = pinyin
  }

  get isWhole(): boolean {
    return this.read === this.nodes.length
  }

  /** Reads some more names. */
  fill(most: number = SLICE): void {
    const until = Math.min(this.nodes.length, this.read + most)
    const lines: string[] = []
    let at = this.text.length
    const line = (text: string, owner: number, field: number) => {
      this.starts.push(at)
      this.owners.push(owner)
      this.fields.push(field)
      lines.push(text)
      at += text.length + 1
    }
    for (; this.read < until; this.read += 1) {
      const node = this.nodes[this.read]
      if (!node) continue
      line(fold(node.name), this.read, 0)
      for (const [field, alias] of node.aliases.entries()) line(fold(alias), this.read, field + 1)
      if (node.code) line(node.code, this.read, -1)
      const readings: Readings = this.pinyin[node.key] ?? ''
      if (readings) this.sounds.add(this.read, readings)
    }
    if (lines.length) this.text += `${lines.join('\n')}\n`
  }
}
