import { describe, expect, it } from 'vitest'
import { FORM_ROWS, formOf } from '../../src/ingest/forms.ts'
import { cutPage } from '../../src/ingest/read-page.ts'
import { SERIES_QUESTIONS } from '../../src/ingest/series-questions.ts'

const cut = (...lines: string[]) => cutPage('page.txt', lines.join('\n')).articles

const ITEMS = [
  ['柳湾镇', '修好秧苗机', '近日，柳湾镇修机小队走村入户，给种粮大户修好插秧机二十六台，春耕前所有机具都能下田。'],
  [
    '文昌街道',
    '锅炉房改成茶馆',
    '文昌街道北门社区把闲置锅炉房改成邻里茶馆，五月一日开门，老人们在这里下棋、读报、听戏。',
  ],
  ['沙溪乡', '渡口装了灯', '6月3日，沙溪乡石桥村渡口装上第一盏路灯，摆渡人老范说，夜里接送学生再也不用打手电。'],
] as const

const STEPS = [
  ['摸清底数', '该县首先把全县的插秧机登记造册，哪一台缺零件、哪一台没人会开，账上写得一清二楚。'],
  ['组建队伍', '随后从各乡抽调二十名老机手，成立修机小队，每人包三个村，农忙时节随叫随到。'],
  ['立下规矩', '此外还定下规矩：只收成本，不收工钱，修不好的由县里统一送厂，来回运费由财政承担。'],
] as const

describe('forms of beginnings', () => {
  it('fire on their examples and on nothing that they must not', () => {
    for (const { pattern, labels, yes, no } of FORM_ROWS) {
      const fires = (line: string): boolean => {
        const label = pattern.exec(line)?.[1]
        return label !== undefined && (labels?.(label) ?? true)
      }
      for (const line of yes) expect([line, fires(line)]).toEqual([line, true])
      for (const line of no) expect([line, fires(line)]).toEqual([line, false])
    }
    expect(FORM_ROWS.length).toBeGreaterThan(8)
  })

  it('are a set: no line is of two forms', () => {
    for (const { yes } of FORM_ROWS)
      for (const line of yes)
        expect([
          line,
          FORM_ROWS.filter(({ pattern, labels }) => {
            const label = pattern.exec(line)?.[1]
            return label !== undefined && (labels?.(label) ?? true)
          }),
        ]).toHaveProperty('1.length', 1)
  })

  it('tell marks apart', () => {
    expect(formOf('●近日')?.form).not.toBe(formOf('■近日')?.form)
  })
})

describe('questions about a series', () => {
  it('have names of their own', () => {
    expect(new Set(SERIES_QUESTIONS.map(([name]) => name)).size).toBe(SERIES_QUESTIONS.length)
  })
})

describe('a page of parallel items is cut into them', () => {
  const bodies = ITEMS.map(([, , text]) => text)

  it.each([
    ['numbers', (i: number, place: string, head: string) => [`${i + 1}．${place}：${head}。`], ''],
    ['brackets', (_: number, place: string, head: string) => [`【${place}${head}】`], ''],
    ['counters', (i: number, place: string, head: string) => [`0${i + 1}`, `${place}：${head}`], ''],
    ['bold heads', (_: number, place: string, head: string) => [`**${place}${head}**`], ''],
    ['corners', (_: number, place: string, head: string) => [`「${place}」 ${head}`], ''],
  ])('under %s', (_, headOf) => {
    const lines = ITEMS.flatMap(([place, head, text], i) => [...headOf(i, place, head), text, ''])
    const articles = cut('街镇简报', '', ...lines)
    expect(articles.map(({ text }) => text)).toEqual(bodies)
    for (const [i, { title }] of articles.entries()) expect(title).toContain(ITEMS[i]?.[1])
  })

  it.each([
    ['the place and a colon', (place: string) => `${place}：`],
    ['the place and a blank', (place: string) => `${place}　`],
    ['the place in brackets', (place: string) => `【${place}】`],
  ])('that begin with %s', (_, begin) => {
    const articles = cut('街镇简报', '', ...ITEMS.map(([place, , text]) => begin(place) + text))
    expect(articles).toHaveLength(3)
    for (const [i, { text }] of articles.entries()) expect(text.endsWith(bodies[i] ?? '-')).toBe(true)
  })

  it('without the note of the editors over them', () => {
    const note = '编者按：今年以来，各乡镇在看得见的小处下功夫，现将三个乡镇的做法摘要编发，供各地学习参考。'
    const lines = ITEMS.flatMap(([place, head, text], i) => [`${i + 1}．${place}：${head}。`, text])
    expect(cut('基层情况交流', '', note, '', ...lines).map(({ text }) => text)).toEqual(bodies)
  })
})

describe('an article under subheads stays whole', () => {
  const opening = '今年春天，石渠县在全县推行插秧机“出诊”制度，三个月里修好机具四百多台，春播没有误一天农时。'

  it.each([
    ['hanzi', (i: number, head: string) => [`${'一二三'.charAt(i)}、${head}`]],
    ['numbers', (i: number, head: string) => [`${i + 1}. ${head}`]],
    ['brackets', (_: number, head: string) => [`【${head}】`]],
    ['counters', (i: number, head: string) => [`0${i + 1}`, head]],
    ['bold', (_: number, head: string) => [`**${head}**`]],
  ])('of %s', (_, headOf) => {
    const lines = STEPS.flatMap(([head, text], i) => ['', ...headOf(i, head), text])
    expect(cut('石渠县插秧机有了“出诊”大夫', '本报记者 方晓', '', opening, ...lines)).toHaveLength(1)
  })

  it('that begin its paragraphs', () => {
    const lines = STEPS.map(([head, text], i) => `${'一二三'.charAt(i)}、${head}。${text}`)
    expect(cut('石渠县农机服务工作总结', '', opening, ...lines)).toHaveLength(1)
  })
})
