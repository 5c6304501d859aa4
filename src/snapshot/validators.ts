import { z } from 'zod'
import { edgeType, entityKind, nodeType } from '../schema/validators.ts'
import { articleFactsSchema, articleHead } from './facts-schema.ts'
import type { Snapshot } from './format.ts'
import { judgementSchema } from './judgement-schema.ts'

const offset = z.int().min(0)
const count = z.int().min(0)
const probability = z.number().min(0).max(1)
/** `2024`, `2024-03`, `2024-03-05`. */
const date = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const evidence = z.strictObject({
  article: z.string(),
  start: offset,
  end: offset,
  quote: z.string(),
  rule: z.string(),
  confidence: probability,
  date: date.exactOptional(),
  title: z.string().exactOptional(),
})

/** A node as the graph holds it. */
export const nodeSchema: z.ZodType<Snapshot['graph']['nodes'][number]> = z.strictObject({
  key: z.string().min(1),
  attributes: z.strictObject({
    type: nodeType,
    kind: entityKind.nullable(),
    name: z.string(),
    aliases: z.array(z.string()),
    code: z
      .string()
      .regex(/^\d{2,12}$/)
      .exactOptional(),
    anchor: z.string(),
    x: z.number(),
    y: z.number(),
    community: z.int().min(-1),
    degree: count,
    articles: count,
    date: date.exactOptional(),
    measure: z.string().exactOptional(),
    value: z.number().exactOptional(),
    unit: z.string().exactOptional(),
    approx: z.boolean().exactOptional(),
    source: z.string().exactOptional(),
  }),
})

export const edgeSchema: z.ZodType<Snapshot['graph']['edges'][number]> = z.strictObject({
  key: z.string().min(1),
  source: z.string(),
  target: z.string(),
  attributes: z.strictObject({
    type: edgeType,
    evidence: z.array(evidence),
    confidence: probability,
    date: date.exactOptional(),
    titles: z.array(z.string()).exactOptional(),
    count: count.exactOptional(),
  }),
})

export const articleSchema: z.ZodType<Snapshot['articles'][number]> = z.strictObject({
  id: z.string().min(1),
  source: z.string(),
  index: z.int().min(1),
  ...articleHead,
  text: z.string().nullable(),
  hash: sha256,
  mentions: z.array(z.strictObject({ node: z.string(), start: offset, end: offset })),
})

const reportItem = z.strictObject({
  source: z.string(),
  place: z.string().nullable(),
  reason: z.string(),
  remedy: z.string(),
})

/** The whole file. Unknown members are refused: a file of this version has none. */
export const snapshotSchema: z.ZodType<Snapshot> = z.strictObject({
  format: z.literal('mailuo'),
  version: z.string(),
  generator: z.string(),
  title: z.string(),
  scope: z.string(),
  licence: z.string(),
  author: z.string().exactOptional(),
  cite: z.string().exactOptional(),
  articles: z.array(articleSchema),
  graph: z.strictObject({
    options: z.strictObject({ type: z.literal('directed'), multi: z.literal(true), allowSelfLoops: z.literal(true) }),
    attributes: z.strictObject({}),
    nodes: z.array(nodeSchema),
    edges: z.array(edgeSchema),
  }),
  layout: z.strictObject({ algorithm: z.string(), seed: z.int(), iterations: count }),
  views: z.array(z.unknown()),
  queries: z.array(z.unknown()),
  report: z.array(reportItem),
  judgements: z.array(judgementSchema).exactOptional(),
  facts: z.array(articleFactsSchema).exactOptional(),
  hash: sha256,
})
