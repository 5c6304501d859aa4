import type { Article, Page } from '../../model/article.ts'
import type { Candidate, Entity, Facts, Mention, Reason } from '../../model/facts.ts'
import { pageFacts } from '../../page-facts.ts'
import type { Snapshot, SnapshotArticle } from '../../snapshot/format.ts'
import type { LanguageModel } from '../language-model/language-model.ts'
import type { Terminal } from '../terminal.ts'

type Colours = Terminal['colours']

/** Characters of the text shown on either side of a mention. */
const CONTEXT = 14

/** An article as it was cut, restored from a snapshot. */
function restored({ text, ...article }: SnapshotArticle): Article[] {
  if (text === null) return []
  const { id, source, index, title, date, kind, bylines, blocks } = article
  const whole = { start: 0, end: text.length }
  const offsets = [{ text: 0, source: 0 }]
  return [{ id, source, index, title, date, kind, bylines, blocks, text, span: whole, offsets }]
}

const weightOf = (weight: number): string => (weight >= 0 ? `+${weight.toFixed(2)}` : weight.toFixed(2))
const reasonsOf = (reasons: readonly Reason[]): string =>
  reasons.map(({ question, weight }) => `${question} ${weightOf(weight)}`).join('，')

const candidateLine = (text: string, { start, end, type, kind, rule, weight, reasons }: Candidate): string =>
  `“${text.slice(start, end)}” ${type}${kind ? `/${kind}` : ''}，规则 ${rule}，${weight.toFixed(2)} = ${reasonsOf(reasons)}\n`

function mentionLines({ article }: Facts, mention: Mention, colours: Colours): string {
  const { text } = article
  const before = text.slice(Math.max(0, mention.start - CONTEXT), mention.start)
  const after = text.slice(mention.end, mention.end + CONTEXT)
  const marked = `…${before}${colours.bold(`[${mention.text}]`)}${after}…`.replaceAll('\n', ' ')
  const losers = (mention.losers ?? []).map(loser => `        败 ${candidateLine(text, loser)}`)
  return `    ${marked}\n      胜 ${candidateLine(text, mention)}${losers.join('')}`
}

function entityLines(facts: Facts, entity: Entity, colours: Colours): string {
  const { source, index } = facts.article
  const linked = entity.reasons.length ? `    归并 ${reasonsOf(entity.reasons)}\n` : ''
  const mentions = entity.mentions.map(mention => mentionLines(facts, mention, colours))
  return `  ${source}#${index} ${entity.name}\n${linked}${mentions.join('')}`
}

/**
 * Reads the articles that name a node again and argues each of its mentions: what spoke for it, what lost to it. Reading is
 * deterministic, so this is how the snapshot came to its answer.
 * @param model the language model that was asked then, if any: its cache gives the same answers again
 */
export async function explainMentions(
  snapshot: Snapshot,
  key: string,
  colours: Colours,
  model: LanguageModel | undefined,
): Promise<string> {
  const naming = snapshot.articles.filter(({ mentions }) => mentions.some(({ node }) => node === key))
  const sources = [...new Set(naming.map(({ source }) => source))]
  const lines: string[] = []
  for (const source of sources) {
    const articles = snapshot.articles.filter(article => article.source === source).flatMap(restored)
    const page: Page = {
      source,
      encoding: 'utf-8',
      articles: articles.sort((a, b) => a.index - b.index),
      leftovers: [],
    }
    const suggestions = await model?.suggest(page.articles)
    const argued = pageFacts(page, suggestions).flatMap(facts => {
      const stored = naming.find(({ id }) => id === facts.article.id)?.mentions.filter(({ node }) => node === key) ?? []
      const at = new Set(stored.map(({ start, end }) => `${start} ${end}`))
      const entities = facts.entities.filter(({ mentions }) =>
        mentions.some(({ start, end }) => at.has(`${start} ${end}`)),
      )
      return entities.map(entity => entityLines(facts, entity, colours))
    })
    lines.push(...argued)
  }
  if (lines.length) return `  为何如此识别\n${lines.join('')}\n`
  return '  This snapshot was made without texts, so its mentions cannot be argued again.\n'
}
