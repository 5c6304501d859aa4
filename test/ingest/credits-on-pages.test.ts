import { describe, expect, it } from 'vitest'
import { cutPage } from '../../src/ingest/read-page.ts'

const cut = (...lines: string[]) =>
  cutPage('page.txt', lines.join('\n')).articles.map(({ title, bylines }) => [
    title,
    bylines.map(({ name }) => name).join(' '),
  ])

const LONG =
  '街道把一间闲置多年的车棚改造成议事厅，居民下楼走上几步就能坐下来商量事情，不用再楼上楼下地跑，大家都说这个地方选得好。'
const MORE =
  '村里的修机队在田头支起了帐篷，哪家的插秧机坏了，打一个电话就有人来修，今年春天一共修好了四十多台机器，没有收一分钱。'

/** Two bodies as a torn page has them, line by line. */
const HALL = ['近日，青桥街道把一间车棚改', '成了议事厅，居民下楼走几步', '就能坐下来商量事情。']
const REPAIRS = ['连日来，柳湾镇的修机队在田', '头支起了帐篷，哪家的插秧机', '坏了，打一个电话就有人来。']

describe('credits on a page', () => {
  it('end an article, whoever they name and however they stand', () => {
    const page = (credits: string[]) =>
      cut('青桥街道有了议事厅', `近日，青桥${LONG}`, ...credits, '', `连日来，柳湾镇柳湾${MORE}`)
    for (const [credits, names] of [
      [['记者：方晓', '编辑：韩梅', '审 核：许 知'], '方晓 韩梅 许知'],
      [['方晓 韩 梅'], '方晓 韩梅'],
      [['【石渠日报社·最石渠全媒体记者 方晓】'], '方晓'],
      [['本报记者 方晓 本报通讯员 韩梅 摄'], '方晓 韩梅'],
      [['责任编辑：方晓'], ''],
    ] as const)
      expect(page([...credits])).toEqual([
        ['青桥街道有了议事厅', names],
        [null, ''],
      ])
  })

  it('under a headline belong to what follows', () => {
    expect(cut('青桥街道有了议事厅', '', '方晓 韩 梅', '', `青桥${LONG}`)).toEqual([
      ['青桥街道有了议事厅', '方晓 韩梅'],
    ])
  })

  it('under a headline may begin with a paper, a body or a post, or name nobody', () => {
    for (const [line, names] of [
      ['石渠日报 韩梅', '韩梅'],
      ['石渠县人民法院 方 晓', '方晓'],
      ['青桥街道党工委书记 方 晓', '方晓'],
      ['石渠日报讯 记者方晓 特约通讯员韩梅', '方晓 韩梅'],
      ['小编 | 方晓　审核 | 韩梅', '方晓 韩梅'],
      ['□ 青桥街道宣传部供稿', ''],
      ['石渠新闻网', ''],
      ['瀚海潮 通讯员 韩梅', '韩梅'],
      ['瀚海潮 韩梅（整理）', '韩梅'],
      ['石渠日报讯 方晓 通讯员 韩梅', '方晓 韩梅'],
      ['青桥小学供稿 撰写：方晓 编辑：韩梅', '方晓 韩梅'],
      ['（石渠日报 2020年9月3日 第6版 本报记者 方晓）', '方晓'],
      ['（来稿选登）', ''],
    ] as const)
      expect(cut('青桥街道有了议事厅', line, `青桥${LONG}`)).toEqual([['青桥街道有了议事厅', names]])
  })

  it('may stand below their label', () => {
    expect(
      cut('青桥街道有了议事厅', '来源：', '石渠日报', '作者：', '方晓', '编辑：', '韩梅', '', `青桥${LONG}`),
    ).toEqual([['青桥街道有了议事厅', '方晓']])
  })

  it('in the line of source and date count where they name people', () => {
    expect(cut('青桥街道有了议事厅', '2024-06-18 来源：石渠日报 作者：方晓', `青桥${LONG}`)).toEqual([
      ['青桥街道有了议事厅', '方晓'],
    ])
  })
})

