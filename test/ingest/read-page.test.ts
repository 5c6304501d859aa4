import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../src/graph/seeded.ts'
import { cutPage, readPage } from '../../src/ingest/read-page.ts'
import { toSource } from '../../src/text/offset-map.ts'
import { STORIES } from './sample.ts'
import { typeset } from './typeset.ts'

const cut = (...lines: string[]) => cutPage('page.txt', lines.join('\n')).articles
const brief = (articles: ReturnType<typeof cut>) =>
  articles.map(({ kind, title, text }) => [kind, title, text.slice(0, 6)])

describe('a torn page', () => {
  it('joins words and figures over blank lines and drops spaces beside digits', () => {
    const [article] = cut(
      '本报讯（记者 方晓）今年春天，青桥',
      '街道把车棚改造成议事厅，居民可以随时',
      '坐下来商量。截至目前，议事厅开会 3',
      '',
      '8次，解决居民提出的问题 112件，新划',
      '车位96 个、47万元资金到位。',
    )
    expect(article?.text).toBe(
      '今年春天，青桥街道把车棚改造成议事厅，居民可以随时坐下来商量。截至目前，议事厅开会38次，解决居民提出的问题112件，新划车位96个、47万元资金到位。',
    )
    expect(article?.bylines).toEqual([{ name: '方晓', role: '记者' }])
  })

  it('reads headlines and labels that run down the page', () => {
    const page = typeset(
      STORIES.slice(0, 2),
      { headlines: 'above', byline: 'lead', torn: 0, widths: [17, 17], labels: false, indent: true },
      seededRandom(3),
    )
    const { articles, leftovers } = cutPage('p', `基\n层\n观\n察\n\n${page}`)
    expect(articles).toHaveLength(2)
    expect(leftovers).toEqual([{ start: 0, end: 7, line: 1, text: '基\n层\n观\n察' }])
  })

  it('maps every character of every body to the source', () => {
    const page = typeset(
      STORIES,
      { headlines: 'mixed', byline: 'line', torn: 8, widths: [17, 14, 20, 16, 23], labels: true, indent: true },
      seededRandom(7),
    )
    const { articles } = cutPage('p', page)
    expect(articles).toHaveLength(STORIES.length)
    for (const { text, offsets, span, blocks } of articles) {
      for (let i = 0; i < text.length; i++)
        if (!/\s/.test(text[i] as string)) expect(page[toSource(offsets, i)]).toBe(text[i])
      expect(toSource(offsets, 0)).toBe(span.start)
      expect(toSource(offsets, text.length - 1)).toBe(span.end - 1)
      expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text)
    }
  })
})

describe('web pages', () => {
  it('leave the site’s own lines out', () => {
    const articles = cut(
      '当前位置：首页 > 街镇动态',
      '柳湾镇：田头来了修机队',
      '来源：石渠县融媒体中心  发布时间：2024-05-06 09:10  浏览次数：31',
      '【字号：大 中 小】',
      '插秧时节，柳湾镇的田埂上多了一群背着工具箱的年轻人。他们修好机器240台。',
      '镇里打算秋收以前再培训一批修理工。',
      '责任编辑：甲乙',
      '上一篇：石渠县召开会议',
      '扫一扫在手机打开当前页',
    )
    expect(articles).toHaveLength(1)
    expect(articles[0]).toMatchObject({ title: '柳湾镇：田头来了修机队', date: '2024-05-06' })
    expect(articles[0]?.text).toMatch(/^插秧时节[^\n]*。\n镇里打算[^\n]*。$/)
  })

  it('keep subheads of an article and begin the next at its source line', () => {
    const one = [
      '一、先把地基打牢',
      '南坡社区今年换了新水管，居民不再提水上楼。',
      '二、再把人心聚拢',
      '居民每月开一次会，账目全都公开。',
    ]
    const articles = cut(
      '南坡社区的两件实事',
      '2024-03-01 来源：石渠日报',
      ...one,
      '东岭社区办起小饭桌',
      '2024-03-05 来源：石渠日报',
      '东岭社区的小饭桌每天中午开饭，八十位老人不再为吃饭发愁。',
    )
    expect(articles.map(({ title, date }) => [title, date])).toEqual([
      ['南坡社区的两件实事', '2024-03-01'],
      ['东岭社区办起小饭桌', '2024-03-05'],
    ])
    expect(articles[0]?.blocks.map(({ role }) => role)).toEqual(['subhead', 'paragraph', 'subhead', 'paragraph'])
  })

  it('cut bulletins that have nothing but headlines', () => {
    const pairs = STORIES.map(({ title, paragraphs }) => [title, ...paragraphs].join('\n\n'))
    expect(cut(pairs.join('\n\n\n')).map(({ title }) => title)).toEqual(STORIES.map(({ title }) => title))
  })
})

