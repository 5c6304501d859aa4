import type { Mention } from '../model/facts.ts'
import { isWhole } from '../text/word-groups.ts'
import { bodyName, lastBody, standsAlone } from './body-names.ts'
import { type Draft, newDraft } from './draft.ts'
import { shortOrgan } from './lists.ts'
import { assign, type Scene } from './scene.ts'
import { mayShorten } from './vetoes.ts'
import { DEMONSTRATIVE, WORDS } from './words.ts'

/** Groups bodies by their completed names, then leads short forms (银巴大队) to the long ones that the article gives. */
export function linkBodies(scene: Scene): void {
  const bodies = scene.mentions.filter(mention => mention.type === 'Organisation' && mention.kind !== 'team')
  const known = new Map<string, Draft>()
  for (const mention of bodies) if (!startsBare(scene, mention)) linkBody(scene, mention, known)
  for (const mention of bodies) if (startsBare(scene, mention)) linkShort(scene, mention)
}

const BARE_HEAD = isWhole(WORDS['bare-head'])

/** A head noun with nothing before it (党支部, 公司): whatever of the kind was named last. */
function startsBare(scene: Scene, mention: Mention): boolean {
  const text = mention.text.replace(DEMONSTRATIVE, '')
  return BARE_HEAD.test(text) && !scene.placesAt.has(mention.start)
}

const UNNAMED_HEAD = isWhole(WORDS['unnamed-head'])

function linkBody(scene: Scene, mention: Mention, known: Map<string, Draft>): void {
  const { name, place, printed, reason } = bodyName(scene, mention)
  if (mention.anaphor && (!place || UNNAMED_HEAD.test(printed))) {
    const last = lastBody(scene, printed, mention.start)
    if (last) assign(scene, last, mention, printed, `short for ${last.name}`)
    if (last || place || !standsAlone(printed)) return
  }
  const key = identity(name, place)
  const same = known.get(key)
  const longer = same ?? longForm(scene, printed)
  if (longer) {
    if (longer === same && name.length > longer.name.length) longer.aliases.add(name)
    assign(scene, longer, mention, printed, longer === same ? reason : `short for ${longer.name}`)
    return
  }
  const draft = newDraft({ type: 'Organisation', kind: mention.kind, name, parent: place })
  scene.drafts.push(draft)
  known.set(key, draft)
  assign(scene, draft, mention, printed, reason)
}

/** 杏林嘉园业委会 and 杏林嘉园小区业委会 are both the 业委会 of one place. */
function identity(name: string, place: Draft | null): string {
  if (place?.type !== 'Place') return shortOrgan(name)
  const forms = [place.name, ...place.aliases].sort((a, b) => b.length - a.length)
  const form = forms.find(one => name.startsWith(one) && name.length > one.length)
  return form ? `${place.name}|${shortOrgan(name.slice(form.length))}` : shortOrgan(name)
}

/** The one body of the article whose name ends with this one, the part before it being a place or another body. */
function longForm(scene: Scene, printed: string): Draft | null {
  if (printed.length < 3) return null
  const fits = scene.drafts.filter(
    draft => draft.type === 'Organisation' && draft.name.endsWith(printed) && mayShorten(scene, draft, printed),
  )
  const [only] = fits
  if (fits.length === 1 && only) return only
  const ofPlace = fits.filter(
    draft => draft.parent?.type === 'Place' && draft.name.startsWith(draft.parent.name.slice(0, 2)),
  )
  return ofPlace.length === 1 ? ofPlace[0]! : null
}

function linkShort(scene: Scene, mention: Mention): void {
  const printed = mention.text.replace(DEMONSTRATIVE, '')
  const last = lastBody(scene, printed, mention.start)
  if (last) {
    assign(scene, last, mention, printed, `the ${printed} named last`)
    return
  }
  const { name, place, reason } = bodyName(scene, mention)
  if (!place || UNNAMED_HEAD.test(printed)) return
  const draft = newDraft({ type: 'Organisation', kind: mention.kind, name, parent: place })
  scene.drafts.push(draft)
  assign(scene, draft, mention, printed, reason)
}
