/** An article as an editor hands it to the typesetter. */
export interface Story {
  readonly title: string
  readonly kicker?: string
  readonly paragraphs: readonly string[]
  /** Index of the paragraph → subhead above it. */
  readonly subheads?: Readonly<Record<number, string>>
  readonly names: readonly string[]
}

export interface Layout {
  readonly headlines: 'heap' | 'above' | 'below' | 'mixed'
  readonly byline: 'lead' | 'line' | 'end' | 'none'
  /** Blank lines that page extraction leaves inside paragraphs: one after about this many lines; 0 for none. */
  readonly torn: number
  /** Hanzi a line, by article. */
  readonly widths: readonly number[]
  readonly labels: boolean
  readonly indent: boolean
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T
}

const NO_START = '，。、；：？！”’）》」』】…％%'
const NO_END = '“‘（《「『【'

/** Breaks a paragraph to lines of `width` hanzi as a Chinese newspaper does; the first line is two hanzi short. */
export function wrap(text: string, width: number, indent: boolean): string[] {
  const lines: string[] = []
  let line = ''
  let cells = indent ? 4 : 0
  for (const char of text) {
    const size = char.charCodeAt(0) < 0x80 ? 1 : 2
    if (cells + size > width * 2 && !NO_START.includes(char)) {
      let carry = ''
      while (line && NO_END.includes(line.at(-1) as string)) {
        carry = line.at(-1) + carry
        line = line.slice(0, -1)
      }
      lines.push(line)
      line = carry
      cells = carry.length * 2
    }
    line += char
    cells += size
  }
  if (line) lines.push(line)
  return lines
}

function lead(story: Story, layout: Layout): string {
  return layout.byline === 'lead' ? `本报讯（记者 ${story.names.join(' ')}）` : ''
}

function setBody(story: Story, layout: Layout, width: number, random: () => number): string[] {
  const out: string[] = []
  if (layout.byline === 'line') out.push(`□本报记者 ${story.names.join(' ')}`, '')
  story.paragraphs.forEach((paragraph, i) => {
    const subhead = story.subheads?.[i]
    if (subhead) out.push(...(random() < 0.5 ? ['', subhead, ''] : [subhead]))
    const text = (i ? '' : lead(story, layout)) + paragraph
    const lines = wrap(
      text + (layout.byline === 'end' && i === story.paragraphs.length - 1 ? `（${story.names.join(' ')}）` : ''),
      width,
      layout.indent,
    )
    for (const line of lines) {
      out.push(line)
      if (layout.torn && random() < 1 / layout.torn) out.push('')
    }
  })
  return out
}

function setHeadline(story: Story, random: () => number): string[] {
  const out = story.kicker ? [story.kicker, ''] : []
  const space = story.title.indexOf(' ')
  if (space > 0 && random() < 0.4) return [...out, story.title.slice(0, space), story.title.slice(space + 1), '']
  return [...out, story.title, '']
}

/** Sets a page as text extraction gives it back. */
export function typeset(stories: readonly Story[], layout: Layout, random: () => number): string {
  const out: string[] = layout.labels ? [pick(random, ['党旗飘扬', '社区纪事', '视野', '城事']), ''] : []
  if (layout.labels && random() < 0.5) out.push(...[...pick(random, ['基层观察', '一线', '民生看台'])], '')
  const places = stories.map(() =>
    layout.headlines === 'mixed' ? pick(random, ['heap', 'above', 'below'] as const) : layout.headlines,
  )
  for (const [i, story] of stories.entries()) if (places[i] === 'heap') out.push(...setHeadline(story, random))
  stories.forEach((story, i) => {
    const headline = setHeadline(story, random)
    if (places[i] === 'above') out.push('', ...headline)
    out.push(...setBody(story, layout, layout.widths[i] ?? 17, random), '')
    if (places[i] === 'below') out.push(...headline)
    if (layout.labels && random() < 0.2) out.push('', pick(random, ['红船初心', '阵地', '知行合一', '观潮']), '')
  })
  return out.join('\n')
}
