import { edgeKey, figureKey } from '../graph/keys.ts'
import type { Linked, NodeGroup } from '../link/link-across.ts'
import type { Facts } from '../model/facts.ts'
import type { Judgement } from '../model/judgement.ts'
import { RELATIONS } from '../schema/ontology.ts'
import type { ReportItem } from '../snapshot/format.ts'
import { type Identity, judgeIdentity } from './identity.ts'
import { standing } from './judgements.ts'

/** What people's decisions make of the links and the facts. Nothing is altered: statements leave as wholes. */
export interface Judged {
  readonly facts: readonly Facts[]
  readonly links: { readonly nodes: readonly NodeGroup[]; keyOf(article: string, entity: string): string | undefined }
  /** Judgements that contradict one another, or that name what is not there. */
  readonly notes: readonly ReportItem[]
}

const UNORDERED: ReadonlySet<string> = new Set(RELATIONS.flatMap(row => ('unordered' in row ? row.type : [])))

type Wrong = Extract<Judgement, { judge: 'wrong' }>

/** One statement however its ends stand: `RUNS a b`. */
function statementKey(type: string, from: string, to: string): string {
  const [a, b] = UNORDERED.has(type) && from > to ? [to, from] : [from, to]
  return edgeKey(type, a, b)
}

/** Whether a statement of an article is rejected, and which judgements found something to reject. */
class Rejections {
  readonly used = new Set<string>()
  private readonly byKey = new Map<string, Wrong[]>()

  constructor(wrongs: readonly Wrong[], identity: Identity) {
    for (const one of wrongs) {
      const key = statementKey(one.type, identity.keyFor(one.from) ?? one.from, identity.keyFor(one.to) ?? one.to)
      this.byKey.set(key, [...(this.byKey.get(key) ?? []), one])
    }
  }

  rejects(type: string, from: string, to: string, article: string): boolean {
    if (this.byKey.size === 0) return false
    const found =
      this.byKey.get(statementKey(type, from, to))?.filter(one => (one.article ?? article) === article) ?? []
    for (const one of found) this.used.add(one.id)
    return found.length > 0
  }
}

function judgeFacts(one: Facts, gone: ReadonlySet<string>, identity: Identity, wrong: Rejections): Facts {
  const { id } = one.article
  const keyOf = (entity: string) => identity.keyOf(id, entity) ?? entity
  const stays = (entity: string) => !gone.has(keyOf(entity))
  return {
    ...one,
    entities: one.entities.filter(entity => stays(entity.id)),
    relations: one.relations.filter(
      ({ type, from, to }) => stays(from) && stays(to) && !wrong.rejects(type, keyOf(from), keyOf(to), id),
    ),
    figures: one.figures.filter(figure => {
      const subject = keyOf(figure.subject)
      return stays(figure.subject) && !wrong.rejects('HAS_FIGURE', subject, figureKey({ ...figure, subject }), id)
    }),
  }
}

const idle = (judgement: Judgement, what: string): ReportItem => ({
  source: 'judgements',
  place: judgement.id,
  reason: `a judgement of ${judgement.author} changes nothing: ${what}`,
  remedy: 'nothing, if its pages are not among these; else withdraw it',
})

/**
 * Applies judgements of people to linked facts: who is who first, then what is no entity, then what is not so. A later
 * judgement overrules an earlier one about the same pair; what cannot be had together is reported.
 * @param facts each article once
 */
export function applyJudgements(facts: readonly Facts[], linked: Linked, judgements: readonly Judgement[]): Judged {
  const decisions = standing(judgements)
  if (decisions.length === 0) return { facts, links: linked, notes: [] }
  const identity = judgeIdentity(facts, linked, decisions)
  const notes = [...identity.notes]
  const gone = new Set<string>()
  for (const one of decisions) {
    if (one.judge !== 'not') continue
    const key = identity.keyFor(one.node)
    if (key === undefined) notes.push(idle(one, `${one.node} is not in the graph`))
    else gone.add(key)
  }
  const wrongs = decisions.flatMap(one => (one.judge === 'wrong' ? [one] : []))
  const rejections = new Rejections(wrongs, identity)
  const judged = facts.map(one => judgeFacts(one, gone, identity, rejections))
  for (const one of wrongs) if (!rejections.used.has(one.id)) notes.push(idle(one, 'no article says so'))
  return {
    facts: judged,
    links: { nodes: identity.nodes.filter(node => !gone.has(node.key)), keyOf: identity.keyOf },
    notes,
  }
}
