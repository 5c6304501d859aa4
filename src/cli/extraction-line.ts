import type { Facts } from '../model/facts.ts'
import type { ExtractedArticle } from './read-extraction.ts'

/** The facts of one article as one line of extraction output, without the line end. */
export function extractionLine({ article, entities, relations, figures }: Facts): string {
  const { id, source, index, title, date, text, bylines } = article
  const line: ExtractedArticle = {
    id,
    source,
    index,
    title,
    date,
    text,
    span: { start: article.span.start, end: article.span.end },
    bylines: bylines.map(({ name, role }) => ({ name, role })),
    entities: entities.map(entity => ({
      id: entity.id,
      type: entity.type,
      kind: entity.kind,
      name: entity.name,
      aliases: [...entity.aliases],
      ...(entity.code === undefined ? {} : { code: entity.code }),
      mentions: entity.mentions.map(({ start, end, text }) => ({ start, end, text })),
    })),
    relations: relations.map(relation => ({ ...relation, evidence: pick(relation.evidence) })),
    figures: figures.map(figure => ({ ...figure, evidence: pick(figure.evidence) })),
  }
  return JSON.stringify(line)
}

const pick = ({ start, end }: { start: number; end: number }) => ({ start, end })