describe('other layouts', () => {
  it('takes each ● for a brief under the head of its column', () => {
    const articles = cut(
      '简讯',
      '●近日，青桥街道为老人义诊58次。（方晓）',
      '●日前，柳湾镇送农机书下乡，发放手册300册。（韩梅）',
    )
    expect(brief(articles)).toEqual([
      ['brief', '简讯', '近日，青桥街'],
      ['brief', '简讯', '日前，柳湾镇'],
    ])
    expect(articles[1]?.text).toBe('日前，柳湾镇送农机书下乡，发放手册300册。')
  })

  it('keeps ● where it begins the points of a list', () => {
    expect(
      cut('青桥街道怎样办事', '青桥街道列出三条规矩。', '●门要开得早，话要说得明', '●账要算得清。', '●事要办得快。'),
    ).toHaveLength(1)
  })

  it('makes an article of a caption with facts, not of one that only points', () => {
    const articles = cut(
      '石渠县图书馆延长开放',
      '石渠县图书馆把闭馆时间推迟到晚上十点，读者多出一成。',
      '图为读者在夜间阅览室看书。 方晓 摄',
      '',
      '银发课堂',
      '',
      '近日，南坡社区请来14名大学生教老人用手机挂号，620名老人已经结业。图为课堂一角。 韩梅 摄',
    )
    expect(brief(articles)).toEqual([
      ['news', '石渠县图书馆延长开放', '石渠县图书馆'],
      ['caption', '银发课堂', '近日，南坡社'],
    ])
    expect(articles[1]?.bylines).toEqual([{ name: '韩梅', role: '摄影' }])
  })

  it('reads Markdown headings by their level', () => {
    const articles = cut(
      '# 青桥街道办起议事厅',
      '',
      '青桥街道把车棚改成议事厅。',
      '',
      '## 清单亮出来',
      '',
      '议题每月公布。',
      '',
      '# 柳湾镇修好秧苗机',
      '',
      '柳湾镇组成修机小队。',
    )
    expect(articles.map(({ title, text }) => [title, text])).toEqual([
      ['青桥街道办起议事厅', '青桥街道把车棚改成议事厅。\n清单亮出来\n议题每月公布。'],
      ['柳湾镇修好秧苗机', '柳湾镇组成修机小队。'],
    ])
  })

  it('gives the page’s date to its articles and the year to a dateline', () => {
    const articles = cut(
      '石渠日报',
      '2024年11月5日 星期二',
      '',
      '柳湾镇修好秧苗机',
      '',
      '本报11月4日讯（记者 方晓）柳湾镇组成修机小队，修好机器240台。',
    )
    expect(articles[0]).toMatchObject({ date: '2024-11-04', title: '柳湾镇修好秧苗机' })
  })

  it('reads a lead that stands on a line of its own', () => {
    const articles = cut('柳湾镇修好秧苗机', '', '本报讯（记者 方晓）', '', '柳湾镇组成修机小队，修好机器240台。')
    expect(articles).toMatchObject([
      { title: '柳湾镇修好秧苗机', text: '柳湾镇组成修机小队，修好机器240台。', bylines: [{ name: '方晓' }] },
    ])
  })

  it('takes text without a headline', () => {
    expect(cut('柳湾镇组成修机小队，修好机器240台。')).toMatchObject([
      { title: null, index: 1, text: '柳湾镇组成修机小队，修好机器240台。' },
    ])
  })
})

describe('what comes out', () => {
  it('is the same for the same text, whatever the file is called', () => {
    const bytes = new TextEncoder().encode('柳湾镇修好秧苗机\n\n柳湾镇组成修机小队。')
    const [one, two] = [readPage('a.txt', bytes), readPage('b/c.txt', bytes)]
    expect(one.articles[0]?.id).toBe(two.articles[0]?.id)
    expect(one.articles[0]?.id).toMatch(/^[0-9a-f]{16}$/)
    expect(one.encoding).toBe('utf-8')
  })

  it.each([
    ['one line of four million characters', '近日，某区开展活动。'.repeat(400_000)],
    ['nothing but open brackets', '（'.repeat(1_000_000)],
    ['spaces without end', `本报讯${' '.repeat(2_000_000)}好`],
    ['a hundred thousand headlines', '党建引领\n'.repeat(100_000)],
    ['one character a line', '党\n\n'.repeat(60_000)],
    ['ten thousand articles', '本报讯（记者 方晓）近日，某区开展了活动。\n\n'.repeat(10_000)],
    ['one endless wrapped paragraph', '近日，某区开展活动，党员干部走进社区\n'.repeat(60_000)],
    ['lone surrogates and controls', '近日\ud800，某区\u0007开展\udc00活动。\n'],
  ])('survives %s', (_, page) => {
    const { articles, leftovers } = cutPage('p', page)
    expect(articles.length + leftovers.length).toBeGreaterThan(0)
    for (const { text, blocks } of articles) expect(blocks.at(-1)?.end).toBe(text.length)
  })
})
