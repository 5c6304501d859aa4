import { describe, expect, it } from 'vitest'
import { pageContext } from '../../src/extract/page-context.ts'
import type { Article } from '../../src/model/article.ts'

const article = (title: string | null, text: string): Article => ({
  id: text,
  source: 'a.txt',
  index: 1,
  title,
  date: null,
  kind: 'news',
  text,
  span: { start: 0, end: text.length },
  offsets: [],
  blocks: [],
  bylines: [],
})
const page = (...articles: Article[]) => ({ source: 'a.txt', encoding: 'utf-8', articles, leftovers: [] })

describe('the city of a page', () => {
  it('is the one that its counties share', () => {
    const context = pageContext(
      page(article('茅箭区治水', '茅箭区各村清理河道。'), article(null, '竹溪县的茶农忙采茶。')),
    )
    expect(context).toMatchObject({ city: '4203', province: '42' })
  })

  it('is a municipality or a county directly under its province where there is no prefecture', () => {
    expect(pageContext(page(article('石景山区老街坊议事', '石景山区的社区里热闹起来。'))).city).toBe('11')
    expect(pageContext(page(article('仙桃市整治沟渠', '仙桃市的干部下了沟渠。'))).city).toBe('429004')
  })

  it('is nobody’s where cities share the page, though they share a province', () => {
    const context = pageContext(
      page(article(null, '阿拉善左旗的支部。'), article(null, '元宝山区的网格。'), article(null, '集宁区的律师。')),
    )
    expect(context).toMatchObject({ city: null, province: '15' })
  })

  it('is unknown on a page without places, or with namesakes alone', () => {
    expect(pageContext(page(article('新气象', '居民都说好。')))).toEqual({ city: null, province: null, ranked: [] })
    expect(pageContext(page(article(null, '新城区和鼓楼区都来了。'))).city).toBeNull()
  })

  it('hears the name of the paper', () => {
    expect(pageContext(page(article(null, '锦州日报记者走进社区，鼓楼区也来人。'))).city).toBe('2107')
  })
})
