import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError } from '../../src/errors.ts'
import { TAGGED_TYPES, TYPE_LETTERS } from '../../src/extract/tagger/alphabet.ts'
import { readPage } from '../../src/ingest/read-page.ts'

/** The corpus of the project; its form is told in `corpus/README.md`. */
export const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url))

/** A form of an annotated entity: how it stands in the text, and whether it must be found. */
export interface Form {
  readonly text: string
  /** Index into the tagger's types. */
  readonly type: number
  /** `must`: a name; `may`: optional by the guide; `points`: no name by itself (该县, 社区党委). */
  readonly force: 'must' | 'may' | 'points'
}

export interface AnnotatedEntity {
  /** As relations call it: its first form as it is written, `~` included. */
  readonly id: string
  readonly type: number
  readonly kind: string
  readonly optional: boolean
  readonly forms: readonly Form[]
}

export interface AnnotatedRelation {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly optional: boolean
}

export interface AnnotatedArticle {
  readonly id: string
  /** The headline; empty before it is told apart from the body. */
  readonly title: string
  readonly text: string
  readonly entities: readonly AnnotatedEntity[]
  readonly relations: readonly AnnotatedRelation[]
}

/** Where a form stands, in UTF-16 units. */
export interface FormSpan extends Form {
  readonly start: number
  readonly end: number
}

const ENTITY = /^(\??)([POGH]) (\S+) \| (.+)$/u
const RELATION = /^(\??)([A-Z_]+) \| (.+?) -> (.+)$/u

/** `?G policy | 乡村振兴战略 = ~战略` */
function readEntity(line: string): AnnotatedEntity | undefined {
  const found = ENTITY.exec(line)
  if (!found) return undefined
  const [, optional, letter, kind, cell] = found
  const type = TYPE_LETTERS.indexOf(letter!)
  const written = cell!.split(' = ')
  const forms = written.map((form): Form => {
    const force = form.startsWith('~') ? 'points' : optional ? 'may' : 'must'
    return { text: form.replace(/^~/u, ''), type, force }
  })
  return { id: written[0]!, type, kind: kind!, optional: optional === '?', forms }
}

/** `RUNS | 华阳街道党工委 -> “邻里一家亲”主题活动` */
function readRelation(line: string): AnnotatedRelation | undefined {
  const found = RELATION.exec(line)
  return found ? { type: found[2]!, from: found[3]!, to: found[4]!, optional: found[1] === '?' } : undefined
}

function readArticle(block: string, file: string): AnnotatedArticle {
  const [head, annotation = ''] = block.split('\n---\n')
  const end = head!.indexOf('\n')
  const id = head!.slice(0, end)
  const entities: AnnotatedEntity[] = []
  const relations: AnnotatedRelation[] = []
  for (const line of annotation.split('\n').filter(Boolean)) {
    const entity = readEntity(line)
    const relation = entity ? undefined : readRelation(line)
    if (entity) entities.push(entity)
    else if (relation) relations.push(relation)
    else
      throw new InputError({
        what: `Neither an entity nor a relation: ${line}`,
        where: `${file}, article ${id}`,
        remedy: 'corpus/README.md tells the form of both.',
      })
  }
  return { id, title: '', text: head!.slice(end + 1), entities, relations }
}

/** Reads every article of a folder, by the names of its files. @throws InputError where a line is neither entity nor relation */
export function readCorpus(folder = CORPUS): AnnotatedArticle[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .flatMap(name =>
      readFileSync(join(folder, name), 'utf8')
        .split(/^=== /mu)
        .slice(1)
        .map(block => readArticle(block, join(folder, name))),
    )
}

/** The article as extraction gets it: cut into headline and body, or into several where it is a digest. */
export function cutArticle(article: AnnotatedArticle): AnnotatedArticle[] {
  const { articles } = readPage(article.id, new TextEncoder().encode(article.text))
  return articles.map(({ title, text }, i) => ({ ...article, id: `${article.id}/${i + 1}`, title: title ?? '', text }))
}

const FORCES = ['must', 'may', 'points']

/** Every place where a form stands, the longest first; forms of one type do not overlap. */
export function findForms({ text, entities }: AnnotatedArticle): FormSpan[] {
  const spans: FormSpan[] = []
  for (let type = 0; type < TAGGED_TYPES.length; type++) {
    const forms = entities
      .flatMap(entity => entity.forms)
      .filter(form => form.type === type)
      .sort((a, b) => b.text.length - a.text.length || FORCES.indexOf(a.force) - FORCES.indexOf(b.force))
    const taken = new Uint8Array(text.length)
    for (const form of forms)
      for (let start = text.indexOf(form.text); start >= 0; start = text.indexOf(form.text, start + 1)) {
        const end = start + form.text.length
        if (taken.subarray(start, end).some(Boolean)) continue
        taken.fill(1, start, end)
        spans.push({ ...form, start, end })
      }
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end || a.type - b.type)
}
