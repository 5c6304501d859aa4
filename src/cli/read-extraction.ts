import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { InputError } from '../errors.ts'
import { entityKind, entityType, relationType } from '../schema/validators.ts'

const span = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })

/** One article of extraction output: one JSON object a line. Offsets count UTF-16 units of `text`. */
const extractedArticle = z.object({
  id: z.string(),
  source: z.string(),
  index: z.number(),
  title: z.string().nullable(),
  date: z.string().nullable(),
  text: z.string(),
  span,
  bylines: z.array(z.object({ name: z.string(), role: z.string() })),
  entities: z.array(
    z.object({
      id: z.string(),
      type: entityType,
      kind: entityKind.nullish(),
      name: z.string(),
      aliases: z.array(z.string()),
      code: z.string().optional(),
      mentions: z.array(span.extend({ text: z.string() })),
    }),
  ),
  relations: z.array(
    z.object({
      type: relationType,
      from: z.string(),
      to: z.string(),
      title: z.string().optional(),
      evidence: span,
      rule: z.string(),
      confidence: z.number(),
      date: z.string().optional(),
    }),
  ),
  figures: z.array(
    z.object({
      subject: z.string(),
      measure: z.string(),
      value: z.number(),
      unit: z.string().nullish(),
      approx: z.boolean(),
      evidence: span,
      rule: z.string().optional(),
      confidence: z.number().optional(),
      date: z.string().optional(),
    }),
  ),
})

export type ExtractedArticle = z.infer<typeof extractedArticle>

/**
 * Reads extraction output.
 * @throws InputError naming the line that is no article
 */
export function readExtraction(path: string): ExtractedArticle[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, i) => {
    if (!line.trim()) return []
    return [parseLine(line, `${path}:${i + 1}`)]
  })
}

function parseLine(line: string, where: string): ExtractedArticle {
  const remedy = 'Make it with `mailuo extract PAGES > FILE`.'
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new InputError({ what: 'this line is not JSON', where, remedy })
  }
  const parsed = extractedArticle.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new InputError({ what: `not an extracted article: ${issue?.path.join('.')}: ${issue?.message}`, where, remedy })
}
