import type { Article } from '../model/article.ts'
import type { Entity, Figure, Relation } from '../model/facts.ts'
import { readComponents } from './components.ts'
import { type Outvoted, readContainment } from './containment.ts'
import { dateReader } from './dating.ts'
import { decide } from './decide.ts'
import { type Doers, followDoers } from './doers.ts'
import { readFigures } from './figures.ts'
import type { Hit } from './hits.ts'
import { judgePairs } from './learned/judge.ts'
import { surveyArticle } from './learned/survey.ts'
import { readNamesakes } from './namesakes.ts'
import { shareProgrammes } from './partners.ts'
import { readPosts } from './posts.ts'
import { ROWS } from './rows/index.ts'
import { applyRules, compileRules } from './rules.ts'
import { type Layout, layOut } from './tokens.ts'

const rules = compileRules(ROWS)

/** All that the rules say of one article, before it is weighed. */
interface Reading {
  readonly layout: Layout
  readonly doers: Doers
  readonly hits: readonly Hit[]
}

/**
 * Runs every rule over one article.
 * @param outvoted takes the containers that lost to nearer or plainer ones, where somebody asks
 */
export function readHits(article: Article, entities: readonly Entity[], outvoted?: Outvoted[]): Reading {
  const layout = layOut(article, entities)
  const doers = followDoers(article, layout, entities)
  const hits: Hit[] = []
  applyRules(rules, layout, doers, hits)
  readNamesakes(layout, entities, hits)
  const firm = readContainment(layout, doers, entities, hits, outvoted)
  readComponents(layout, hits)
  shareProgrammes(layout, [...hits], hits)
  readPosts(layout, doers, firm, hits)
  return { layout, doers, hits }
}

/**
 * Reads relations and figures of one article.
 * @param entities those of this article, with their mentions (offsets into `article.text`), as linking gives them
 * @returns relations sorted by evidence, figures by place; ends and subjects are ids of `entities`
 */
export function relateArticle(
  article: Article,
  entities: readonly Entity[],
): { readonly relations: readonly Relation[]; readonly figures: readonly Figure[] } {
  const outvoted: Outvoted[] = []
  const { layout, doers, hits } = readHits(article, entities, outvoted)
  const dates = dateReader(article, layout)
  const survey = surveyArticle(article, entities, layout, doers)
  const { judgements } = judgePairs(survey, hits, outvoted)
  return { relations: decide(survey, dates, judgements), figures: readFigures(survey, dates) }
}
