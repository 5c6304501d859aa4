import { createHash } from 'node:crypto'
import type { Links } from '../../src/graph/build-graph.ts'
import type { Entity, Facts, Figure, Relation } from '../../src/model/facts.ts'
import type { EntityKind, EntityType, RelationType } from '../../src/schema/types.ts'

/** `[type, kind, name, more]`; mentions are found by the name and the aliases in the text. */
type EntityRow = readonly [
  EntityType,
  EntityKind | null,
  string,
  { readonly code?: string; readonly anchor?: string; readonly aliases?: readonly string[] }?,
]
type RelationRow = readonly [
  RelationType,
  string,
  string,
  string,
  { readonly confidence?: number; readonly title?: string; readonly date?: string }?,
]
type FigureRow = readonly [
  string,
  string,
  number,
  string,
  string,
  { readonly approx?: boolean; readonly date?: string }?,
]

export interface ArticleRow {
  readonly source: string
  readonly index: number
  readonly title: string | null
  readonly date: string | null
  readonly bylines?: readonly { readonly name: string; readonly role: string }[]
  readonly text: string
  readonly entities: readonly EntityRow[]
  readonly relations?: readonly RelationRow[]
  readonly figures?: readonly FigureRow[]
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

function spanOf(text: string, quote: string): { start: number; end: number } {
  const start = text.indexOf(quote)
  if (start < 0) throw new Error(`the fixture quotes what its text does not say: ${quote}`)
  return { start, end: start + quote.length }
}

function entityOf(text: string, [type, kind, name, more = {}]: EntityRow, i: number): Entity {
  const aliases = more.aliases ?? []
  const mentions = [name, ...aliases].flatMap(surface => {
    const found = []
    for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) {
      found.push({
        type,
        kind,
        start: at,
        end: at + surface.length,
        text: surface,
        rule: 'fixture',
        weight: 1,
        reasons: [],
      })
    }
    return found
  })
  const code = more.code === undefined ? {} : { code: more.code }
  return { id: `e${i + 1}`, type, kind, name, aliases, ...code, anchor: more.anchor ?? '', mentions, reasons: [] }
}

/** Makes the facts of an article out of a readable row; relations and figures name entities by name. */
export function factsOf(row: ArticleRow): Facts {
  const { text } = row
  const entities = row.entities.map((entity, i) => entityOf(text, entity, i))
  const idOf = (name: string): string => {
    const entity = entities.find(one => one.name === name)
    if (!entity) throw new Error(`the fixture has no entity ${name}`)
    return entity.id
  }
  const relations = (row.relations ?? []).map(([type, from, to, quote, more = {}]): Relation => {
    const { confidence = 0.9, ...rest } = more
    return { type, from: idOf(from), to: idOf(to), evidence: spanOf(text, quote), rule: 'fixture', confidence, ...rest }
  })
  const figures = (row.figures ?? []).map(([subject, measure, value, unit, quote, more = {}]): Figure => {
    const { approx = false, ...rest } = more
    const evidence = spanOf(text, quote)
    return { subject: idOf(subject), measure, value, unit, approx, evidence, rule: 'fixture', confidence: 0.9, ...rest }
  })
  const article = {
    id: `a-${sha(`${row.title}\n${text}`)}`,
    source: row.source,
    index: row.index,
    title: row.title,
    date: row.date,
    kind: 'news' as const,
    text,
    span: { start: 0, end: text.length },
    offsets: [{ text: 0, source: 0 }],
    blocks: [{ start: 0, end: text.length, role: 'paragraph' as const }],
    bylines: row.bylines ?? [],
  }
  return { article, entities, relations, figures }
}

/** Links by type, name and anchor: all that the fixture needs, so that these tests do not hang on the linker. */
export function linkByName(facts: readonly Facts[]): Links {
  const keyOfEntity = (entity: Entity): string =>
    entity.code ?? `n-${sha([entity.type, entity.anchor, entity.name].join())}`
  const nodes = new Map<string, Links['nodes'][number]>()
  const keys = new Map<string, string>()
  for (const { article, entities } of facts) {
    for (const entity of entities) {
      const key = keyOfEntity(entity)
      const { type, kind, name, anchor, code } = entity
      const aliases = [...new Set([...(nodes.get(key)?.aliases ?? []), ...entity.aliases])].sort()
      nodes.set(key, { key, type, kind, name, aliases, anchor, ...(code !== undefined && { code }) })
      keys.set(`${article.id} ${entity.id}`, key)
    }
  }
  return { nodes: [...nodes.values()], keyOf: (article, entity) => keys.get(`${article} ${entity}`) }
}
