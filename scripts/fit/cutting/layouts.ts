import type { Dice } from './dice.ts'
import { HEADS } from './heads.ts'
import type { Layout } from './layout.ts'

const NAMES = ['方晓', '韩梅', '丁一 周敏', '石小川', '陆 平']
const CELLS = [34, 38, 44, 52]
const day = (dice: Dice): string => `2024-0${1 + dice.below(9)}-1${dice.below(10)}`

const nothing = (): readonly string[] => []
const site = (dice: Dice): readonly string[] => [
  '首页 > 新闻中心 > 镇街动态',
  '',
  '石渠一周｜街巷里的新鲜事',
  '',
  `发布时间：${day(dice)} 09:12　来源：石渠区融媒体中心　浏览次数：${100 + dice.below(900)}`,
  '',
]
const crumbs = (): readonly string[] => ['首页 > 新闻中心 > 镇街动态', '']
const siteFoot = (): readonly string[] => [
  '',
  '【打印本页】【关闭窗口】',
  '扫一扫在手机打开当前页',
  '主办：石渠区融媒体中心',
]
const bulletin = (dice: Dice): readonly string[] => [
  '基层党建情况交流',
  `〔2024〕第${1 + dice.below(40)}期`,
  '',
  '中共石渠县委组织部编　　2024年6月25日',
  '',
]
const bulletinFoot = (): readonly string[] => [
  '',
  '报：市委组织部，县委常委',
  '送：县直各单位党组（党委）',
  '　　　　（共印120份）',
]
const paper = (): readonly string[] => ['03版', '石渠·街镇', '2024年5月21日 星期二', '责任编辑：廉 波　版式：宋 佳', '']
const column = (): readonly string[] => ['基层快讯', '']
const synthesis = (): readonly string[] => ['（本报综合）']
const wechat = (dice: Dice): readonly string[] => [
  '青桥正当夏｜几个街镇，一种“一起”',
  `青桥融媒 ${day(dice)} 20:15 发表于石渠`,
  '',
]
const posted = (dice: Dice): readonly string[] => [`青桥融媒 ${day(dice)} 20:15 发表于石渠`]
const wechatFoot = (): readonly string[] => [
  '',
  '编辑：方晓　校对：韩梅',
  '点“在看”，给身边的小事点个赞',
  '阅读 8416　点赞 77',
]
const INTRO =
  '编者按：今年以来，各乡镇在为基层减负的同时，把更多的功夫下在看得见的小处。现将几个乡镇的做法摘要编发，供各地学习参考。'

const under = (dice: Dice): readonly string[] => [`本报记者 ${dice.pick(NAMES)}`]
const squared = (dice: Dice): readonly string[] => [`□本报记者 ${dice.pick(NAMES)}`]
const dispatch = (dice: Dice): string => `本报讯（记者 ${dice.pick(NAMES)}）`
const inBrackets = (dice: Dice): string => `（${dice.pick(NAMES)}）`
const ofPlace = (dice: Dice, { place }: { place: string }): readonly string[] => [
  `　　　　　　　　（${place}　${dice.pick(NAMES)}）`,
]
const header = (dice: Dice): readonly string[] => [`时间：${day(dice)} 10:05　来源：青桥镇　浏览量：${dice.below(900)}`]

type Row = Pick<Layout, 'name' | 'genre' | 'head'> & Partial<Layout>

const row = (given: Row): Layout => ({
  wrap: [0],
  indent: true,
  apart: 1,
  under: 0,
  spaced: 0,
  top: nothing,
  foot: nothing,
  ...given,
})
const [digest, briefs, feature, page] = (['digest', 'briefs', 'feature', 'page'] as const).map(
  genre =>
    (name: string, head: Layout['head'], given: Partial<Layout> = {}): Layout =>
      row({ name: `${genre}: ${name}`, genre, head, ...given }),
) as [Maker, Maker, Maker, Maker]
type Maker = (name: string, head: Layout['head'], given?: Partial<Layout>) => Layout

