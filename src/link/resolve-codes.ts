import type { Named } from '../extract/register/find-names.ts'
import type { Mention } from '../model/facts.ts'
import { isGenericPlace } from './lists.ts'
import type { Scene } from './scene.ts'
import { paragraphOf } from './scene.ts'
import { nameOf } from './surface.ts'

/** A division that frames what stands near it. */
interface Frame {
  readonly handle: number
  readonly digits: number
  /** Offset of the mention; -1 for the page's own city and what only follows from others. */
  readonly at: number
  readonly paragraph: number
}

const ADJACENT = 1000
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
export function resolveCodes(scene: Scene, names: ReadonlyMap<Mention, string>): Codes {
  const { register, article } = scene
  const handles = new Map<Mention, number>()
  const frames: Frame[] = pageFrames(scene)
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
    addFrame(scene, frames, handle, mention.start, paragraphOf(article.text, mention.start))
  }
  settleByInhabitants(scene, open, names, handles, frames)
  inherit(scene, open, names, handles)
  const named = frames.filter(frame => frame.at >= 0).map(frame => frame.handle)
  return { handles, frames: [...new Set(named)].filter(handle => register.byHandle(handle).level !== 'village') }
}

function rankOf(scene: Scene, mention: Mention, names: ReadonlyMap<Mention, string>): number {
  const [first] = scene.register.candidates(names.get(mention)!)
  if (!first) return RANK[mention.kind ?? ''] ?? 6
  return RANK[scene.register.byHandle(first.index).level] ?? 6
}

function pageFrames({ context, register, article }: Scene): Frame[] {
  const frames: Frame[] = []
  for (const code of [context.city, context.province]) {
    const handle = code ? register.handleOf(code) : -1
    if (handle >= 0 && code) frames.push({ handle, digits: code.length, at: -1, paragraph: -1 })
  }
  const title = article.title ?? ''
  const out = new Int32Array(16)
  for (let end = 2; end <= title.length; end++) {
    if (!/[市县区旗盟州省]/u.test(title[end - 1]!) || register.namesEnding(title, end, 0, out) === 0) continue
    const [only, more] = register.candidates(title.slice(out[0], end))
    if (only && !more)
      frames.push({ handle: only.index, digits: register.byHandle(only.index).code.length, at: -1, paragraph: -1 })
  }
  return frames
}

function addFrame({ register }: Scene, frames: Frame[], handle: number, at: number, paragraph: number): void {
  const { code, level } = register.byHandle(handle)
  if (level === 'village') return
  frames.push({ handle, digits: code.length, at, paragraph })
  for (const upper of register.ancestors(code)) {
    if (frames.some(frame => frame.handle === upper.index)) continue
    frames.push({ handle: upper.index, digits: upper.code.length, at: -1, paragraph: -1 })
  }
}

/** How strongly a frame speaks for what it holds: depth first, then nearness. */
function strength(frame: Frame, mention: Mention, paragraph: number): number {
  const near = frame.at < 0 ? 0 : frame.at > mention.start ? 1 : frame.paragraph === paragraph ? 4 : 2
  return frame.digits * 10 + near
}

function choose(
  scene: Scene,
  mention: Mention,
  name: string,
  frames: readonly Frame[],
  handles: ReadonlyMap<Mention, number>,
): number {
  const { register, article } = scene
  const named = register.candidates(name)
  if (named.length === 0) return -1
  const paragraph = paragraphOf(article.text, mention.start)
  const before = containerBefore(scene, mention)
  const adjacent = before ? handles.get(before) : undefined
  let best = 0
  let chosen = -1
  let tied = false
  for (const one of named) {
    const score = scoreOf(scene, one, mention, paragraph, frames, adjacent)
    if (score > best) {
      best = score
      chosen = one.index
      tied = false
    } else if (score === best && score > 0) tied = true
  }
  if (chosen >= 0) return tied ? -1 : chosen
  return isGenericPlace(name) || isEveryday(scene, name) ? -1 : alone(scene, named, frames)
}

function scoreOf(
  { register }: Scene,
  one: Named,
  mention: Mention,
  paragraph: number,
  frames: readonly Frame[],
  adjacent: number | undefined,
): number {
  const digits = register.byHandle(one.index).code.length
  let best = adjacent !== undefined && adjacent !== one.index && register.holds(adjacent, one.index) ? ADJACENT : 0
  for (const frame of frames) {
    if (frame.handle === one.index || !register.holds(frame.handle, one.index)) continue
    if (digits === 12 && frame.digits < VILLAGE_FRAME) continue
    best = Math.max(best, strength(frame, mention, paragraph))
  }
  return best === 0 ? 0 : best * 4 + one.fit - (one.old ? 1 : 0)
}

/** 中山, 合作: a bare name that is also a word means its division only where something frames it. */
function isEveryday({ register }: Scene, name: string): boolean {
  const bare = register.bareAt(name, 0)
  return bare !== undefined && bare.end === name.length && !bare.safe
}

/** A name that only one division bears needs no frame, unless it is a small place and the article frames another country. */
function alone({ register }: Scene, named: readonly Named[], frames: readonly Frame[]): number {
  const upper = named.filter(one => register.byHandle(one.index).code.length <= 4)
  const [only] = upper.length === 1 ? upper : named
  if (!only || (upper.length !== 1 && named.length > 1)) return -1
  const { code } = register.byHandle(only.index)
  if (code.length <= 6) return only.index
  return only.fit === 2 && frames.length === 0 ? only.index : -1
}

/** The place that ends right where this one starts: 回民区|[光明路街道]. */
export function containerBefore(scene: Scene, mention: Mention): Mention | undefined {
  return scene.mentions.find(
    other => other.type === 'Place' && !other.anaphor && other.end === mention.start && other.kind !== 'site',
  )
}

/** 新城区 of which city? Of the one whose townships and villages the article names. */
function settleByInhabitants(
  scene: Scene,
  open: readonly Mention[],
  names: ReadonlyMap<Mention, string>,
  handles: Map<Mention, number>,
  frames: Frame[],
): void {
  const { register, article } = scene
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
    addFrame(scene, frames, first.county.index, mention.start, paragraphOf(article.text, mention.start))
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