describe('credits between two articles', () => {
  const between = (...credits: string[]) =>
    cut('青桥街道有了议事厅', `近日，青桥${LONG}`, ...credits, `连日来，柳湾镇柳湾${MORE}`).map(([, names]) => names)

  it('go to the one that they stand nearer to, or above', () => {
    expect(between('', '石渠日报记者 方晓', '')).toEqual(['方晓', ''])
    expect(between('', '□石渠日报记者 方晓', '')).toEqual(['', '方晓'])
    expect(between('石渠日报记者 方晓', '')).toEqual(['方晓', ''])
    expect(between('', '（方晓 韩梅）', '')).toEqual(['方晓 韩梅', ''])
    expect(between('来源：石渠融媒 记者：方晓', '')).toEqual(['方晓', ''])
  })

  it('go below on a torn page, where headlines are lost', () => {
    const page = cut('车棚变身议事厅', '', ...HALL, '', '石渠日报记者 方晓', '', ...REPAIRS)
    expect(page.map(([, names]) => names)).toEqual(['', '方晓'])
  })

  it('are one where a line end tore them', () => {
    const [first] = cut(
      '车棚变身议事厅',
      '',
      '近日，青桥街道把一间车棚改',
      '成了议事厅，居民下楼走几步',
      '就能坐下来商量事情。 记者',
      '方晓 通讯员韩梅',
    )
    expect(first).toEqual(['车棚变身议事厅', '方晓 韩梅'])
  })
})

describe('headlines', () => {
  it('are told apart from the subtitle under them and from rubrics', () => {
    expect(cut('把议事厅搬到家门口', '——青桥街道纪实', '', `青桥${LONG}`)).toEqual([
      ['把议事厅搬到家门口 ——青桥街道纪实', ''],
    ])
    expect(cut('把议事厅搬到家门口', '一间旧车棚改了样，居民有了商量事情的地方', '', `青桥${LONG}`)).toEqual([
      ['把议事厅搬到家门口', ''],
    ])
    expect(cut('图片新闻', '', `青桥${LONG}（方晓 摄）`)).toEqual([[null, '方晓']])
  })

  it('may ask, with commas and quotes', () => {
    expect(cut('两年了，青桥的“议事厅”变了什么？', '2024-06-18 来源：石渠日报', `青桥${LONG}`)).toEqual([
      ['两年了，青桥的“议事厅”变了什么？', ''],
    ])
  })

  it('at the head of a torn page come apart from the first body', () => {
    const page = cut('青桥街道：', '“议事厅”开张', '', '柳湾镇修机队下田头', '', ...HALL, '', ...REPAIRS)
    expect(page.map(([title]) => title)).toEqual(['青桥街道： “议事厅”开张', '柳湾镇修机队下田头'])
  })

  it('heaped up may have commas and be wider than the columns', () => {
    const page = cut(
      '柳湾镇：',
      '修机小队下田头，秧苗机坏了有人修',
      '',
      '青桥街道：车棚变了样，居民有了说话处',
      '',
      ...HALL,
      '',
      ...REPAIRS,
    )
    expect(page.map(([title]) => title)).toEqual([
      '青桥街道：车棚变了样，居民有了说话处',
      '柳湾镇： 修机小队下田头，秧苗机坏了有人修',
    ])
  })

  it('are no lines of a text that a figure made short', () => {
    const page = cut(
      '车棚变身议事厅',
      '',
      ...HALL,
      '今年以来街道一共花了',
      '120000元，建了三处议事厅，',
      '解决问题112件，调解纠纷',
      '2030起，大家都说好。',
    )
    expect(page).toEqual([['车棚变身议事厅', '']])
  })

  it('as wide as the column are told by the lines below, which tell them again', () => {
    const [article] = cut(
      '青桥街道把车棚改成议事厅',
      '近日，青桥街道把一间车棚改',
      '成了议事厅，居民下楼走几步',
      '就能坐下来商量事情，大家都',
      '说这个地方选得好，今后还要',
      '再建三处这样的议事厅，让更',
      '多的居民有地方说话。',
    )
    expect(article?.[0]).toBe('青桥街道把车棚改成议事厅')
  })
})
