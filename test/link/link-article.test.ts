import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkArticle } from '../../src/link/link-article.ts'
import type { Entity, Mention } from '../../src/model/facts.ts'
import { article, link, Story } from './pair-stories.ts'

const named = (entities: readonly Entity[], name: string): Entity | undefined => entities.find(e => e.name === name)
const forms = (entity: Entity | undefined): string[] => entity?.mentions.map(mention => mention.text) ?? []

/** Tells a story: `{place}` with its kind taken from its ending, `{Organisation/party 市委组织部}`, `{~该县}` a pointer. */
function story(text: string): Story {
  const told = new Story()
  for (const part of text.split(/(\{[^}]*\})/u)) {
    const m = /^\{(~?)(?:(\w+)\/(\S+) )?(.+)\}$/u.exec(part)
    if (!m) told.text += part
    else told.tell(m[4]!, m[2], m[3], m[1] === '~')
  }
  return told
}

describe('places', () => {
  it('reads a chain of names as one inside the other', () => {
    const entities = link(story('{呼和浩特市}{回民区}{通道街}{三顺店社区}的居民来了。'))
    expect(entities.map(e => e.code)).toEqual(['1501', '150103', '150103006', '150103006009'])
    expect(entities.map(e => e.name)).toEqual(['呼和浩特市', '回民区', '通道街街道', '三顺店社区'])
    expect(entities.map(e => e.parent)).toEqual([undefined, 'e1', 'e2', 'e3'])
  })

  it('gives no code to a name that several bear and nothing frames', () => {
    expect(link(story('近日，{新华社区}的居民来了。'))[0]).not.toHaveProperty('code')
    expect(link(story('近日，{鼓楼区}的街道来了。'))[0]).not.toHaveProperty('code')
    expect(link(story('{徐州市}来了，{鼓楼区}来了。'))[1]?.code).toBe('320302')
  })

  it('lets the townships of a story tell its county', () => {
    const entities = link(story('{新城区}来了，{成吉思汗大街街道}来了，{东街街道}来了。'))
    expect(named(entities, '新城区')?.code).toBe('150102')
  })

  it('completes a name that many counties have, and no other', () => {
    const entities = link(story('{和林格尔县}{城关镇}和{舍必崖乡}来了。'))
    expect(entities.map(e => e.name)).toEqual(['和林格尔县', '和林格尔县城关镇', '舍必崖乡'])
    expect(entities[1]?.aliases).toEqual(['城关镇'])
  })

  it('keeps what is printed where the register spells it otherwise', () => {
    const entities = link(story('{运城市}{盐湖区}的{信和名都社区}。'))
    expect(named(entities, '信和名都社区')).toMatchObject({
      code: '140802006014',
      aliases: ['信合名都社区', '信合名都社区居委会'],
    })
  })

  it('leaves a place that the register does not hold without a code', () => {
    expect(named(link(story('{新城区}{万通路街道}来了。')), '万通路街道')).not.toHaveProperty('code')
  })
})

describe('pointers', () => {
  it('ties them to what they point to', () => {
    const entities = link(story('{阿拉善盟}{阿拉善右旗}先行，{~全旗}响应。{和林格尔县}跟上，{~该县}也来了。'))
    expect(forms(named(entities, '阿拉善右旗'))).toEqual(['阿拉善右旗', '全旗'])
    expect(forms(named(entities, '和林格尔县'))).toEqual(['和林格尔县', '该县'])
  })

  it('takes a bare word for the one named last, and drops it where none was', () => {
    const told = '{回民区}{三顺店社区}议事。{~社区}有办法。'
    expect(forms(named(link(story(told)), '三顺店社区'))).toEqual(['三顺店社区', '社区'])
    expect(link(story('{回民区}议事。{~社区}有办法。')).flatMap(forms)).toEqual(['回民区'])
  })
})

describe('bodies', () => {
  it.each([
    ['{呼和浩特市}召开会议，{Organisation/party 市委老干部局}参加。', '呼和浩特市委老干部局'],
    ['{和林格尔县}部署，{Organisation/party 县委组织部}参加。', '和林格尔县委组织部'],
    ['{回民区}{中山西路街道}巡查，{Organisation/government 街道城市管理办}牵头。', '中山西路街道城市管理办'],
    ['{回民区}{三顺店社区}议事，{Organisation/party 社区党支部}牵头。', '三顺店社区党支部'],
    ['{丽江市}{玉龙县}部署，{Organisation/party 县委组织部}参加。', '玉龙县委组织部'],
    ['{元宝山区}巡查，{Organisation/government 住建局}参加。', '元宝山区住建局'],
  ])('%s', (told, name) => {
    const body = link(story(told)).find(e => e.type === 'Organisation')
    expect(body?.name).toBe(name)
    expect(body?.parent).toBeDefined()
    expect(body?.reasons.length).toBeGreaterThan(0)
  })

  it('keeps a body of no place as it is printed', () => {
    expect(link(story('{Organisation/government 农业农村部}公布名单。'))[0]).toMatchObject({
      name: '农业农村部',
      anchor: '',
    })
  })

  it('hears a short form that brackets give', () => {
    const entities = link(
      story(
        '{赛罕区}印发{Programme/policy 《骑手积分激励引导办法》}（以下简称“积分办法”）。{Programme/policy 积分办法}说得明白。',
      ),
    )
    expect(named(entities, '骑手积分激励引导办法')).toMatchObject({ aliases: ['积分办法'] })
    expect(entities.filter(e => e.type === 'Programme')).toHaveLength(1)
  })
})

describe('any story', () => {
  const pieces = [
    '{和林格尔县}',
    '{城关镇}',
    '{~该县}',
    '{Organisation/party 县委}',
    '{Programme/model “四位一体”工作模式}',
    '{Programme/model 四位一体}',
    '{Person/- 李一之}',
    '{~社区}',
    '{三顺店社区}',
    '，',
    '。\n',
  ]

  it('comes out the same in whatever order the mentions are given, with sound ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 }), fc.nat(), (parts, turn) => {
        const told = story(parts.join(''))
        const at = told.mentions.length ? turn % told.mentions.length : 0
        const turned: Mention[] = [...told.mentions.slice(at), ...told.mentions.slice(0, at)].reverse()
        const context = { city: null, province: null, ranked: [] }
        const one = linkArticle(article('a', told.text), told.mentions, context)
        expect(linkArticle(article('a', told.text), turned, context)).toEqual(one)
        const ids = one.map(e => e.id)
        expect(ids).toEqual(ids.map((_, i) => `e${i + 1}`))
        for (const entity of one) {
          expect(entity.mentions.length).toBeGreaterThan(0)
          if (entity.parent) expect(ids).toContain(entity.parent)
          expect(entity.parent).not.toBe(entity.id)
          for (const mention of entity.mentions) expect(told.text.slice(mention.start, mention.end)).toBe(mention.text)
        }
        const kept = one.flatMap(e => e.mentions)
        expect(new Set(kept).size).toBe(kept.length)
      }),
    )
  })
})
