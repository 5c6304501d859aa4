import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkAcross, startLinks } from '../../src/link/link-across.ts'
import type { Entity, Facts } from '../../src/model/facts.ts'
import { article } from './pair-stories.ts'

type Part = Partial<Entity> & Pick<Entity, 'type' | 'name'>

function facts(id: string, ...parts: Part[]): Facts {
  const entities = parts.map((part, i): Entity => {
    const at = { start: i, end: i + 1, text: 'x', rule: 'test', weight: 1, reasons: [] }
    return {
      id: `e${i + 1}`,
      kind: null,
      aliases: [],
      anchor: '',
      reasons: [],
      ...part,
      mentions: [{ ...at, type: part.type, kind: null }],
    }
  })
  return { article: article(id, 'x'.repeat(parts.length)), entities, relations: [], figures: [] }
}

const STORIES: readonly Facts[] = [
  facts(
    'a',
    { type: 'Place', kind: 'county', name: '回民区', code: '150103', anchor: '1501' },
    { type: 'Programme', kind: 'service', name: '红蜂驿站' },
  ),
  facts(
    'b',
    { type: 'Place', kind: 'county', name: '赛罕区', code: '150105', anchor: '1501' },
    { type: 'Programme', kind: 'brand', name: '“红蜂驿站”' },
  ),
  facts('c', { type: 'Place', kind: 'village', name: '新华社区', code: '150403003004', anchor: '150403003' }),
  facts('d', { type: 'Place', kind: 'village', name: '新华社区', code: '150402005004', anchor: '150402005' }),
  facts('e', { type: 'Programme', kind: 'policy', name: '骑手积分激励引导办法', aliases: ['积分办法'] }),
  facts('f', { type: 'Programme', kind: 'policy', name: '积分办法' }),
]
const shape = (list: readonly Facts[]): unknown => {
  const { nodes, decisions } = linkAcross(list)
  return { nodes, decisions }
}

describe('across articles', () => {
  it('makes one node of a programme that several districts run, and two of two communities', () => {
    const { nodes, keyOf } = linkAcross(STORIES)
    expect(keyOf('a', 'e2')).toBe(keyOf('b', 'e2'))
    expect(keyOf('c', 'e1')).toBe('place:150403003004')
    expect(keyOf('d', 'e1')).toBe('place:150402005004')
    expect(nodes.find(node => node.key === keyOf('a', 'e2'))).toMatchObject({
      name: '“红蜂驿站”',
      aliases: ['红蜂驿站'],
    })
    expect(keyOf('a', 'e9')).toBeUndefined()
  })

  it('follows a declared short form, and says so', () => {
    const { keyOf, decisions } = linkAcross(STORIES)
    expect(keyOf('e', 'e1')).toBe(keyOf('f', 'e1'))
    expect(decisions).toHaveLength(1)
    expect(decisions[0]?.reason.question).toContain('积分办法')
  })

  it('leaves a short form alone that two nodes claim', () => {
    const other = facts('g', { type: 'Programme', kind: 'policy', name: '居民积分兑换办法', aliases: ['积分办法'] })
    const { keyOf, decisions } = linkAcross([...STORIES, other])
    expect(new Set([keyOf('e', 'e1'), keyOf('f', 'e1'), keyOf('g', 'e1')]).size).toBe(3)
    expect(decisions).toEqual([])
  })

  it('does not depend on the order of the articles', () => {
    const order = fc.shuffledSubarray([...STORIES], { minLength: STORIES.length })
    const wanted = shape(STORIES)
    fc.assert(
      fc.property(order, list => {
        expect(shape(list)).toEqual(wanted)
      }),
    )
  })

  it('keeps keys when articles are added, unless a short form finds its long one', () => {
    fc.assert(
      fc.property(fc.subarray([...STORIES]), some => {
        const few = linkAcross(some)
        const all = linkAcross(STORIES)
        for (const {
          article: { id },
          entities,
        } of some)
          for (const entity of entities) if (id !== 'f') expect(few.keyOf(id, entity.id)).toBe(all.keyOf(id, entity.id))
      }),
    )
  })

  it('grows by one article at a time and tells which nodes changed', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...STORIES], { minLength: 2 }), list => {
        const links = startLinks()
        for (const one of list.slice(0, -1)) links.add(one)
        const before = new Map(links.linked().nodes.map(node => [node.key, node]))
        const changed = links.add(list.at(-1)!)
        const after = links.linked().nodes
        expect(after).toEqual(linkAcross(list).nodes)
        for (const node of after) {
          expect(links.node(node.key)).toEqual(node)
          if (!changed.includes(node.key)) expect(node).toEqual(before.get(node.key))
        }
      }),
    )
  })

  it('gives keys that go into an address as they are', () => {
    for (const { key } of linkAcross(STORIES).nodes) expect(key).toMatch(/^[a-z]+:[0-9a-z]+$/u)
  })
})
