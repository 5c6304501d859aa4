import type { Entity } from '../../model/facts.ts'
import type { Layout, Name, TokenSentence } from '../tokens.ts'

/** One place where an entity is named. */
export interface Spot {
  readonly entity: number
  readonly start: number
  readonly end: number
  readonly clause: number
  readonly sentence: number
  /** Number of its token in the sentence. */
  readonly token: number
  /** 0 for a name that lies in no other one. */
  readonly depth: number
  readonly anaphor: boolean
}

/** Where the entities of an article are named, by sentence and by entity. */
export interface Spots {
  readonly bySentence: readonly (readonly Spot[])[]
  readonly byEntity: readonly (readonly Spot[])[]
}

/** @param numbers of the entities by id */
export function spotsOf(layout: Layout, entities: readonly Entity[], numbers: ReadonlyMap<string, number>): Spots {
  const byEntity: Spot[][] = entities.map(() => [])
  const bySentence = layout.sentences.map((sentence, s) => spotsIn(sentence, s, numbers))
  for (const spots of bySentence) for (const spot of spots) byEntity[spot.entity]?.push(spot)
  return { bySentence, byEntity }
}

function spotsIn({ tokens }: TokenSentence, sentence: number, numbers: ReadonlyMap<string, number>): readonly Spot[] {
  const spots: Spot[] = []
  const add = (name: Name, clause: number, token: number, depth: number): void => {
    const { start, end, anaphor } = name
    for (const entity of [name.entity, ...name.also]) {
      const number = numbers.get(entity.id)
      if (number !== undefined) spots.push({ entity: number, start, end, clause, sentence, token, depth, anaphor })
    }
    for (const inner of name.inner) add(inner, clause, token, depth + 1)
  }
  tokens.forEach(({ name, clause }, i) => {
    if (name) add(name, clause, i, 0)
  })
  return spots
}
