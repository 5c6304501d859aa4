import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { joinJudgements, judgementLine, parseJudgements, splitKey, standing } from '../../src/judge/judgements.ts'
import { proposePairs } from '../../src/judge/propose.ts'
import { sign } from '../../src/judge/sign.ts'
import type { Decision, Judgement } from '../../src/model/judgement.ts'
import { assembleSnapshot } from '../../src/pipeline.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { verifySnapshot } from '../../src/snapshot/verify.ts'
import { snapshotText } from '../../src/snapshot/write.ts'
import { SAMPLE_FACTS } from '../graph/sample-facts.ts'

let clock = 0
const judge = (decision: Decision, author = '甲'): Judgement => {
  clock += 1
  const time = `2026-01-01T00:00:${String(clock % 60).padStart(2, '0')}Z`
  return sign(decision, {
    author,
    reason: '看过原文',
    time: `${time.slice(0, 11)}${String(clock).padStart(2, '0')}${time.slice(13)}`,
  })
}
const META = { generator: 'mailuo test' }
const built = (...judgements: Judgement[]) => assembleSnapshot(SAMPLE_FACTS, { ...META, judgements })
const plain = built()
const keyOf = (name: string, snapshot: Snapshot = plain): string => {
  const node = snapshot.graph.nodes.find(one => one.attributes.name === name)
  if (!node) throw new Error(`no ${name}`)
  return node.key
}
const nodeOf = (snapshot: Snapshot, key: string) => snapshot.graph.nodes.find(node => node.key === key)
const doubts = (snapshot: Snapshot) =>
  snapshot.report.filter(item => item.source === 'judgements').map(one => one.reason)
const quotes = (snapshot: Snapshot) =>
  snapshot.graph.edges.flatMap(edge => edge.attributes.evidence.map(one => `${one.article} ${one.start} ${one.quote}`))
const [PARTY, UNION] = [keyOf('赛罕区委组织部'), keyOf('赛罕区总工会')]
const STATION = keyOf('红蜂驿站')

