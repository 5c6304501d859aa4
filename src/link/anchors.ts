import { oneOf } from '../text/word-groups.ts'
import { type Draft, firstOf } from './draft.ts'
import { isGenericName } from './lists.ts'
import { containerBefore, type Scene } from './scene.ts'
import { WORDS } from './words.ts'

const NATIONAL = new RegExp(`^(?!${oneOf(WORDS['not-national'])})${oneOf(WORDS.nation, WORDS['national-organ'])}`, 'u')
/** Named by what they do, once a place: in another place another thing. */
const LOCAL = new Set(['activity', 'service', 'policy', 'platform'])
const NUMBERED = new RegExp(
  `${oneOf(WORDS['first-edition'])}|第[一二三四五六七八九十百0-9]+${oneOf(WORDS.edition)}`,
  'u',
)
/** Bodies that a whole county knows by their names. */
const KNOWN_IN_COUNTY = new Set(['company', 'cooperative', 'school', 'social', 'media'])
const COUNTY_DIGITS = 6

/** Gives every place and body its nearest container in the article: from the text, from its own name, from the register. */
export function findParents(scene: Scene): void {
  for (const draft of scene.drafts) {
    if (draft.type === 'Place') draft.parent = placeParent(scene, draft)
    else if (draft.type === 'Organisation') draft.parent = bodyParent(scene, draft)
  }
}

function placeParent(scene: Scene, draft: Draft): Draft | null {
  const { register } = scene
  if (draft.handle >= 0) {
    const uppers = register.ancestors(register.byHandle(draft.handle).code)
    for (const upper of uppers) {
      const held = scene.drafts.find(other => other.handle === upper.index)
      if (held) return held
    }
    return null
  }
  const prefix = longestPrefix(scene, draft)
  if (prefix) return prefix
  for (const mention of draft.mentions) {
    const before = containerBefore(scene, mention)
    const container = before ? scene.of.get(before) : undefined
    if (container && container !== draft) return container
  }
  return draft.parent ?? lastDivision(scene, firstOf(draft))
}

/** 东风路街道 of 东风路街道党工委, 日富物业公司 of its 党支部: a body first, since the place is that body's. */
function bodyParent(scene: Scene, draft: Draft): Draft | null {
  return longestPrefix(scene, draft) ?? draft.parent
}

function longestPrefix(scene: Scene, draft: Draft): Draft | null {
  let best: Draft | null = null
  let length = 1
  for (const other of scene.drafts) {
    if (other === draft || (other.type !== 'Place' && (other.type !== 'Organisation' || draft.type === 'Place')))
      continue
    for (const name of [other.name, ...other.aliases]) {
      if (name.length <= length || name.length >= draft.name.length || !draft.name.startsWith(name)) continue
      best = other
      length = name.length
    }
  }
  return best
}

/** The territory named last before `at`, else the first one of the article. */
function lastDivision(scene: Scene, at: number): Draft | null {
  let best: Draft | null = null
  let nearest = -1
  let first: Draft | null = null
  for (const draft of scene.drafts) {
    if (draft.type !== 'Place' || draft.kind === 'site' || draft.kind === 'estate') continue
    for (const mention of draft.mentions) {
      if (mention.start < at && mention.start > nearest) {
        nearest = mention.start
        best = draft
      }
    }
    if (draft.mentions.length > 0 && (!first || firstOf(draft) < firstOf(first))) first = draft
  }
  return best ?? first
}

/** What tells namesakes apart across articles: a code where there is one, else a name, else nothing. */
export function anchorOf(scene: Scene, draft: Draft): string {
  if (draft.type === 'Programme') return programmeAnchor(scene, draft)
  if (draft.type === 'Organisation' && NATIONAL.test(draft.name)) return ''
  if (draft.type === 'Place' && draft.handle >= 0) return upperCode(scene, draft.handle)
  const container = draft.parent ?? (draft.type === 'Place' ? null : lastDivision(scene, firstOf(draft)))
  const code = codeUp(scene, container)
  if (code && (draft.type === 'Person' || KNOWN_IN_COUNTY.has(draft.kind ?? '')))
    return code.length < COUNTY_DIGITS ? (onlyCounty(scene, code) ?? code) : code.slice(0, COUNTY_DIGITS)
  return code ?? container?.name ?? scene.context.city ?? ''
}

/** A distinctive name is one programme wherever it runs; 首届业主大会 and 爱心超市 belong to their place. */
function programmeAnchor(scene: Scene, draft: Draft): string {
  const local = (LOCAL.has(draft.kind ?? '') && NUMBERED.test(draft.name)) || isGenericName(draft.name)
  if (!local || NATIONAL.test(draft.name)) return ''
  const place = lastDivision(scene, firstOf(draft))
  return codeUp(scene, place) ?? place?.name ?? scene.context.city ?? ''
}

/** The county of an article that names but one inside `code`, also where it is named later. */
function onlyCounty({ drafts, register }: Scene, code: string): string | null {
  const counties = drafts
    .filter(draft => draft.handle >= 0 && draft.mentions.length > 0)
    .map(draft => register.byHandle(draft.handle).code)
    .filter(other => other.length === COUNTY_DIGITS && other.startsWith(code))
  return counties.length === 1 ? counties[0]! : null
}

function upperCode({ register }: Scene, handle: number): string {
  return register.ancestors(register.byHandle(handle).code)[0]?.code ?? ''
}

/** The code of the nearest container that has one. */
function codeUp({ register }: Scene, from: Draft | null): string | null {
  const seen = new Set<Draft>()
  for (let draft = from; draft && !seen.has(draft); draft = draft.parent) {
    if (draft.handle >= 0) return register.byHandle(draft.handle).code
    seen.add(draft)
  }
  return null
}