const DIGESTS: readonly Layout[] = [
  digest('site, inline brackets', HEADS.inline, { top: site, foot: siteFoot }),
  digest('site, brackets', HEADS.brackets, { top: site, foot: siteFoot }),
  digest('site, numbered', HEADS.numbered, { top: site, foot: siteFoot, apart: 0 }),
  digest('site, plain heads', HEADS.plain, { top: site, foot: siteFoot }),
  digest('site, bars', HEADS.bars, { top: site, foot: siteFoot, under: 1, spaced: 1 }),
  digest('bulletin, numbered', HEADS.numberedStop, {
    top: bulletin,
    foot: bulletinFoot,
    intro: INTRO,
    wrap: [54, 60],
    apart: 0,
  }),
  digest('bulletin, hanzi', HEADS.han, { top: bulletin, foot: bulletinFoot, intro: INTRO, apart: 0 }),
  digest('bulletin, bracketed hanzi', HEADS.bracketedHan, { top: bulletin, foot: bulletinFoot, wrap: [56], apart: 0 }),
  digest('bulletin, kicker', HEADS.kicker, { top: bulletin, foot: bulletinFoot, intro: INTRO }),
  digest('bulletin, plain, wrapped', HEADS.plain, { top: bulletin, foot: bulletinFoot, wrap: [54, 60] }),
  digest('post, zeroed numbers', HEADS.zeroed, { top: wechat, foot: wechatFoot, spaced: 1, indent: false }),
  digest('post, parts', HEADS.part, { top: wechat, foot: wechatFoot, spaced: 1, indent: false }),
  digest('post, bold', HEADS.bold, { top: wechat, foot: wechatFoot, spaced: 1, indent: false, under: 1 }),
  digest('Markdown', HEADS.markdown, { top: () => ['# 街镇动态', ''], spaced: 1, under: 1, indent: false }),
  digest('paper, corners', HEADS.corners, { top: paper, wrap: CELLS, indent: false }),
  digest('paper, corners, close', HEADS.corners, { top: paper, wrap: CELLS, indent: false, apart: 0 }),
  digest('paper, squares', HEADS.square, { top: paper, wrap: CELLS, indent: true }),
  digest('paper, signed by place', HEADS.plain, { top: paper, wrap: CELLS, indent: false, signature: ofPlace }),
  digest('two lines', HEADS.twoLines, { top: site, foot: siteFoot }),
]

const BRIEFS: readonly Layout[] = [
  briefs('●', HEADS.bullet, { top: column, apart: 0, indent: false, foot: synthesis }),
  briefs('●, wrapped', HEADS.bullet, { top: column, apart: 0, indent: false, wrap: CELLS }),
  briefs('△', HEADS.triangle, { top: column, apart: 0, indent: false }),
  briefs('■, signed', HEADS.square0, { top: column, apart: 0, tail: inBrackets, wrap: CELLS }),
  briefs('★', HEADS.star, { top: column, apart: 1, indent: false, foot: synthesis }),
  briefs('● place', HEADS.bulletPlace, { top: column, apart: 0, indent: false }),
  briefs('place:', HEADS.placeColon, { top: column, apart: 0, foot: synthesis }),
  briefs('place:, wrapped', HEADS.placeColon, { top: column, apart: 0, wrap: CELLS }),
  briefs('place and a blank', HEADS.placeSpace, { top: column, apart: 1, indent: false }),
  briefs('【place】', HEADS.inlinePlace, { top: column, apart: 0 }),
  briefs('【place】 on its line', HEADS.placeLine, { top: column, apart: 0 }),
  briefs('numbered', HEADS.numberInline, { top: column, apart: 0 }),
  briefs('circled', HEADS.circled, { top: column, apart: 0, indent: false }),
  briefs('hanzi', HEADS.hanInline, { top: column, apart: 1 }),
  briefs('bare, signed', HEADS.bare, { top: column, apart: 1, tail: inBrackets }),
  briefs('dispatches', HEADS.bare, { top: column, apart: 0, lead: dispatch, wrap: CELLS }),
]

