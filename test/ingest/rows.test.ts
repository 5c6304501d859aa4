import { describe, expect, it } from 'vitest'
import { QUESTIONS } from '../../src/ingest/boundary.ts'
import { parseCredits, parseNames, writersOf } from '../../src/ingest/credits.ts'
import { leadOf, tailOf } from '../../src/ingest/leads.ts'
import { kindOfLine, LINE_ROWS } from '../../src/ingest/line-kinds.ts'
import { splitNames } from '../../src/ingest/names.ts'

const names = (line: string, bare = false): string | null =>
  parseCredits(line, bare)
    ?.map(({ role, name }) => `${role} ${name}`)
    .join('、') ?? null

describe('kinds of line', () => {
  it('fire on their examples and on nothing that they must not', () => {
    let seen = 0
    for (const { kind, pattern, yes, no } of LINE_ROWS) {
      for (const line of yes) expect([line, kindOfLine(line)]).toEqual([line, kind])
      for (const line of no) expect([line, pattern.test(line)]).toEqual([line, false])
      seen += yes.length + no.length
    }
    expect(seen).toBeGreaterThan(50)
  })

  it('are a set: no line falls under two kinds', () => {
    for (const { yes } of LINE_ROWS)
      for (const line of yes) {
        const kinds = new Set(LINE_ROWS.filter(({ pattern }) => pattern.test(line)).map(({ kind }) => kind))
        expect([line, [...kinds]]).toHaveLength(2)
        expect([line, kinds.size]).toEqual([line, 1])
      }
  })
})

describe('questions about a boundary', () => {
  it('have names of their own and weigh something', () => {
    expect(new Set(QUESTIONS.map(({ name }) => name)).size).toBe(QUESTIONS.length)
    expect(QUESTIONS.every(({ weight }) => weight !== 0)).toBe(true)
  })
})

describe('credits', () => {
  it.each([
    ['□本报记者 方晓', '记者 方晓'],
    ['●本报记者 方晓 韩梅 通讯员 许知行', '记者 方晓、记者 韩梅、通讯员 许知行'],
    ['■本报记者 方晓 摄', '记者 方晓'],
    ['方晓 摄', '摄影 方晓'],
    ['◎方晓', '作者 方晓'],
    ['记者 方 晓 文/图', '记者 方晓'],
    ['见习记者：方晓 实习生：韩梅', '见习记者 方晓、实习生 韩梅'],
    ['通讯员韩梅', '通讯员 韩梅'],
    ['某县融媒体中心记者 方晓', '记者 方晓'],
    ['记者 斯琴高娃 乌云其木格', '记者 斯琴高娃、记者 乌云其木格'],
    ['记者方晓韩梅', '记者 方晓、记者 韩梅'],
    ['作者：方晓', '作者 方晓'],
    ['文/方晓 图/韩梅', '文 方晓、摄影 韩梅'],
    ['本报记者 方晓 本报通讯员 韩梅 摄', '记者 方晓、通讯员 韩梅'],
    ['石渠日报·石渠客户端通讯员 韩梅', '通讯员 韩梅'],
    ['【石渠日报社·最石渠全媒体记者 方晓】', '全媒体记者 方晓'],
    ['全媒体记者方 晓', '全媒体记者 方晓'],
    ['记者方晓摄', '记者 方晓'],
    ['□方晓 韩 梅 报道', '报道 方晓、报道 韩梅'],
    ['编辑：方晓 审 核：韩 梅', '编辑 方晓、审核 韩梅'],
    ['责编丨方晓', '责编 方晓'],
    ['策划：方晓 记者：韩梅', '记者 韩梅'],
    ['看看石渠News记者：方晓 实习编辑：韩梅', '记者 方晓、实习编辑 韩梅'],
    ['（记者 方晓 文/图/视）', '记者 方晓'],
    ['石渠日报通讯员 方晓 韩梅', '通讯员 方晓、通讯员 韩梅'],
    ['石渠日报全媒记者 方晓 通讯员 韩梅', '记者 方晓、通讯员 韩梅'],
    ['N石渠全媒体记者方晓韩梅', '全媒体记者 方晓、全媒体记者 韩梅'],
    ['石渠时刻记者 方晓 通讯员 韩梅 安庆报道', '记者 方晓、通讯员 韩梅'],
    ['石渠新闻记者方晓安庆报道', '记者 方晓'],
    ['记者 文　静 通讯员 韩梅', '记者 文静、通讯员 韩梅'],
    ['通讯员：次仁央金', '通讯员 次仁央金'],
    ['瀚海潮 通讯员 韩梅', '通讯员 韩梅'],
    ['石渠新闻记者 韩梅 通讯员 许知行 方城报道', '记者 韩梅、通讯员 许知行'],
  ])('read %s', (line, wanted) => expect(names(line)).toBe(wanted))

  it.each([
    '方晓',
    '党员带头 社区添力',
    '记者节到了',
    '通讯员们来到田头',
    '摄影展开幕',
    '（下同）',
    '通讯员 韩梅）近年来',
    '记者 手记',
    '（资料图片）',
    '（行业观察·石渠）',
    '记者离开时，宝音德力格尔正',
    '（根据录音整理，有删节）',
    '（作者单位：石渠县教育局）',
  ])('do not read %s', line => expect(names(line)).toBeNull())

  it('take names alone only in brackets', () => {
    expect(names('方晓 韩梅', true)).toBe('作者 方晓、作者 韩梅')
    for (const word of ['下同', '见图', '完', '待续', '组织部', '试行'])
      expect([word, names(word, true)]).toEqual([word, null])
  })

  it('are read without a role where nothing but names stands on the line', () => {
    expect(parseNames('方晓 韩 梅 许知行')?.map(({ name }) => name)).toEqual(['方晓', '韩梅', '许知行'])
    expect(parseNames('韩 梅')?.map(({ name }) => name)).toEqual(['韩梅'])
    for (const line of ['韩梅', '文明 和谐', '党员带头 社区添力', '方晓 开展活动'])
      expect([line, parseNames(line)]).toEqual([line, null])
  })

  it('are read off a line of source and date', () => {
    const writers = (line: string) => writersOf(line).map(({ name }) => name)
    expect(writers('2024-06-18 10:20 来源：石渠日报 作者：方晓')).toEqual(['方晓'])
    expect(writers('本报记者 方 晓 《石渠日报》（2024年06月18日 第3版）')).toEqual(['方晓'])
    expect(writers('发布日期：2024-06-18 | 来源：韩梅')).toEqual(['韩梅'])
    expect(writers('来源：石渠网 作者：admin')).toEqual([])
  })

  it('split names that were set without a space', () => {
    expect(splitNames('方晓韩梅')).toEqual(['方晓', '韩梅'])
    expect(splitNames('欧阳知行')).toEqual(['欧阳知行'])
    expect(splitNames('开展活动')).toBeNull()
  })
})

