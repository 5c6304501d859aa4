import { z } from 'zod'
import { entityKind, entityType, relationType } from '../schema/validators.ts'
import type { ArticleFacts } from './format.ts'

const offset = z.int().min(0)
const span = z.strictObject({ start: offset, end: offset })
const probability = z.number().min(0).max(1)
const date = z.string()

/** Head of an article, as snapshots hold it. */
export const articleHead = {
  title: z.string().nullable(),
  date: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
    .nullable(),
  kind: z.enum(['news', 'brief', 'caption', 'column']),
  bylines: z.array(z.strictObject({ name: z.string(), role: z.string() })),
  blocks: z.array(z.strictObject({ start: offset, end: offset, role: z.enum(['paragraph', 'subhead', 'caption']) })),
}

const entity = z.strictObject({
  id: z.string(),
  type: entityType,
  kind: entityKind.nullable(),
  name: z.string(),
  aliases: z.array(z.string()),
  code: z.string().exactOptional(),
  anchor: z.string(),
  spans: z.array(offset),
})

const relation = z.strictObject({
  type: relationType,
  from: z.string(),
  to: z.string(),
  title: z.string().exactOptional(),
  evidence: span,
  rule: z.string(),
  confidence: probability,
  date: date.exactOptional(),
})

const figure = z.strictObject({
  subject: z.string(),
  measure: z.string(),
  value: z.number(),
  unit: z.string(),
  approx: z.boolean(),
  evidence: span,
  rule: z.string(),
  confidence: probability,
  date: date.exactOptional(),
})

/** What one article says. */
export const articleFactsSchema: z.ZodType<ArticleFacts> = z.strictObject({
  id: z.string().min(1),
  source: z.string(),
  index: z.int().min(1),
  repeated: z.strictObject(articleHead).exactOptional(),
  entities: z.array(entity),
  relations: z.array(relation),
  figures: z.array(figure),
})