const PAGES: readonly Layout[] = [
  page('site, sourced', HEADS.plain, { byline: header, spaced: 0, apart: 2, under: 1 }),
  page('site, sourced, spaced', HEADS.plain, { byline: header, spaced: 1, apart: 2, under: 1 }),
  page('plain, spaced by two', HEADS.plain, { apart: 2, under: 1, spaced: 1 }),
  page('plain, lists of numbers', HEADS.plain, { top: crumbs, byline: header, listed: HEADS.numberInline }),
  page('plain, lists of points', HEADS.plain, { top: crumbs, byline: header, listed: HEADS.bullet }),
  page('plain, lists of hanzi', HEADS.plain, { byline: header, apart: 2, listed: HEADS.hanInline }),
  page('paper, lists', HEADS.plain, { top: paper, lead: dispatch, wrap: CELLS, listed: HEADS.numberInline }),
  page('plain, close', HEADS.plain, { apart: 1 }),
  page('paper, signed over', HEADS.plain, { top: paper, byline: under, wrap: CELLS }),
  page('paper, squares', HEADS.plain, { top: paper, byline: squared, wrap: CELLS, indent: false, torn: 6 }),
  page('paper, dispatches', HEADS.plain, { top: paper, lead: dispatch, wrap: CELLS, torn: 6, indent: false }),
  page('paper, signed below', HEADS.plain, { top: paper, tail: inBrackets, wrap: CELLS, indent: true }),
  page('paper, kickers', HEADS.twoLines, { top: paper, lead: dispatch, wrap: CELLS, apart: 1 }),
  page('paper, unsigned, torn', HEADS.plain, { top: paper, wrap: CELLS, indent: true, torn: 5, under: 1 }),
]

const FEATURES: readonly Layout[] = [
  feature('plain subheads', HEADS.plain, { top: crumbs, byline: header, foot: siteFoot }),
  feature('plain subheads, spaced', HEADS.plain, { byline: under, under: 1, spaced: 1 }),
  feature('plain subheads, unsigned', HEADS.plain, { indent: false }),
  feature('hanzi', HEADS.han, { byline: header, apart: 0 }),
  feature('bracketed hanzi', HEADS.bracketedHan, { apart: 0 }),
  feature('brackets', HEADS.brackets, { byline: under }),
  feature('inline brackets', HEADS.inline, { byline: header, apart: 0 }),
  feature('clauses', HEADS.hanClause, { top: crumbs, byline: header, apart: 0 }),
  feature('bracketed clauses', HEADS.bracketedClause, { top: crumbs, apart: 0 }),
  feature('points', HEADS.bullet, { top: crumbs, byline: header, apart: 0 }),
  feature('numbers', HEADS.numberInline, { apart: 0 }),
  feature('site, numbered', HEADS.numbered, { top: crumbs, byline: header, foot: siteFoot }),
  feature('site, bars', HEADS.bars, { top: crumbs, byline: header, foot: siteFoot }),
  feature('diary', HEADS.date, { byline: under, apart: 1 }),
  feature('diary, wrapped', HEADS.date, { top: paper, byline: under, wrap: CELLS }),
  feature('hours', HEADS.time, { top: crumbs, byline: header, apart: 0 }),
  feature('questions', HEADS.question, { top: crumbs, byline: header }),
  feature('asked and answered', HEADS.asked, { byline: under, apart: 0 }),
  feature('interview', HEADS.interview, { byline: under, apart: 0 }),
  feature('scenes', HEADS.scene, { top: crumbs, byline: header }),
  feature('named', HEADS.named, { byline: header, spaced: 1, under: 1 }),
  feature('bold', HEADS.bold, { byline: under, spaced: 1, under: 1, indent: false }),
  feature('zeroed', HEADS.zeroed, { byline: posted, foot: wechatFoot, spaced: 1, indent: false }),
  feature('Markdown', HEADS.markdown, { titleMark: '# ', spaced: 1, under: 1, indent: false }),
  feature('squares', HEADS.square, { byline: under, apart: 0 }),
  feature('paper', HEADS.plain, { top: paper, byline: under, wrap: CELLS, torn: 5 }),
  feature('paper, numbered', HEADS.numbered, { top: paper, byline: squared, wrap: CELLS, apart: 0 }),
  feature('paper, bold', HEADS.bold, { top: paper, byline: squared, wrap: CELLS, under: 1, torn: 4 }),
]

/** Every look that pages are composed in. */
export const LAYOUTS: readonly Layout[] = [...DIGESTS, ...BRIEFS, ...PAGES, ...FEATURES]
