import { describe, expect, it } from 'vitest'
import { cutPage } from '../../src/ingest/read-page.ts'

const cut = (page: string) => cutPage('page.txt', page).articles

const PUMP = '柳湾镇修机小队走村入户，给种粮大户修好插秧机二十六台，春耕前所有机具都能下田。'
const PUMP_MORE = '“机器不坏，心里就不慌。”种粮大户周满仓说，小队随叫随到，换零件只收成本。'
const HALL = '近日，桐岭区文昌街道把闲置锅炉房改成邻里茶馆，老人们在这里下棋、读报、听戏。'
const HALL_MORE = '茶馆由文昌街道与三家商户合办，收入用来给独居老人送餐。'

describe('an article without a headline of its own begins', () => {
  it('where the blank line is one that paragraphs do not have', () => {
    const articles = cut([`柳湾镇修机小队进田头`, PUMP, PUMP_MORE, '', HALL, HALL_MORE].join('\n'))
    expect(articles.map(a => a.text.slice(0, 3))).toEqual(['柳湾镇', '近日，'])
  })

  it('where a paragraph tells a headline that still waits for its body', () => {
    const heads = ['柳湾镇修机小队进田头 插秧机下田不误时', '文昌街道锅炉房改成邻里茶馆 老人下棋读报']
    const articles = cut([...heads.flatMap(h => [h, '']), PUMP, PUMP_MORE, HALL, HALL_MORE].join('\n'))
    expect(articles.map(a => a.title)).toEqual(heads)
  })

  it('not where the next paragraph goes on with the one before', () => {
    const articles = cut([`柳湾镇修机小队进田头`, PUMP, PUMP_MORE, '', `同时，${HALL.slice(3)}`, HALL_MORE].join('\n'))
    expect(articles).toHaveLength(1)
  })
})

describe('leads', () => {
  it('name any paper before a bracket of reporters', () => {
    const [, second] = cut(
      [`柳湾镇修机小队进田头`, PUMP, PUMP_MORE, '', `美丽桐岭/桐岭区融媒体中心讯（记者 方晓）${HALL}`].join('\n'),
    )
    expect(second).toMatchObject({ bylines: [{ name: '方晓', role: '记者' }], text: HALL })
  })
})

describe('captions', () => {
  it('leave the headline above them to the article below', () => {
    const articles = cut(
      [
        '文昌街道锅炉房改成邻里茶馆',
        '',
        '在桐岭区文昌街道新开的邻里茶馆里，几位老人正在下棋。资料图',
        '',
        HALL,
        '',
        HALL_MORE,
      ].join('\n'),
    )
    expect(articles.map(a => [a.kind, a.title])).toEqual([
      ['caption', null],
      ['news', '文昌街道锅炉房改成邻里茶馆'],
    ])
  })

  it('are left out where a lone sentence stands above a lead', () => {
    const articles = cut(['邻里茶馆开张', '', '老人们围坐在一起。', '', `本报讯（记者 方晓）${HALL}`].join('\n'))
    expect(articles.map(a => a.title)).toEqual(['邻里茶馆开张'])
  })
})
