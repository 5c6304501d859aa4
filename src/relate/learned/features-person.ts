import type { Entity } from '../../model/facts.ts'
import { levelOf } from '../places.ts'
import { titleBefore, titleClass } from '../titles.ts'
import { type FeatureList, feature, featuresBy } from './feature-list.ts'
import type { Pair } from './pairs.ts'
import type { Spot } from './spots.ts'
import type { Survey } from './survey.ts'

const TITLES = ['official', 'member', 'resident', 'job'] as const
const TITLE = featuresBy(TITLES, name => `title before the person: ${name}`)
const TITLE_ENDING = feature('title before the person: by its ending')
const UNTITLED = feature('title before the person: none')
const ONLY_TITLE = feature('body and title touch the person')
const LAST_BODY = feature('last place or body before the person in the sentence')
const LAST_HOME = feature('last village or estate before the person')
const LAST_ORGAN = feature('last body before the person')
const AFTER_FIRST = feature('person named before')

const ENDING = /(?:长|员|主任|书记|师|手|者|干事|专干|警|骨干|代表|户|匠|人|董事|经理|医生|老师|医师|律师)$/u
const LONGEST_TITLE = 14
/** What may stand between a body and a title: its 的, an age, a rank in a list. */
const LINK = /^[”》）]?(?:的|原|退休|老|\d{2}岁的?)?/u

/** How a person is introduced beside the body: by which title, and whether another body stands nearer. */
export function addIntroduction(survey: Survey, { from, to, nearest }: Pair, out: FeatureList): void {
  const { text, spots, entities } = survey
  const first = spots.byEntity[from]?.[0]
  const spot = nearest?.from ?? first
  if (!spot || !first) return
  const floor = Math.max(0, spot.start - LONGEST_TITLE)
  const title = titleBefore(text, spot.start, floor)
  const said = text.slice(floor, spot.start).replace(/[“”]/gu, '')
  out.add(title ? TITLE[titleClass(title)] : ENDING.test(said) ? TITLE_ENDING : UNTITLED)
  if (spot !== first) out.add(AFTER_FIRST)
  const body = nearest?.to
  if (body && title && body.end <= spot.start) {
    const between = text.slice(body.end, spot.start - title.length)
    if (between.replace(LINK, '') === '') out.add(ONLY_TITLE)
  }
  const before = lastBefore(survey, first)
  if (before.actor === to) out.add(LAST_BODY)
  if (before.home === to && entities[to]?.type === 'Place') out.add(LAST_HOME)
  if (before.organ === to) out.add(LAST_ORGAN)
}

interface LastNamed {
  actor: number
  home: number
  organ: number
}

/** Who was named last before a person: in the sentence any place or body, in the text the last village and the last body. */
function lastBefore({ spots, entities }: Survey, person: Spot): LastNamed {
  const last: LastNamed = { actor: -1, home: -1, organ: -1 }
  for (let s = Math.max(0, person.sentence - 3); s <= person.sentence; s++)
    for (const { entity, start, sentence, depth } of spots.bySentence[s] ?? []) {
      if (start >= person.start) break
      const { type } = entities[entity] as Entity
      const level = levelOf(entities[entity] as Entity)
      if (depth === 0 && sentence === person.sentence && (type === 'Place' || type === 'Organisation'))
        last.actor = entity
      if (level === 5 || level === 6) last.home = entity
      if (type === 'Organisation') last.organ = entity
    }
  return last
}
