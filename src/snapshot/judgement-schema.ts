import { z } from 'zod'
import type { Judgement } from '../model/judgement.ts'
import { edgeType } from '../schema/validators.ts'

const key = z.string().min(1)

/** What every judgement carries: who, why, when, and its id. */
const signed = {
  id: z.string().regex(/^j-[0-9a-f]{16}$/),
  author: z.string(),
  reason: z.string(),
  time: z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/),
}

/** One line of a file of judgements. */
export const judgementSchema: z.ZodType<Judgement> = z.discriminatedUnion('judge', [
  z.strictObject({ judge: z.enum(['same', 'different', 'unsure']), a: key, b: key, ...signed }),
  z.strictObject({
    judge: z.literal('split'),
    node: key,
    articles: z.array(key).min(1),
    name: z.string().min(1).exactOptional(),
    ...signed,
  }),
  z.strictObject({ judge: z.literal('not'), node: key, ...signed }),
  z.strictObject({
    judge: z.literal('wrong'),
    type: edgeType,
    from: key,
    to: key,
    article: key.exactOptional(),
    ...signed,
  }),
  z.strictObject({ judge: z.literal('rename'), node: key, name: z.string().min(1), ...signed }),
  z.strictObject({ judge: z.literal('code'), node: key, code: z.string().regex(/^\d{2,12}$/), ...signed }),
  z.strictObject({ judge: z.literal('withdraw'), of: key, ...signed }),
])
