import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openRegister } from '../../../src/extract/register/register.ts'
import { unpackRegister } from '../../../src/extract/register/unpack.ts'

const register = openRegister()
const codesOf = (name: string): string[] => register.byName(name).map(division => division.code)
const seed = (name: string): Buffer => readFileSync(new URL(`../../../seeds/${name}`, import.meta.url))

describe('the file', () => {
  const header = JSON.parse(seed('divisions.json').toString('utf8'))

  it('holds every division, level by level', () => {
    expect(header.counts).toEqual({ province: 31, prefecture: 342, county: 2978, township: 41352, village: 620573 })
    expect(register.total).toBe(665_276)
    const counted = [0, 0, 0, 0, 0]
    for (const level of unpackRegister().levels) counted[level]!++
    expect(counted).toEqual(Object.values(header.counts))
  })

  it('fits its checksum and stays small', () => {
    const bin = seed('divisions.bin')
    expect(createHash('sha256').update(bin).digest('hex')).toBe(header.sha256)
    expect(bin.length).toBeLessThan(4_500_000)
  })
})

describe('names', () => {
  it.each([
    ['和林格尔县', '150123'],
    ['和林县', '150123'],
    ['土左旗', '150121'],
    ['阿左旗', '152921'],
    ['呼市', '1501'],
    ['玉龙县', '530721'],
    ['翠玉乡', '530724203'],
    ['通道街', '150103006'],
    ['襄樊市', '4206'],
    ['平泉县', '130881'],
    ['内蒙古', '15'],
    ['仙桃市', '429004'],
    ['石河子市', '659001'],
    ['浦东新区', '310115'],
    ['石家庄高新区', '130171'],
  ])('%s is %s', (name, code) => {
    expect(codesOf(name)[0]).toBe(code)
  })

  it('answers to what people say, not to what the register adds', () => {
    expect(register.byCode('150123203224')).toMatchObject({
      name: '黑麻洼村民委员会',
      plainName: '黑麻洼村',
      level: 'village',
    })
    expect(codesOf('黑麻洼村')).toEqual(['150123203224'])
    expect(register.countOf('阳光社区')).toBeGreaterThan(200)
    expect(codesOf('市辖区')).toEqual([])
    expect(codesOf('街道')).toEqual([])
  })

  it('knows levels, containers and kinds', () => {
    expect(register.level('429004')).toBe('county')
    expect(register.ancestors('429004').map(division => division.code)).toEqual(['42'])
    expect(register.ancestors('150103004004').map(division => division.code)).toEqual([
      '150103004',
      '150103',
      '1501',
      '15',
    ])
    expect(register.children('1501').map(division => division.name)).toContain('回民区')
    expect(register.isWithin('150103004', '1501')).toBe(true)
    expect(register.isWithin('150103004', '1502')).toBe(false)
    expect(register.byCode('150172')?.kind).toBe('zone')
    expect(register.byCode('999999')).toBeUndefined()
    expect(register.byCode('15010')).toBeUndefined()
  })

  it('ranks namesakes by what stands near', () => {
    const [first] = register.resolve('新华社区', { near: ['150403'] })
    expect(first?.division.code).toBe('150403003004')
    expect(register.resolve('舍必崖', { within: ['150123'], bare: true }).map(one => one.division.level)).toContain(
      'township',
    )
    expect(register.resolve('营子村', { within: ['420302'] }).map(one => one.division.code)).toEqual(['420302100206'])
  })

  it('finds what is spelt almost so, and nothing where two fit', () => {
    const like = (name: string, code: string): string | undefined => {
      const handle = register.likeSpelt(name, [register.handleOf(code)])
      return handle < 0 ? undefined : register.byHandle(handle).code
    }
    expect(like('海西路街道', '150103')).toBe('150103004')
    expect(like('信和名都社区', '140802')).toBe('140802006014')
    expect(like('月亮湾街道', '150103')).toBeUndefined()
  })
})

describe('running text', () => {
  const text = '记者从呼和浩特市回民区通道街三顺店社区了解到'
  const out = new Int32Array(32)
  const ending = (end: number): string[] => {
    const count = register.namesEnding(text, end, 0, out)
    return Array.from({ length: count }, (_, i) => text.slice(out[2 * i], end))
  }

  it('finds the names that end at an offset, the longest first', () => {
    expect(ending(text.indexOf('市') + 1)).toEqual(['呼和浩特市'])
    expect(ending(text.indexOf('区') + 1)).toEqual(['回民区'])
    expect(ending(text.indexOf('街') + 1)).toContain('通道街')
    expect(ending(text.indexOf('社区') + 2)).toContain('三顺店社区')
    expect(ending(text.length)).toEqual([])
  })

  it('finds upper names without level word and says which are safe', () => {
    expect(register.bareAt('在杭州召开', 1)).toMatchObject({ end: 3, safe: true })
    expect(register.bareAt('在茅箭召开', 1)).toMatchObject({ end: 3, safe: true })
    expect(register.bareAt('加强合作', 2)).toMatchObject({ safe: false })
    expect(register.bareAt('回民群众', 0)).toMatchObject({ safe: false })
    expect(register.bareAt('认真学习', 0)).toBeUndefined()
  })

  it('finds every division under its plain name, wherever it stands', () => {
    const anyDivision = fc.integer({ min: 0, max: register.total - 1 }).map(i => register.byHandle(i))
    fc.assert(
      fc.property(anyDivision, fc.stringMatching(/^[，。a-z]{0,5}$/u), (division, before) => {
        const named = register.byName(division.plainName)
        fc.pre(named.length > 0)
        expect(named.map(one => one.code)).toContain(division.code)
        const whole = before + division.plainName
        expect(register.match(whole, before.length, whole.length)).toBeGreaterThanOrEqual(0)
        expect(register.byCode(division.code)).toBe(division)
      }),
      { numRuns: 500 },
    )
  })

  it('reaches nearly all divisions by their plain names', () => {
    let missed = 0
    for (let i = 7; i < register.total; i += 331) {
      const division = register.byHandle(i)
      if (!register.byName(division.plainName).includes(division)) missed++
    }
    expect(missed).toBeLessThanOrEqual(4)
  })
})
