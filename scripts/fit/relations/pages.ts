import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { GoldArticle } from '../../../src/cli/eval/gold.ts'
import { readGold } from '../../../src/cli/eval/gold.ts'
import { TAGGED_TYPES } from '../../../src/extract/tagger/alphabet.ts'
import type { RelationType } from '../../../src/schema/types.ts'
import { type AnnotatedArticle, readCorpus } from '../corpus.ts'

/** One annotated page: its bytes and what a careful reader found in it. */
export interface GoldPage {
  /** `101`, `012`: the file without its ending; folds and blind pages are told by it. */
  readonly name: string
  readonly source: string
  readonly bytes: Uint8Array
  readonly articles: readonly GoldArticle[]
  /** Whether figures were annotated too. */
  readonly figures: boolean
  /** How many pages of a corpus it counts as in a fit. */
  readonly times: number
}

/**
 * A page that was really printed tells more than one written for the corpus, whose figures above all follow habits of their
 * own: on pages set aside they are found with F1 .73 where it counts as eight, with .65 where it counts as one.
 */
const REAL_TIMES = 8

/**
 * Reads gold: files of `docs/gold.md` beside their sources, folders of them, and folders of a corpus (`corpus/README.md`).
 * @returns pages sorted by name
 */
export function readPages(paths: readonly string[]): readonly GoldPage[] {
  const pages = paths.flatMap(path => {
    if (!statSync(path).isDirectory()) return readJson(path)
    const figures = readFigures(join(path, 'figures.list'))
    const files = readdirSync(path).filter(name => name.endsWith('.json'))
    return [...files.flatMap(name => readJson(join(path, name))), ...readCorpus(path).map(one => pageOf(one, figures))]
  })
  return pages.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function readJson(path: string): readonly GoldPage[] {
  const { gold } = readGold(path, undefined)
  const source = [dirname(path), join(dirname(path), '../sources')].map(dir => join(dir, gold.source)).find(existsSync)
  if (!source) return []
  const name = basename(path, '.json')
  return [
    {
      name,
      source: gold.source,
      bytes: readFileSync(source),
      articles: gold.articles,
      figures: true,
      times: REAL_TIMES,
    },
  ]
}

type Figures = ReadonlyMap<string, readonly string[]>

/** An article of the corpus as a page of its own. */
function pageOf(annotated: AnnotatedArticle, figures: Figures): GoldPage {
  const counted = figures.get(annotated.id)
  const text = annotated.text.trim()
  const article = articleOf(annotated, text, counted ?? [])
  const bytes = new TextEncoder().encode(`${text}\n`)
  const { id } = annotated
  return { name: id, source: `${id}.txt`, bytes, articles: [article], figures: counted !== undefined, times: 1 }
}

/** Figures by the names of their articles: `=== NAME`, then a line each. */
function readFigures(path: string): Figures {
  const blocks = existsSync(path) ? readFileSync(path, 'utf8').split(/^=== /mu).slice(1) : []
  return new Map(
    blocks.map(block => {
      const [name = '', ...lines] = block.trim().split('\n')
      return [name, lines]
    }),
  )
}

/** The annotation in the form of gold; relations whose ends are no entities of the article are left out. */
function articleOf(annotated: AnnotatedArticle, text: string, counted: readonly string[]): GoldArticle {
  const ids = new Map(annotated.entities.map(({ id }, i) => [id, `e${i + 1}`]))
  const entities = annotated.entities.map(({ type, kind, optional, forms }, i): GoldArticle['entities'][number] => ({
    id: `e${i + 1}`,
    type: TAGGED_TYPES[type]!,
    kind: kind === '-' ? null : kind,
    name: forms[0]!.text,
    aliases: forms
      .filter(({ force }) => force !== 'points')
      .map(({ text: form }) => form)
      .slice(1),
    mentions: forms.map(({ text: form }) => form),
    optional,
  }))
  const relations = annotated.relations.flatMap((relation): GoldArticle['relations'] => {
    const [from, to] = [ids.get(relation.from), ids.get(relation.to)]
    if (!from || !to) return []
    return [{ type: relation.type as RelationType, from, to, optional: relation.optional }]
  })
  const figures = counted.flatMap(line => readFigure(line, ids))
  return { index: 1, start: text.slice(0, 12), end: text.slice(-12), bylines: [], entities, relations, figures }
}

/** `江阳区 | 网格 | 265 | 个 | ~`: subject, measure, value, unit; `~` for about, `?` for optional. */
function readFigure(line: string, ids: ReadonlyMap<string, string>): GoldArticle['figures'] {
  const [subject, measure, value, unit, marks] = line.split(' | ')
  const id = ids.get(subject as string)
  if (!id || !measure || value === undefined) return []
  return [{ subject: id, measure, value: Number(value), unit: unit ?? '', optional: marks?.includes('?') ?? false }]
}
