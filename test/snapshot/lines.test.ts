import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { LineHasher } from '../../src/snapshot/lines/line-hash.ts'
import { LineList } from '../../src/snapshot/lines/line-list.ts'
import { linesIn, linesOf } from '../../src/snapshot/lines/snapshot-lines.ts'
import { snapshotText } from '../../src/snapshot/write.ts'
import { hostileSnapshot } from '../contract/hostile-snapshot.ts'
import { generateSnapshot } from '../store/generate-snapshot.ts'
import { altered, SAMPLE } from './sample-snapshot.ts'

const aligned = (text: string): Buffer => {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
  bytes.write(text)
  return bytes
}

describe('LineHasher', () => {
  const print = (line: Uint8Array, before: number): string => {
    const bytes = Buffer.concat([Buffer.alloc(before, 'x'), line, Buffer.alloc(16, 'y')])
    const hasher = new LineHasher(new Uint8Array(bytes))
    hasher.take(before, before + line.length)
    return `${hasher.high} ${hasher.low}`
  }
  const line = fc.uint8Array({ maxLength: 40 })

  it('depends on the bytes alone, wherever they stand', () => {
    fc.assert(fc.property(line, fc.nat(9), fc.nat(9), (bytes, a, b) => print(bytes, a) === print(bytes, b)))
  })

  it('tells lines apart', () => {
    fc.assert(fc.property(line, line, (a, b) => (print(a, 0) === print(b, 0)) === (`${a}` === `${b}`)))
  })

  it('feels every bit of every byte', () => {
    const base = new Uint8Array(31).fill(0x61)
    const prints = new Set([print(base, 0)])
    for (let bit = 0; bit < 8 * base.length; bit++) {
      const other = Uint8Array.from(base)
      other[bit >> 3] = (other[bit >> 3] as number) ^ (1 << (bit & 7))
      prints.add(print(other, 0))
    }
    expect(prints.size).toBe(8 * base.length + 1)
  })
})

describe('LineList', () => {
  const listOf = (...lines: string[]): LineList => {
    const bytes = aligned(`${lines.join('\n')}\n        `)
    const list = new LineList(bytes, 'g.json')
    let start = 0
    for (const line of lines) {
      list.push(start, start + Buffer.byteLength(line))
      start += Buffer.byteLength(line) + 1
    }
    return list
  }

  it('reads leading texts, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (key, name) => {
        const list = listOf(JSON.stringify({ key, source: '"', attributes: { type: name, x: 1 } }))
        expect(list.key(0)).toBe(key)
        expect(list.texts(0, ['key', 'type'])).toEqual([key, name])
      }),
    )
  })

  it('finds lines by key', () => {
    const keys = ['a', 'b"', 'b\\', 'c:1', '回民区', '\u{20000}', '\uff01'].sort()
    const list = listOf(...keys.map(key => JSON.stringify({ key })))
    expect(keys.map(key => list.find(key))).toEqual(keys.map((_, i) => i))
    expect(['', 'b', 'zz', '\uffff'].map(key => list.find(key))).toEqual([-1, -1, -1, -1])
  })

  it('says which line it cannot read', () => {
    const list = listOf('{"key":1}', '{"key":"a","x":[]}', '{"key"')
    expect(() => list.texts(0, ['key'])).toThrow('{"key":1}')
    expect(() => list.texts(1, ['key', 'type'])).toThrow('{"key":"a"')
    expect(() => list.value(2)).toThrow('{"key"')
    expect(() => list.key(2)).toThrow('{"key"')
  })
})

describe('snapshot lines', () => {
  const without = (member: 'nodes' | 'edges'): Snapshot =>
    altered(snapshot => {
      snapshot.graph[member] = []
    })
  const withFacts = altered(snapshot => {
    const [article] = snapshot.articles
    snapshot.facts = [{ id: article!.id, source: 's', index: 1, entities: [], relations: [], figures: [] }]
    snapshot.queries = ['"articles":[', { a: ['],"edges":['] }, '"facts":[']
  })
  const all: readonly [string, Snapshot][] = [
    ['the sample', SAMPLE],
    ['hostile names', hostileSnapshot()],
    ['no nodes', without('nodes')],
    ['no edges', without('edges')],
    ['facts, and queries that look like lists', withFacts],
    ['a generated one', generateSnapshot({ entities: 50, statements: 90, articles: 5 })],
  ]

  it.each(all)('hold all of %s', (_, snapshot) => {
    const text = snapshotText(snapshot)
    for (const lines of [linesIn(aligned(text), 'g.json'), linesOf(snapshot)]) {
      expect(lines?.unchecked()).toEqual(JSON.parse(text))
      expect(lines?.nodes.length).toBe(snapshot.graph.nodes.length)
      expect(lines?.edges.length).toBe(snapshot.graph.edges.length)
      expect(Array.from({ length: lines?.edges.length ?? 0 }, (_, i) => lines?.edge(i))).toEqual(snapshot.graph.edges)
      expect(Array.from({ length: lines?.nodes.length ?? 0 }, (_, i) => lines?.node(i))).toEqual(snapshot.graph.nodes)
    }
  })

  it('are none where a bit was altered, the file breaks off, or it is written otherwise', () => {
    const text = snapshotText(SAMPLE)
    const at = text.indexOf('"quote":"') + 9
    const others = [
      '',
      '{}',
      `${text.slice(0, at)}伪${text.slice(at + 1)}`,
      text.slice(0, -1),
      `\ufeff${text}`,
      JSON.stringify(JSON.parse(text), null, 2),
    ]
    for (const other of others) expect(linesIn(aligned(other), 'g.json')).toBeUndefined()
  })

  it('refuse an item that does not have its form when it is asked for', () => {
    const bad = altered(snapshot => void Object.assign(snapshot.graph.nodes[0]!.attributes, { x: 'left' }))
    expect(() => linesOf(bad).node(0)).toThrow('attributes.x')
  })
})
