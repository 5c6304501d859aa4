import type { Facts, Mention } from '../model/facts.ts'
import type { PageFacts } from '../page-facts.ts'

const bareMention = ({ losers: _, proposal: __, ...mention }: Mention): Mention => ({ ...mention, reasons: [] })

const bare = (facts: Facts): Facts => ({
  ...facts,
  entities: facts.entities.map(entity => ({ ...entity, mentions: entity.mentions.map(bareMention) })),
})

/** Facts without what only argues for them: the candidates that lost and the reasons are no part of a snapshot, and larger than it. */
export const bareFacts = ({ facts, report }: PageFacts): PageFacts => ({ facts: facts.map(bare), report })
