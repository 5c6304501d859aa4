import { leadOf } from '../../../src/ingest/leads.ts'
import { endsSentence } from '../../../src/ingest/lines.ts'
import { type AnnotatedArticle, readCorpus } from '../corpus.ts'

/** A paragraph of a story, with the subhead that its author put over it. */
export interface Part {
  readonly subhead: string | null
  readonly text: string
}

/** An article of the corpus, taken apart so that a layout can set it anew. */
export interface Story {
  readonly id: string
  readonly title: string
  readonly parts: readonly Part[]
  /** A village, township or district of its first paragraph, for layouts that head items with it. */
  readonly place: string | null
}

const CREDIT = /记者|通讯员|作者|供稿|编辑|供图|摄$|来源|文\/图/u
const LONGEST_SUBHEAD = 26
const SHORTEST_PARAGRAPH = 12
const LONGEST_TITLE = 44
const PLACE = /[\u4e00-\u9fff]{2,4}?(?:街道|社区|镇|乡|村|县|区)/u

/** Written for pages with layouts of their own, on which cutting is tried by hand: no page is composed of them. */
const KEPT_APART = { from: 3300, to: 3499 }
export const isKeptApart = ({ id }: { readonly id: string }): boolean =>
  Number(id) >= KEPT_APART.from && Number(id) <= KEPT_APART.to

const isSubhead = (line: string): boolean =>
  line.length <= LONGEST_SUBHEAD && !endsSentence(line) && !/[，：、；]$/u.test(line)

/** @returns the story, or null where the corpus sets it in a layout of its own: bulleted, numbered, in brackets, as a dialogue. */
function storyOf({ id, text }: AnnotatedArticle): Story | null {
  const [title = '', ...rest] = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const lines = rest.filter(line => line.length > 60 || endsSentence(line) || !CREDIT.test(line))
  const parts: Part[] = []
  let subhead: string | null = null
  for (const line of lines) {
    if (/^[●■▲△◆★▪【（(#*]|^[一二三四五六七八九十\d]+[、．.]|^(?:问|答)|讯|图|编者/u.test(line.slice(0, 12)))
      return null
    if (line.length >= SHORTEST_PARAGRAPH && endsSentence(line) && !CREDIT.test(line.slice(-16))) {
      parts.push({ subhead, text: line })
      subhead = null
    } else if (isSubhead(line) && subhead === null && parts.length) subhead = line
    else return null
  }
  const isTitle = !/[。【】●]/u.test(title) && title.length >= 8 && title.length <= LONGEST_TITLE
  if (!isTitle || !parts.length || subhead !== null || leadOf(parts[0]?.text ?? '')) return null
  return { id, title, parts, place: PLACE.exec(parts[0]?.text ?? '')?.[0] ?? null }
}

/** @returns the stories of the corpus in its order */
export const readStories = (): readonly Story[] =>
  readCorpus().flatMap(article => (isKeptApart(article) ? [] : (storyOf(article) ?? [])))
