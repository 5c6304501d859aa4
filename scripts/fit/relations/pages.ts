import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { GoldArticle } from '../../../src/cli/eval/gold.ts'
import { readGold } from '../../../src/cli/eval/gold.ts'

/** One annotated page: its bytes and what a careful reader found in it. */
export interface GoldPage {
  /** `101`, `012`: the file without its ending; folds and blind pages are told by it. */
  readonly name: string
  readonly source: string
  readonly bytes: Uint8Array
  readonly articles: readonly GoldArticle[]
  /** Whether figures were annotated too. */
  readonly figures: boolean
}

/**
 * Reads gold: files of `docs/gold.md` beside their sources, folders of them, and folders of a corpus (`corpus/README.md`).
 * @returns pages sorted by name
 */
export function readPages(paths: readonly string[]): readonly GoldPage[] {
  const pages = paths.flatMap(path => {
    if (!statSync(path).isDirectory()) return readJson(path)
    const figures = readFigures(join(path, 'figures.list'))
    return readdirSync(path).flatMap(name => {
      if (name.endsWith('.json')) return readJson(join(path, name))
      return name.endsWith('.txt') ? readCorpusFile(join(path, name), figures) : []
    })
  })
  return pages.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function readJson(path: string): readonly GoldPage[] {
  const { gold } = readGold(path, undefined)
  const source = [dirname(path), join(dirname(path), '../sources')].map(dir => join(dir, gold.source)).find(existsSync)
  if (!source) return []
  const name = basename(path, '.json')
  return [{ name, source: gold.source, bytes: readFileSync(source), articles: gold.articles, figures: true }]
}

const TYPES: Readonly<Record<string, GoldArticle['entities'][number]['type']>> = {
  P: 'Place',
  O: 'Organisation',
  G: 'Programme',
  H: 'Person',
}

type Figures = ReadonlyMap<string, readonly string[]>

/** Articles divided by `=== NAME`, each a text, a line `---`, and its annotation. */
function readCorpusFile(path: string, figures: Figures): readonly GoldPage[] {
  const blocks = readFileSync(path, 'utf8').split(/^=== /mu).slice(1)
  return blocks.map(block => {
    const [head = '', annotation = ''] = block.split('\n---\n')
    const end = head.indexOf('\n')
    const name = head.slice(0, end).trim()
    const text = head.slice(end + 1).trim()
    const counted = figures.get(name)
    const article = readAnnotation(text, annotation.split('\n'), counted ?? [])
    const bytes = new TextEncoder().encode(`${text}\n`)
    return { name, source: `${name}.txt`, bytes, articles: [article], figures: counted !== undefined }
  })
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

/** `P county | 江阳区 = ~全区` and `RUNS | 江阳区 -> “…”`; `?` before a line marks it optional, `~` a form that is no name. */
function readAnnotation(text: string, lines: readonly string[], counted: readonly string[]): GoldArticle {
  const entities: GoldArticle['entities'] = []
  const relations: GoldArticle['relations'] = []
  const ids = new Map<string, string>()
  for (const line of lines) {
    const named = /^(\??)([POGH]) (\S+) \| (.+)$/u.exec(line.trim())
    if (named) {
      const forms = (named[4] as string).split(' = ').map(form => form.trim())
      const bare = forms.map(form => form.replace(/^~/, ''))
      const id = `e${entities.length + 1}`
      ids.set(forms[0] as string, id)
      entities.push({
        id,
        type: TYPES[named[2] as string] as GoldArticle['entities'][number]['type'],
        kind: named[3] === '-' ? null : (named[3] as string),
        name: bare[0] as string,
        aliases: forms.filter(form => !form.startsWith('~')).slice(1),
        mentions: bare,
        optional: named[1] === '?',
      })
      continue
    }
    const related = /^(\??)([A-Z_]+) \| (.+?) -> (.+)$/u.exec(line.trim())
    const from = related && ids.get((related[3] as string).trim())
    const to = related && ids.get((related[4] as string).trim())
    if (related && from && to) {
      const type = related[2] as GoldArticle['relations'][number]['type']
      relations.push({ type, from, to, optional: related[1] === '?' })
    }
  }
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
