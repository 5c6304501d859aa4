import type { Mention } from '../model/facts.ts'
import { UPPER_UNITS } from './levels.ts'
import type { Scene } from './scene.ts'

/** A division that frames what stands near it. */
export interface Frame {
  readonly handle: number
  readonly digits: number
  /** Offset of the mention; -1 for the page's own city and what only follows from others. */
  readonly at: number
  readonly paragraph: number
}

/** Of the body's beginning, in UTF-16 units. */
const DATELINE = 40
const UPPER_ENDS = new Uint8Array(1 << 16)
for (const unit of UPPER_UNITS) UPPER_ENDS[unit.charCodeAt(0)] = 1
const out = new Int32Array(16)

/** What frames an article before a word of it is read: the page's city and province, headline, dateline, bylines. */
export function pageFrames(scene: Scene): Frame[] {
  const { context, register, article } = scene
  const frames: Frame[] = []
  for (const code of [context.city, context.province]) {
    const handle = code ? register.handleOf(code) : -1
    if (handle >= 0) addFrame(scene, frames, handle, -1, -1)
  }
  for (const byline of article.bylines) scanFrames(scene, byline.role, frames)
  scanFrames(scene, article.title ?? '', frames)
  scanFrames(scene, article.text.slice(0, DATELINE), frames)
  return frames
}

/** What a headline or a dateline (本报天津讯) names above the township frames the article, also where it is no mention. */
function scanFrames(scene: Scene, title: string, frames: Frame[]): void {
  const { register } = scene
  for (let end = 2; end <= title.length; end++) {
    if (!UPPER_ENDS[title.charCodeAt(end - 1)] || register.namesEnding(title, end, 0, out) === 0) continue
    const named = register.candidates(title.slice(out[0], end)).filter(one => one.fit === 2)
    if (named.length === 1) addFrame(scene, frames, named[0]!.index, -1, -1)
  }
  for (let at = 0; at < title.length; at++) {
    const bare = register.bareAt(title, at)
    if (!bare?.safe) continue
    if (register.byHandle(bare.handle).code.length <= 4) addFrame(scene, frames, bare.handle, -1, -1)
    at = bare.end - 1
  }
}

/** Adds a division and, once each, what holds it. */
export function addFrame({ register }: Scene, frames: Frame[], handle: number, at: number, paragraph: number): void {
  const { code, level } = register.byHandle(handle)
  if (level === 'village') return
  frames.push({ handle, digits: digitsOf(code), at, paragraph })
  for (let upper = register.parentOf(handle); upper >= 0; upper = register.parentOf(upper)) {
    if (frames.some(frame => frame.handle === upper)) continue
    frames.push({ handle: upper, digits: digitsOf(register.byHandle(upper).code), at: -1, paragraph: -1 })
  }
}

/** A municipality frames like a prefecture. */
const digitsOf = (code: string): number => (/^(?:11|12|31|50)$/u.test(code) ? 4 : code.length)

/** How strongly a frame speaks for what it holds: depth first, then nearness. */
export function strength(frame: Frame, mention: Mention, paragraph: number): number {
  const near = frame.at < 0 ? 0 : frame.at > mention.start ? 1 : frame.paragraph === paragraph ? 4 : 2
  return frame.digits * 10 + near
}
