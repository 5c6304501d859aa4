import type { Article } from '../../src/model/article.ts'
import type { Entity, Mention } from '../../src/model/facts.ts'
import type { EntityKind, EntityType } from '../../src/schema/types.ts'

/** What is marked is a name beyond doubt, in the units of the decoder. */
const SURE = 100

/** `[青山区|Place/county]推行“[板凳会|Programme/mechanism]”` → the bare article and its entities. Equal names are one entity. */
export function readMarked(
  marked: string,
  title: string | null = null,
  date: string | null = '2024-11-20',
): { readonly article: Article; readonly entities: readonly Entity[] } {
  const entities = new Map<string, { type: EntityType; kind: EntityKind | null; mentions: Mention[] }>()
  let text = ''
  const open: { start: number }[] = []
  for (let i = 0; i < marked.length; i++) {
    const c = marked.charAt(i)
    if (c === '[') open.push({ start: text.length })
    else if (c === '|' && open.length) {
      const close = marked.indexOf(']', i)
      const [type, kind] = marked.slice(i + 1, close).split('/') as [EntityType, EntityKind?]
      const start = (open.pop() as { start: number }).start
      const name = text.slice(start)
      const entity = entities.get(name) ?? { type, kind: kind ?? null, mentions: [] }
      entity.mentions.push({
        start,
        end: text.length,
        type,
        kind: kind ?? null,
        rule: 'marked',
        weight: SURE,
        reasons: [],
        text: name,
      })
      entities.set(name, entity)
      i = close
    } else text += c
  }
  let start = 0
  const blocks = text.split('\n').map(line => {
    const block = { start, end: start + line.length, role: 'paragraph' as const }
    start += line.length + 1
    return block
  })
  const article: Article = {
    id: 'marked',
    source: 'marked',
    index: 1,
    title,
    date,
    kind: 'news',
    text,
    span: { start: 0, end: text.length },
    offsets: [],
    blocks,
    bylines: [],
  }
  return {
    article,
    entities: [...entities].map(([name, e], i) => ({
      id: `e${i + 1}`,
      name,
      aliases: [],
      anchor: '',
      reasons: [],
      ...e,
    })),
  }
}
