import type { Dice } from './dice.ts'
import type { HeadForm, Item } from './layout.ts'

const HAN = '一二三四五六七八九十'
const own = ({ title }: Item): string => title
const none = (): null => null
const kicker = ({ place, title }: Item): string => `${place}：${title.replace(/^[^，。]{2,10}[：:]/u, '')}`

const ownLine = (write: (item: Item) => string, titled: HeadForm['titled'] = own): HeadForm => ({
  lines: item => [write(item)],
  titled,
})
const before = (write: (item: Item) => string, titled: HeadForm['titled'] = own): HeadForm => ({
  inline: write,
  titled,
})

/** The forms of heads that pages of this genre use. */
export const HEADS = {
  plain: ownLine(own),
  kicker: ownLine(kicker, kicker),
  twoLines: { lines: ({ place, title }) => [`${place}：`, title], titled: ({ title }) => title },
  brackets: ownLine(({ title }) => `【${title}】`),
  corners: ownLine(({ place, title }) => `「${place}」 ${title}`),
  placeLine: ownLine(({ place }) => `【${place}】`, none),
  numbered: ownLine(({ at, title }) => `${at + 1}．${title}`),
  numberedStop: ownLine(({ at, title }) => `${at + 1}. ${title}。`),
  han: ownLine(({ at, title }) => `${HAN.charAt(at)}、${title}`),
  bracketedHan: ownLine(({ at, title }) => `（${HAN.charAt(at)}）${title}`),
  zeroed: { lines: ({ at, title }) => [`0${at + 1}`, title], titled: own },
  part: { lines: ({ at, title }) => [`PART.0${at + 1}`, title], titled: own },
  markdown: ownLine(({ title }) => `## ${title}`),
  bold: ownLine(({ title }) => `**${title}**`),
  square: ownLine(({ title }) => `■ ${title}`),
  bars: ownLine(({ title }) => `▎${title}`),
  inline: before(({ title }) => `【${title}】`),
  inlinePlace: before(({ place }) => `【${place}】`, none),
  bullet: before(() => '●', none),
  triangle: before(() => '△', none),
  square0: before(() => '■', none),
  star: before(() => '★', none),
  bulletPlace: before(({ place }) => `●${place} `, none),
  placeColon: before(({ place }) => `${place}：`, none),
  placeSpace: before(({ place }) => `${place}　`, none),
  hanInline: before(({ at }) => `${HAN.charAt(at)}、`, none),
  numberInline: before(({ at }) => `${at + 1}.`, none),
  circled: before(({ at }) => String.fromCharCode(0x2460 + at), none),
  date: ownLine(({ at }) => `${3 + at}月${5 + at}日　晴`, none),
  time: ownLine(({ at }) => `${6 + at}时30分`, none),
  question: ownLine(({ title }) => `${title}？`, none),
  asked: before(({ title }) => `问：${title}？答：`, none),
  interview: {
    lines: ({ title }) => [`记者：您好，${title}是怎么回事？`],
    inline: ({ at }) => (at ? '王书记：' : ''),
    titled: none,
  },
  scene: { lines: ({ at, title }) => [`【镜头${HAN.charAt(at)}】${title}`], titled: none },
  named: ownLine(({ title }) => `“${title}”`, none),
  hanClause: before(({ at, title }) => `${HAN.charAt(at)}、${title}。`, none),
  bracketedClause: before(({ at, title }) => `（${HAN.charAt(at)}）${title}。`, none),
  bare: before(() => '', none),
} satisfies Record<string, HeadForm>

type Subhead = (clauses: readonly string[], short: readonly string[], quoted: string) => string | undefined

const cut = (text = '', length: number): string => text.slice(0, length)
/** How an author builds subheads: a clause, two short ones, a term in quotes, all of the same length. */
const SUBHEADS: readonly Subhead[] = [
  clauses => clauses[0],
  clauses => clauses.at(-1),
  (_, short) => (short.length > 1 ? `${short.at(-2)} ${short.at(-1)}` : undefined),
  (_, short) => (short.length > 1 ? `${cut(short[0], 4)} ${cut(short[1], 4)}` : undefined),
  (_, short, quoted) => (quoted && short.length ? `${quoted}${short[0]}` : undefined),
  (_, short) => (short.length > 1 ? `“${cut(short[0], 3)}”${cut(short[1], 4)}` : undefined),
  clauses => cut(clauses[0], 6),
]

/** @returns what writes the subheads of one article: the same way all over, or as each part comes. */
export function subheadsOf(dice: Dice): (text: string) => string {
  const way = dice.hits(60) ? dice.pick(SUBHEADS) : null
  return text => {
    const clauses = text.split(/[，。；：？！、“”]/u).filter(part => /^[\u4e00-\u9fff]{4,13}(?<!的)$/u.test(part))
    const short = clauses.filter(({ length }) => length <= 7)
    const quoted = /“[^”]{3,8}”/u.exec(text)?.[0] ?? ''
    return (way ?? dice.pick(SUBHEADS))(clauses, short, quoted) ?? clauses[0] ?? text.slice(0, 9)
  }
}