describe('judgements applied', () => {
  it('make one of two; names and sentences of both stay', () => {
    const merged = built(judge({ judge: 'same', a: PARTY, b: UNION }))
    expect(merged.graph.nodes).toHaveLength(plain.graph.nodes.length - 1)
    const node = nodeOf(merged, PARTY) ?? nodeOf(merged, UNION)
    expect([node?.attributes.name, ...(node?.attributes.aliases ?? [])].sort()).toEqual(
      ['赛罕区委组织部', '赛罕区总工会'].sort(),
    )
    expect(doubts(merged)).toEqual([])
    expect(merged.report.some(item => item.reason.includes('same node at both ends'))).toBe(true)
  })

  it('part what is said in some articles from the rest', () => {
    const articles = [SAMPLE_FACTS[1]?.article.id ?? '']
    const split = { judge: 'split', node: STATION, articles, name: '红蜂驿站（赛罕）' } as const
    const parted = built(judge(split))
    expect(nodeOf(parted, splitKey(split))?.attributes.name).toBe('红蜂驿站（赛罕）')
    expect(nodeOf(parted, STATION)?.attributes.articles).toBe((nodeOf(plain, STATION)?.attributes.articles ?? 0) - 1)
    expect(quotes(parted).sort()).toEqual(quotes(plain).sort())
  })

  it('take out what is no entity, with what is said of it and nothing else', () => {
    const without = built(judge({ judge: 'not', node: STATION }))
    expect(nodeOf(without, STATION)).toBeUndefined()
    const gone = plain.graph.nodes.filter(node => !nodeOf(without, node.key)).map(node => node.attributes.type)
    expect(new Set(gone)).toEqual(new Set(['Programme']))
    expect(verifySnapshot(without).problems).toEqual([])
  })

  it('reject a relation, or what one article says of it', () => {
    const edge = plain.graph.edges.find(
      one => one.attributes.type === 'RUNS' && new Set(one.attributes.evidence.map(e => e.article)).size > 1,
    )
    const any = plain.graph.edges.find(one => one.attributes.type === 'RUNS')
    for (const { key, source, target, attributes } of [edge ?? any, any].flatMap(one => one ?? [])) {
      const whole = { judge: 'wrong', type: attributes.type, from: source, to: target } as const
      expect(built(judge(whole)).graph.edges.some(one => one.key === key)).toBe(false)
      const [first] = attributes.evidence
      const part = built(judge({ ...whole, article: first?.article ?? '' }))
      const left = part.graph.edges.find(one => one.key === key)?.attributes.evidence ?? []
      expect(left).toEqual(attributes.evidence.filter(one => one.article !== first?.article))
    }
  })

  it('rename, keeping the old name findable, and give a code', () => {
    const town = plain.graph.nodes.find(node => node.attributes.type === 'Place' && node.attributes.code === undefined)
    const named = built(judge({ judge: 'rename', node: STATION, name: '红蜂骑手驿站' }))
    expect(nodeOf(named, STATION)?.attributes).toMatchObject({ name: '红蜂骑手驿站' })
    expect(nodeOf(named, STATION)?.attributes.aliases).toContain('红蜂驿站')
    if (!town) return
    const coded = built(judge({ judge: 'code', node: town.key, code: '150105099' }))
    expect(nodeOf(coded, 'place:150105099')?.attributes).toMatchObject({
      name: town.attributes.name,
      code: '150105099',
    })
  })

  it('are taken back without a trace in the graph', () => {
    const same = judge({ judge: 'same', a: PARTY, b: UNION })
    const undone = built(same, judge({ judge: 'withdraw', of: same.id }))
    expect(undone.graph).toEqual(plain.graph)
    expect(undone.judgements).toHaveLength(2)
  })

  it('tell of contradictions: the later word on a pair counts, what would join different things does not', () => {
    const same = judge({ judge: 'same', a: PARTY, b: UNION })
    const different = judge({ judge: 'different', a: UNION, b: PARTY }, '乙')
    const overruled = built(same, different)
    expect(overruled.graph).toEqual(plain.graph)
    expect(doubts(overruled)).toEqual([expect.stringMatching(/甲 judged .* same, 乙 later different/)])
    const team = keyOf('骑手志愿服务队')
    const chain = built(
      different,
      judge({ judge: 'same', a: PARTY, b: team }),
      judge({ judge: 'same', a: team, b: UNION }),
    )
    expect(doubts(chain)).toEqual([expect.stringContaining('they stay apart')])
    expect(chain.graph.nodes).toHaveLength(plain.graph.nodes.length - 1)
  })

  it('report what they cannot do', () => {
    const strange = built(
      judge({ judge: 'same', a: PARTY, b: STATION }),
      judge({ judge: 'same', a: PARTY, b: 'organisation:none' }),
      judge({ judge: 'not', node: 'person:none' }),
      judge({ judge: 'wrong', type: 'RUNS', from: PARTY, to: UNION }),
      judge({ judge: 'code', node: STATION, code: '150105' }),
      judge({ judge: 'rename', node: 'person:none', name: '无' }),
    )
    expect(doubts(strange)).toHaveLength(6)
    expect(strange.graph).toEqual(plain.graph)
  })

  it('give a snapshot that verifies, whatever is judged', () => {
    const keys = plain.graph.nodes.map(node => node.key)
    const key = fc.constantFrom(...keys)
    const decision: fc.Arbitrary<Decision> = fc.oneof(
      fc.record({ judge: fc.constantFrom('same', 'different'), a: key, b: key }),
      fc.record({ judge: fc.constant('not' as const), node: key }),
      fc.record({ judge: fc.constant('rename' as const), node: key, name: fc.string({ minLength: 1 }) }),
      fc.record({
        judge: fc.constant('split' as const),
        node: key,
        articles: fc.subarray(
          plain.articles.map(a => a.id),
          { minLength: 1 },
        ),
      }),
      fc.record({
        judge: fc.constant('code' as const),
        node: key,
        code: fc.constantFrom('150105', '150103008', '999999'),
      }),
    )
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 6 }), decisions => {
        const list = decisions.map((one, i) => sign(one, { author: '甲', reason: '', time: `2026-01-0${i + 1}` }))
        const snapshot = built(...list)
        expect(verifySnapshot(snapshot).problems).toEqual([])
        const known = new Set(quotes(plain))
        expect(quotes(snapshot).filter(one => !known.has(one))).toEqual([])
        expect(snapshotText(built(...list))).toBe(snapshotText(snapshot))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a file of judgements', () => {
  const list = [judge({ judge: 'same', a: 'a', b: 'b' }), judge({ judge: 'not', node: 'c' })]
  const text = list.map(judgementLine).join('')

  it('is read as it was written; by hand id and reason may be left out', () => {
    expect(parseJudgements(text, 'j')).toEqual(list)
    const hand = '// 手写\n\n{"judge":"not","node":"person:x","author":"乙","time":"2026-03-01"}\n'
    expect(parseJudgements(hand, 'j')).toMatchObject([{ judge: 'not', reason: '', id: expect.stringMatching(/^j-/) }])
  })

  it('says which line is wrong', () => {
    const wrong = (line: string) => () => parseJudgements(`${text}${line}\n`, 'j.jsonl')
    expect(wrong('{"judge":"not"')).toThrow(InputError)
    expect(wrong('{"judge":"not"')).toThrow('j.jsonl, line 3: this is no JSON')
    expect(wrong('{"judge":"maybe","author":"乙","time":"2026"}')).toThrow('line 3')
    expect(wrong(judgementLine(list[0] as Judgement).replace('"b":"b"', '"b":"x"'))).toThrow(/its id is/)
    expect(wrong('[]')).toThrow('a judgement is a JSON object')
  })

  it('is joined with others in any order, each judgement once', () => {
    const more = judge({ judge: 'unsure', a: 'x', b: 'y' })
    expect(joinJudgements([more], list)).toEqual(joinJudgements(list, [more, ...list]))
    expect(joinJudgements(list, list)).toHaveLength(2)
  })

  it('lets even a withdrawal be withdrawn', () => {
    const [first] = list as [Judgement]
    const back = judge({ judge: 'withdraw', of: first.id })
    expect(standing([first, back])).toEqual([])
    expect(standing([first, back, judge({ judge: 'withdraw', of: back.id })])).toEqual([first])
  })
})

describe('proposePairs', () => {
  it('asks for likely pairs of one type, once, and not for what must differ', () => {
    const facts = SAMPLE_FACTS.map(one => one)
    const snapshot = assembleSnapshot(facts, META)
    const twin = structuredClone(snapshot) as unknown as {
      graph: { nodes: { key: string; attributes: { name: string } }[] }
    }
    const station = twin.graph.nodes.find(node => node.key === STATION)
    twin.graph.nodes.push({ ...structuredClone(station!), key: 'programme:twin' })
    twin.graph.nodes.at(-1)!.attributes.name = '红蜂·驿站'
    const pairs = proposePairs(twin as unknown as Snapshot, [])
    const found = pairs.find(pair => pair.b.key === 'programme:twin' || pair.a.key === 'programme:twin')
    expect(found?.reasons[0]).toBe('字面相似 1.00')
    for (const { a, b } of pairs) expect(a.attributes.type).toBe(b.attributes.type)
    const known = judge({ judge: 'unsure', a: STATION, b: 'programme:twin' })
    expect(proposePairs(twin as unknown as Snapshot, [known])).toHaveLength(pairs.length - 1)
  })
})
