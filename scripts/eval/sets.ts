import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type GoldPage, readGold } from '../../src/cli/eval/gold.ts'
import { scoreExtraction } from '../../src/cli/eval/score.ts'
import type { Score } from '../../src/cli/eval/tally.ts'
import { extractionLine } from '../../src/cli/extraction-line.ts'
import type { ExtractedArticle } from '../../src/cli/read-extraction.ts'
import { readFacts } from '../../src/page-facts.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const shared = join(root, '../shared')

/** A named part of the gold. */
export interface GoldSet {
  readonly name: string
  readonly title: string
  /** Nobody looks at its misses. */
  readonly secret: boolean
  readonly pages: readonly { readonly gold: string; readonly source: string }[]
}

export interface SetScore {
  readonly set: GoldSet
  readonly whole: Score
  readonly pages: readonly { readonly name: string; readonly score: Score }[]
}

const sourceOf = (gold: string): string => {
  const { source } = JSON.parse(readFileSync(gold, 'utf8')) as { source: string }
  const beside = join(dirname(gold), '../sources', source)
  return existsSync(beside) ? beside : join(dirname(gold), source)
}

const withSources = (golds: readonly string[]) => golds.map(gold => ({ gold, source: sourceOf(gold) }))

/** The project's own gold always; both halves of the shared gold where it stands beside the repository. */
export function goldSets(): { sets: GoldSet[]; missing: string[] } {
  const own = join(root, 'test/eval/own/gold')
  const ours = readdirSync(own)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => join(own, name))
  const sets: GoldSet[] = [{ name: 'own', title: 'Own articles', secret: false, pages: withSources(ours) }]
  if (!existsSync(join(shared, 'gold'))) return { sets, missing: ['both halves: there is no ../shared/gold'] }
  const halves = JSON.parse(readFileSync(join(root, 'test/eval/halves.json'), 'utf8')) as {
    development: string[]
    heldOut: string[]
  }
  const paths = (names: readonly string[]) => withSources(names.map(name => join(shared, name)))
  sets.push(
    { name: 'development', title: 'Development half', secret: false, pages: paths(halves.development) },
    { name: 'heldOut', title: 'Half set aside', secret: true, pages: paths(halves.heldOut) },
  )
  return { sets, missing: [] }
}

const extract = (source: string): ExtractedArticle[] =>
  readFacts(source, readFileSync(source)).facts.map(facts => JSON.parse(extractionLine(facts)) as ExtractedArticle)

/** Extracts and scores one set, as a whole and page by page. */
export function scoreSet(set: GoldSet): SetScore {
  const pages = set.pages.map(({ gold, source }) => {
    const page: GoldPage = readGold(gold, dirname(source))
    return { name: basename(gold, '.json'), page, extracted: extract(source) }
  })
  return {
    set,
    whole: scoreExtraction(
      pages.flatMap(({ extracted }) => extracted),
      pages.map(({ page }) => page),
    ),
    pages: pages.map(({ name, page, extracted }) => ({ name, score: scoreExtraction(extracted, [page]) })),
  }
}
