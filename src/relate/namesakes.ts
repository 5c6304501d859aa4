import type { Entity } from '../model/facts.ts'
import type { Hit } from './hits.ts'
import { isPrefix } from './places.ts'
import type { Layout, Name } from './tokens.ts'

export const NAMESAKE_RULE = { name: 'programme-named-after', confidence: 0.82 } as const

/** An award and a policy may name the place that others get it from. */
const OTHERS = ['honour', 'policy']

const runsIt = ({ type }: Entity) => type === 'Place' || type === 'Organisation'

/**
 * [凉风村]红白理事会 is run by 凉风村, whoever acts in the clause: the last place or body that begins its name. What stands right
 * before the name is then a container ([笔架山街道][天鹅湖社区]老年助餐点), and `programme-of-doer` says no more of it.
 */
export function readNamesakes(layout: Layout, entities: readonly Entity[], hits: Hit[]): void {
  const doers = entities.filter(runsIt)
  const named = new Map<string, Entity>()
  for (const { tokens } of layout.sentences)
    for (const { name, clause } of tokens) {
      if (name?.entity.type !== 'Programme' || OTHERS.includes(name.entity.kind ?? '')) continue
      const programme = name.entity
      const doer = named.get(programme.id) ?? namesakeOf(layout.text, name, doers)
      if (!doer || named.has(programme.id)) continue
      named.set(programme.id, doer)
      hits.push({
        relation: 'RUNS',
        from: doer,
        to: programme,
        rule: NAMESAKE_RULE.name,
        mode: 'named',
        confidence: NAMESAKE_RULE.confidence,
        fallback: false,
        clause,
        start: name.start,
        end: name.end,
      })
    }
  const kept = hits.filter(h => h.rule !== 'programme-of-doer' || (named.get(h.to.id) ?? h.from).id === h.from.id)
  hits.splice(0, hits.length, ...kept)
}

/** The longest name that leads the programme's, as the text writes it or as it is completed. */
function namesakeOf(text: string, name: Name, doers: readonly Entity[]): Entity | undefined {
  const inner = name.inner.filter(i => i.start === name.start && runsIt(i.entity)).map(i => i.entity)
  const said = text.slice(name.start, name.end)
  const leads = doers.filter(e => said.startsWith(e.name) || (e.name.length > 3 && isPrefix(e, name.entity)))
  return [...inner, ...leads].sort((a, b) => b.name.length - a.name.length || (a.id < b.id ? -1 : 1))[0]
}
