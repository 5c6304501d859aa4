import type { Named } from '../extract/register/find-names.ts'
import type { Register } from '../extract/register/register.ts'
import type { Mention } from '../model/facts.ts'
import { addFrame, type Frame, pageFrames, strength } from './frames.ts'
import { isGenericPlace } from './lists.ts'
import type { Scene } from './scene.ts'
import { containerBefore, paragraphOf } from './scene.ts'
import { nameOf } from './surface.ts'

const ADJACENT = 1000
/** A division that the article names in full elsewhere is meant where its bare name stands. */
const IN_FULL = 500
/** With more namesakes than this a village is not taken for one that has moved. */
const MOVED_NAMESAKES = 10
/** A village needs a frame of at least a prefecture; anything above it one of a province. */
const VILLAGE_FRAME = 4
const LEVELS = ['province', 'prefecture', 'county', 'zone', 'township', 'village']
const RANK: Readonly<Record<string, number>> = Object.fromEntries(LEVELS.map((level, i) => [level, i]))

export interface Codes {
  /** Division of each mention that the register could place. */
  readonly handles: ReadonlyMap<Mention, number>
  /** Divisions that frame the article, without repeats. */
  readonly frames: readonly number[]
}

/**
 * Decides which division each place name means, the upper levels first, since they frame the lower: a name right before
 * (回民区|通道街|三顺店社区) binds most, then the nearest named container, then what the article names anywhere, then the
 * page's own city. Namesakes that no frame tells apart stay without a code.
 */
export function resolveCodes(
  scene: Scene,
  names: ReadonlyMap<Mention, string>,
  containers: ReadonlyMap<Mention, readonly string[]>,
): Codes {
  const { register } = scene
  const handles = new Map<Mention, number>()
  const frames: Frame[] = pageFrames(scene)
  for (const [mention, outer] of containers) for (const name of outer) frameBy(scene, mention, name, frames, handles)
  const mentions = [...names.keys()].sort(
    (a, b) => rankOf(scene, a, names) - rankOf(scene, b, names) || a.start - b.start,
  )
  const open: Mention[] = []
  for (const mention of mentions) {
    const handle = choose(scene, mention, names.get(mention)!, frames, handles)
    if (handle < 0) {
      open.push(mention)
      continue
    }
    handles.set(mention, handle)
    addFrame(scene, frames, handle, mention.start, paragraphOf(scene, mention.start))
  }
  settleByInhabitants(scene, open, names, handles, frames)
  inherit(scene, open, names, handles)
  const named = frames.filter(frame => frame.at >= 0).map(frame => frame.handle)
  return { handles, frames: [...new Set(named)].filter(handle => register.byHandle(handle).level !== 'village') }
}

/** Containers that stand in the name itself (松山新区|凌南街道|[西里社区]) frame what they hold. */
function frameBy(
  scene: Scene,
  mention: Mention,
  name: string,
  frames: Frame[],
  handles: ReadonlyMap<Mention, number>,
): void {
  const handle = choose(scene, { ...mention, end: mention.start }, name, frames, handles)
  if (handle >= 0) addFrame(scene, frames, handle, mention.start, paragraphOf(scene, mention.start))
}

function rankOf(scene: Scene, mention: Mention, names: ReadonlyMap<Mention, string>): number {
  const [first] = scene.register.candidates(names.get(mention)!)
  if (!first) return RANK[mention.kind ?? ''] ?? 6
  return RANK[scene.register.byHandle(first.index).level] ?? 6
}

function choose(
  scene: Scene,
  mention: Mention,
  name: string,
  frames: readonly Frame[],
  handles: ReadonlyMap<Mention, number>,
): number {
  const { register } = scene
  const named = register.candidates(name)
  if (named.length === 0) return -1
  const province = named.find(one => one.fit < 2 && register.digitsOf(one.index) === 2)
  if (province) return province.index
  const paragraph = paragraphOf(scene, mention.start)
  const before = containerBefore(scene, mention)
  const adjacent = before ? handles.get(before) : undefined
  let best = 0
  let chosen = -1
  let tied = false
  for (const one of named) {
    const score = scoreOf(scene, one, mention, paragraph, frames, adjacent, named.length)
    if (score > best) {
      best = score
      chosen = one.index
      tied = false
    } else if (score === best && score > 0) tied = true
  }
  if (chosen >= 0) return tied ? -1 : chosen
  if (adjacent !== undefined) return -1
  return isGenericPlace(name) || isEveryday(scene, name) ? -1 : alone(scene, named, frames)
}

