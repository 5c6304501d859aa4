import type { Page } from '../model/article.ts'
import { openRegister, type Register } from './register/register.ts'

/** What a page as a whole is about: what an article leaves unsaid because its readers know it. */
export interface PageContext {
  /** Code of the page's own city: a prefecture, a municipality, or a county directly under its province; null where several share the page. */
  readonly city: string | null
  /** Code of the province, null where the page spans several. */
  readonly province: string | null
  /** Cities by the weight of what names them, the heaviest first; ties by code. */
  readonly ranked: readonly { readonly code: string; readonly weight: number }[]
}

/** How far into an article its frame is looked for, in UTF-16 units. */
const REACH = 400
const COUNTY_NAMESAKES = 6
const WEIGHT = { prefecture: 3, county: 2, title: 2, paper: 4 }
const MIN_WEIGHT = 2
const MIN_SHARE = 0.5
const MIN_PROVINCE_SHARE = 0.7
const PAPER = /^市?(?:日报|晚报|晨报|早报|都市报|新闻网|发布|广播电视台|融媒|新报|时报)/u
const UPPER_ENDS = new Uint8Array(1 << 16)
for (const unit of '市县区旗盟州') UPPER_ENDS[unit.charCodeAt(0)] = 1

/**
 * Finds the city that a page belongs to: every prefecture and county named in titles and in the beginnings of the bodies
 * votes for its prefecture, namesakes share a vote, names of newspapers count most.
 */
export function pageContext(page: Page): PageContext {
  const register = openRegister()
  const votes = new Map<string, number>()
  const provinces = new Map<string, number>()
  const vote: Vote = (code, weight) => {
    const city = cityOf(register, code)
    if (city) votes.set(city, (votes.get(city) ?? 0) + weight)
    const province = code.slice(0, 2)
    provinces.set(province, (provinces.get(province) ?? 0) + weight)
  }
  for (const article of page.articles) {
    if (article.title) scan(register, article.title, WEIGHT.title, vote)
    scan(register, article.text.slice(0, REACH), 1, vote)
    for (const byline of article.bylines) scan(register, byline.role, 1, vote)
  }
  const ranked = heaviest(votes)
  const [best] = ranked
  const city = best && best.weight >= MIN_WEIGHT && best.weight >= MIN_SHARE * sum(votes) ? best.code : null
  const [upper] = heaviest(provinces)
  const leads = upper && upper.weight >= MIN_WEIGHT && upper.weight >= MIN_PROVINCE_SHARE * sum(provinces)
  return { city, province: city?.slice(0, 2) ?? (leads ? upper.code : null), ranked }
}

type Vote = (code: string, weight: number) => void

const sum = (votes: ReadonlyMap<string, number>): number => [...votes.values()].reduce((all, weight) => all + weight, 0)

function heaviest(votes: ReadonlyMap<string, number>): PageContext['ranked'] {
  return [...votes]
    .map(([code, weight]) => ({ code, weight }))
    .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1))
}

/** 1501 of 150103; 12 of 120101, since a municipality has no prefecture of a name; 429004 of itself. */
function cityOf(register: Register, code: string): string | null {
  if (code.length < 4) return /^(?:11|12|31|50)$/u.test(code) ? code : null
  const named = [code, ...register.ancestors(code).map(division => division.code)]
  const city = named.find(one => one.length === 4) ?? named.find(one => one.length === 6)
  return /^(?:11|12|31|50)/u.test(code) ? code.slice(0, 2) : (city ?? null)
}

const found = new Int32Array(32)

function scan(register: Register, text: string, factor: number, vote: Vote): void {
  for (let at = 0; at < text.length; at++) {
    const bare = register.bareAt(text, at)
    if (!bare?.safe || UPPER_ENDS[text.charCodeAt(bare.end)]) continue
    const paper = PAPER.test(text.slice(bare.end, bare.end + 6)) ? WEIGHT.paper : 1
    castVote(register, text.slice(at, bare.end), factor * paper, vote)
    at = bare.end - 1
  }
  for (let end = 2; end <= text.length; end++) {
    if (!UPPER_ENDS[text.charCodeAt(end - 1)]) continue
    if (register.namesEnding(text, end, Math.max(0, end - 15), found) === 0) continue
    castVote(register, text.slice(found[0], end), factor, vote)
  }
}

function castVote(register: Register, name: string, factor: number, vote: Vote): void {
  const meant = register.candidates(name).filter(one => one.fit === 2 || register.byHandle(one.index).code.length <= 4)
  const upper = meant.map(one => register.byHandle(one.index)).filter(division => division.code.length <= 6)
  if (upper.length === 0 || upper.length > COUNTY_NAMESAKES) return
  for (const division of upper)
    vote(division.code, (factor * (division.code.length === 6 ? WEIGHT.county : WEIGHT.prefecture)) / upper.length)
}