describe('leads and tails', () => {
  it.each([
    ['本报讯（记者 方晓）近日，青桥街道', '近日，青桥街道', '方晓'],
    ['本报讯 （通讯员 韩梅）近日，青桥街道', '近日，青桥街道', '韩梅'],
    ['本报青桥8月5日讯 近日，青桥街道', '近日，青桥街道', ''],
    ['本报讯 记者方晓报道：近日，青桥街道', '近日，青桥街道', '方晓'],
    ['新华社青桥8月5日电（记者方晓、韩梅）近日，青桥街道', '近日，青桥街道', '方晓,韩梅'],
    ['石渠融媒讯（方晓）近日，青桥街道', '近日，青桥街道', '方晓'],
    ['（记者 方晓）近日，青桥街道', '近日，青桥街道', '方晓'],
    ['本 报 讯（记者 方 晓）近日，青桥街道', '近日，青桥街道', '方晓'],
    ['青桥讯（记者 方晓）近日，青桥街道', '近日，青桥街道', '方晓'],
    ['青桥讯【特约通讯员韩梅】近日，青桥街道', '近日，青桥街道', '韩梅'],
    ['本报讯 通讯员 韩梅 记者 方晓 近日，青桥街道', '近日，青桥街道', '韩梅,方晓'],
    ['本报讯（记者方晓 柳湾记者站韩梅）近日，青桥街道', '近日，青桥街道', '方晓,韩梅'],
    ['【石渠报讯】实习记者方晓上海报道：近日，青桥街道', '近日，青桥街道', '方晓'],
    ['石渠晚报讯 韩梅、全媒体记者方晓摄影报道：近日，青桥街道', '近日，青桥街道', '韩梅,方晓'],
    ['石渠网（石渠日报网）讯（通讯员方晓、韩梅）近日，青桥街道', '近日，青桥街道', '方晓,韩梅'],
    ['中国石渠网8月5日青桥讯（方晓 韩梅）近日，青桥街道', '近日，青桥街道', '方晓,韩梅'],
    ['中国石渠网85日青桥讯 近日，青桥街道', '近日，青桥街道', ''],
    ['据石渠融媒讯（记者 方晓）近日，青桥街道', '近日，青桥街道', '方晓'],
    ['晚报讯 近日，青桥街道', '近日，青桥街道', ''],
    ['云上石渠报道（全媒体记者方晓 通讯员韩梅）近日，青桥街道', '近日，青桥街道', '方晓,韩梅'],
  ])('lead: %s', (text, body, writers) => {
    const lead = leadOf(text)
    expect(text.slice(lead?.length)).toBe(body)
    expect(lead?.bylines.map(({ name }) => name).join()).toBe(writers)
  })

  it.each(['本报通讯员走进车间', '据悉，资讯平台上线', '供电所来电（客服）', '国家电网电力抢修', '（一）提高站位'])(
    'no lead: %s',
    text => expect(leadOf(text)).toBeNull(),
  )

  it.each([
    ['居民都说好。（方晓 韩梅）', '居民都说好。', false],
    ['居民都说好。（记者 方晓）', '居民都说好。', false],
    ['居民都说好。 本报记者 方晓 摄', '居民都说好。', true],
    ['居民都说好。（斯琴）', '居民都说好。', false],
    ['骑手在驿站歇脚。图为韩梅拍摄。', '骑手在驿站歇脚。图为韩梅拍摄。', true],
    ['居民都说好。 记者方晓 通讯员韩梅', '居民都说好。', false],
    ['居民都说好。方晓', '居民都说好。', false],
    ['居民都说好。 欧阳知行 韩 梅', '居民都说好。', false],
  ])('tail: %s', (text, body, photo) => {
    const tail = tailOf(text)
    expect(text.slice(0, tail?.start)).toBe(body)
    expect(tail?.photo).toBe(photo)
  })

  it.each([
    '印发管理办法（试行）',
    '居民都说好。（下转第三版）',
    '组织“先锋队”（党员）',
    '他笑着说。（笑）',
    '他来自哪里？阿拉善',
    '居民都说好。全文',
  ])('no tail: %s', text => expect(tailOf(text)).toBeNull())
})
