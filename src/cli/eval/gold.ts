import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { InputError } from '../../errors.ts'
import { squeeze } from './keys.ts'

const optional = z.boolean().optional()

const goldEntity = z.object({
  id: z.string(),
  type: z.enum(['Place', 'Organisation', 'Programme', 'Person']),
  kind: z.string().nullish(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  mentions: z.array(z.string()).default([]),
  code: z.union([z.string(), z.number()]).nullish(),
  optional,
})

const goldRelation = z.object({
  type: z.enum(['LOCATED_IN', 'PART_OF', 'RUNS', 'WORKS_WITH', 'AFFILIATED_WITH', 'RECEIVED']),
  from: z.string(),
  to: z.string(),
  evidence: z.string().nullish(),
  optional,
})

const goldFigure = z.object({
  subject: z.string(),
  measure: z.string(),
  value: z.number(),
  unit: z.string().nullish(),
  optional,
})

const goldArticle = z.object({
  index: z.number(),
  title: z.string().nullish(),
  start: z.string(),
  end: z.string(),
  bylines: z.array(z.object({ name: z.string() })).default([]),
  entities: z.array(goldEntity).default([]),
  relations: z.array(goldRelation).default([]),
  figures: z.array(goldFigure).default([]),
})

const goldFile = z.object({ source: z.string(), articles: z.array(goldArticle) })

export type GoldEntity = z.infer<typeof goldEntity>
export type GoldArticle = z.infer<typeof goldArticle>
export type GoldFile = z.infer<typeof goldFile>

export interface GoldPage {
  readonly gold: GoldFile
  /** The whole source, squeezed. */
  readonly page: string
}

/**
 * Reads a gold file and the page it is about, which stands beside it, in `../sources` or in `sources`.
 * @throws InputError where the file is no gold or its page is not found
 */
export function readGold(path: string, sources: string | undefined): GoldPage {
  const parsed = goldFile.safeParse(readJson(path))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new InputError({
      what: `not a gold file: ${issue?.message ?? 'unknown form'}`,
      where: `${path} ${issue?.path.join('.') ?? ''}`.trim(),
      remedy: 'Write it as docs/gold.md shows: { source, articles: [{ start, end, entities, relations, figures }] }.',
    })
  }
  const folders = [sources, dirname(path), join(dirname(path), '../sources')].filter(folder => folder !== undefined)
  const found = folders.map(folder => join(folder, parsed.data.source)).find(existsSync)
  if (!found) {
    throw new InputError({
      what: `its source ${parsed.data.source} was not found`,
      where: path,
      remedy: 'Name the folder of the pages with --sources DIR.',
    })
  }
  return { gold: parsed.data, page: squeeze(readFileSync(found, 'utf8')) }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new InputError({ what, where: path, remedy: 'Give the path of a gold file in JSON.' })
  }
}

/** The squeezed body of a gold article within its squeezed page. */
export function bodyOf(article: GoldArticle, page: string): string {
  const last = squeeze(article.end)
  const start = page.indexOf(squeeze(article.start))
  const end = page.indexOf(last, start)
  return page.slice(start, end < 0 ? undefined : end + last.length)
}

/** @returns whether a path's last part is the gold's source. */
export function isSourceOf(gold: GoldFile, path: string): boolean {
  return basename(path.replaceAll('\\', '/')) === gold.source
}
