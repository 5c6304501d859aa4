import type { Relation } from '../model/facts.ts'
import { byCodeUnit } from '../text/code-units.ts'
import type { DateReader } from './dating.ts'
import { evidenceOf, groundOf } from './evidence.ts'
import type { Judgement } from './learned/judge.ts'
import type { Survey } from './learned/survey.ts'
import { titleBefore } from './titles.ts'

/** The rule of a relation that no row proposes: the judge takes it from the words around and from what is near. */
const BY_CONTEXT = 'likely-by-context'

/** The relations that readers would sign, sorted by evidence. */
export function decide(survey: Survey, dates: DateReader, judgements: readonly Judgement[]): readonly Relation[] {
  const relations: Relation[] = []
  for (const judgement of judgements) if (judgement.signed) relations.push(relationOf(survey, dates, judgement))
  return relations.sort(
    (x, y) =>
      x.evidence.start - y.evidence.start ||
      byCodeUnit(x.type, y.type) ||
      byCodeUnit(x.from, y.from) ||
      byCodeUnit(x.to, y.to),
  )
}

function relationOf(survey: Survey, dates: DateReader, { pair, hit, probability }: Judgement): Relation {
  const { type } = pair
  const idOf = (number: number) => survey.entities[number]?.id as string
  const ground = hit ?? groundOf(survey, pair)
  const title = hit ? hit.title : type === 'AFFILIATED_WITH' ? titleOf(survey, pair.nearest?.from.start) : ''
  const date = type === 'LOCATED_IN' || type === 'PART_OF' ? undefined : dates(ground.clause, ground.end)
  return {
    type,
    from: hit?.from.id ?? idOf(pair.from),
    to: hit?.to.id ?? idOf(pair.to),
    ...(title ? { title } : {}),
    evidence: evidenceOf(survey, type, ground),
    rule: hit?.rule ?? BY_CONTEXT,
    confidence: Math.round(probability * 1000) / 1000,
    ...(date ? { date } : {}),
  }
}

/** 书记|张三: the title right before the person. */
function titleOf({ text }: Survey, person: number | undefined): string {
  return person === undefined ? '' : titleBefore(text, person, Math.max(0, person - 12))
}