function scoreOf(
  { register }: Scene,
  one: Named,
  mention: Mention,
  paragraph: number,
  frames: readonly Frame[],
  adjacent: number | undefined,
  namesakes: number,
): number {
  const digits = register.digitsOf(one.index)
  if (adjacent !== undefined && strays(register, one.index, adjacent, namesakes)) return 0
  let best = adjacent !== undefined && adjacent !== one.index && register.holds(adjacent, one.index) ? ADJACENT : 0
  let countyNamed = false
  let inCounty = false
  for (const frame of frames) {
    if (frame.handle === one.index && frame.at >= 0) best = Math.max(best, IN_FULL)
    if (frame.digits === 6 && frame.at >= 0) {
      countyNamed = true
      inCounty ||= register.holds(frame.handle, one.index)
    }
    if (frame.handle === one.index || !register.holds(frame.handle, one.index)) continue
    if (digits === 12 && frame.digits < VILLAGE_FRAME) continue
    best = Math.max(best, strength(frame, mention, paragraph))
  }
  if (best === 0 || (digits === 12 && countyNamed && !inCounty)) return 0
  return best * 4 + one.fit - (one.old ? 1 : 0)
}

/** Divisions move, but a village stays in its county and a township in its prefecture; one of a common name is another. */
function strays(register: Register, index: number, container: number, namesakes: number): boolean {
  const own = register.digitsOf(index)
  const shared = own === 12 ? (namesakes > MOVED_NAMESAKES ? 9 : 6) : own === 9 ? 4 : 2
  return !register.share(index, container, Math.min(shared, register.digitsOf(container)))
}

/** A name that only one division bears needs no frame, unless it is a small place and the article frames another country. */
function alone({ register }: Scene, named: readonly Named[], frames: readonly Frame[]): number {
  const least = Math.min(...named.map(one => register.digitsOf(one.index)))
  const upper = least <= 4 ? named.filter(one => register.digitsOf(one.index) === least) : named
  const [only] = upper
  if (!only || upper.length > 1) return -1
  if (least <= 6) return only.index
  return only.fit === 2 && frames.length === 0 ? only.index : -1
}

/** 中山, 合作: a bare name that is also a word means its division only where something frames it. */
function isEveryday({ register }: Scene, name: string): boolean {
  const bare = register.bareAt(name, 0)
  return bare !== undefined && bare.end === name.length && !bare.safe
}

/** 新城区 of which city? Of the one whose townships and villages the article names. */
function settleByInhabitants(
  scene: Scene,
  open: readonly Mention[],
  names: ReadonlyMap<Mention, string>,
  handles: Map<Mention, number>,
  frames: Frame[],
): void {
  const { register } = scene
  const small = [...new Set(open.map(mention => names.get(mention)!))]
  for (const mention of open) {
    const counties = register
      .candidates(names.get(mention)!)
      .filter(one => register.byHandle(one.index).level === 'county')
    if (counties.length < 2) continue
    const counts = counties.map(county => ({
      county,
      inside: small.filter(name =>
        register.candidates(name).some(one => one.index !== county.index && register.holds(county.index, one.index)),
      ).length,
    }))
    counts.sort((a, b) => b.inside - a.inside)
    const [first, second] = counts
    if (!first || first.inside === 0 || first.inside === second?.inside) continue
    handles.set(mention, first.county.index)
    addFrame(scene, frames, first.county.index, mention.start, paragraphOf(scene, mention.start))
  }
  for (const mention of open) {
    if (handles.has(mention)) continue
    const handle = choose(scene, mention, names.get(mention)!, frames, handles)
    if (handle >= 0) handles.set(mention, handle)
  }
}

/** A name that was placed once in the article means the same division where it stands alone. */
function inherit(
  scene: Scene,
  open: readonly Mention[],
  names: ReadonlyMap<Mention, string>,
  handles: Map<Mention, number>,
): void {
  for (const mention of open) {
    if (handles.has(mention) || containerBefore(scene, mention)) continue
    const same = new Set(
      [...handles].filter(([other]) => names.get(other) === nameOf(mention)).map(([, handle]) => handle),
    )
    const [only] = same
    if (same.size === 1 && only !== undefined) handles.set(mention, only)
  }
}
