import type { Entity } from '../model/facts.ts'
import type { Firm, Voter } from './containment.ts'
import type { Doers } from './doers.ts'
import { levelOf, mayHold, ownLevel } from './places.ts'
import type { Layout } from './tokens.ts'
import { holdsOthers } from './votes.ts'

/** 临江市中心医院 belongs to a city that is no entity here: no frame puts it elsewhere. */
function namesPlace(name: string): boolean {
  for (let i = 2; i < 6 && i < name.length - 2; i++) if ('省市县旗盟'.includes(name.charAt(i))) return true
  return false
}

/** What the frame suggests: 在X，…Y; the doer's place; a place of a higher level just before; the protagonist. */
export function voteByFrame(
  layout: Layout,
  doers: Doers,
  firm: Firm,
  partners: ReadonlySet<string>,
  vote: Voter,
): void {
  const seatOf = (entity: Entity | null | undefined) => (entity ? seat(entity, firm) : null)
  const home = seatOf(doers.protagonist)
  let paragraph = -1
  let recent: Entity[] = []
  for (const sentence of layout.sentences) {
    if (sentence.paragraph !== paragraph) recent = recent.filter(e => e.kind === 'village').slice(-1)
    paragraph = sentence.paragraph
    for (const { name, clause, start, end } of sentence.tokens) {
      if (!name || !holdsOthers(name.entity)) continue
      const { entity } = name
      if (
        firm.has(entity.id) ||
        partners.has(entity.id) ||
        (entity.type === 'Organisation' && namesPlace(entity.name))
      ) {
        if (entity.type === 'Place') recent.push(entity)
        continue
      }
      const at = { clause, start, end }
      const scene = doers.scenes[clause]
      if (scene && scene.start <= start) vote(entity, { outer: scene.entity, rule: 'container-scene', ...at })
      const doer = doers.byClause[clause]?.entities.map(seatOf).find(e => e && mayHold(e, entity) && e.id !== entity.id)
      const near = recent.findLast(e => mayHold(e, entity) && (entity.type === 'Place' || e.kind !== 'site'))
      const frame = doer ?? (near && (!home || levelOf(near) >= levelOf(home)) ? near : home)
      if (frame && ownLevel(entity) >= levelOf(frame) && (frame.kind !== 'village' || entity.kind !== 'village'))
        vote(entity, { outer: frame, rule: 'container-frame', ...at })
      if (entity.type === 'Place') recent.push(entity)
    }
  }
}

/** The place of an entity: itself, its container, or that of the body that it belongs to. */
export function seat(entity: Entity, firm: Firm): Entity | null {
  let at: Entity | undefined = entity
  for (let steps = 0; at && at.type !== 'Place' && steps < 6; steps++) at = firm.get(at.id)
  return at?.type === 'Place' ? at : null
}
