import { describe, expect, it } from 'vitest'
import { decideWithRepeats, proposeAll } from '../../../src/extract/extract.ts'
import { openLexicon } from '../../../src/extract/lexicon-image.ts'
import { HEAD_RULES } from '../../../src/extract/rules/rules.ts'
import { makeSceneReader } from '../../../src/extract/scene.ts'
import { MOVES, TAG, TAG_COUNT, TAGGED_TYPES, WIDTH } from '../../../src/extract/tagger/alphabet.ts'
import { eachRun, newMessages, passMessages } from '../../../src/extract/tagger/chain.ts'
import { GROUPS, MARGIN } from '../../../src/extract/tagger/groups.ts'
import { WEIGHT_SCALE } from '../../../src/extract/tagger/model.ts'
import { openModel } from '../../../src/extract/tagger/model-image.ts'
import { highOf, lowOf, PACKED, packScores } from '../../../src/extract/tagger/packed.ts'
import { makeSignals } from '../../../src/extract/tagger/signals.ts'
import { makeSums } from '../../../src/extract/tagger/sums.ts'
import { makeTagger } from '../../../src/extract/tagger/tagger.ts'
import { MOST_KEYS, makeKeys, TEMPLATES } from '../../../src/extract/tagger/templates.ts'

const lexicon = openLexicon(HEAD_RULES)
const model = openModel(lexicon)
const read = makeSceneReader(lexicon)

const TEXTS = [
  '',
  '镇',
  '青溪县柳湾街道党工委打造“邻里灯”志愿服务队，队长周文秀说，3年来已走访200户。',
  '柳湾街道：\n“邻里灯”亮了\n本报讯（记者 周文秀）近日，青溪县人社局、县妇联在柳湾街道河沿社区开展“春风送岗”活动，\n邻里灯志愿服务队、周文秀工作室参加。',
]

/** Scores of a text's tokens as the definition has them: of every key of every token the row, added up. */
function directScores(text: string) {
  const scene = read(text)
  const { count } = scene.reading
  const chosen = decideWithRepeats(scene, proposeAll(scene))
  const signals = makeSignals()(scene.reading, scene.places, chosen)
  const keysAt = makeKeys(signals, count)
  const keys = new Int32Array(MOST_KEYS)
  const scores = new Int32Array(count * WIDTH)
  for (let i = 0; i < count; i++)
    for (let k = keysAt(i, keys) - 1; k >= 0; k--)
      for (let j = 0; j < WIDTH; j++) scores[i * WIDTH + j]! += model.weights[model.rows[keys[k]!]! * WIDTH + j]!
  return { scene, chosen, signals, count, scores }
}

/** Runs of one type by messages over the whole text. */
function runsOf(
  scores: Float64Array,
  type: number,
  count: number,
): [type: number, first: number, behind: number, probability: number][] {
  const runs: [number, number, number, number][] = []
  if (count === 0) return runs
  const moves = model.moves.subarray(type * MOVES.length, (type + 1) * MOVES.length)
  const messages = newMessages(count)
  passMessages(scores, type, count, moves, messages)
  eachRun(messages, count, moves, 0.02, (first, behind, probability) => {
    runs.push([type, first, behind, probability])
  })
  return runs
}

describe('the tagger', () => {
  it('answers every question in one group', () => {
    const answered = GROUPS.flatMap(({ questions }) => questions.map(({ template }) => template))
    expect(answered.sort((a, b) => a - b)).toEqual(TEMPLATES.map((_, i) => i))
  })

  it('adds two scores at once', () => {
    const packed = new Int32Array(2 * PACKED)
    const list = Int32Array.from({ length: 2 * WIDTH }, (_, i) => ((i * 7919) % 301) - 150)
    packScores(list, 0, packed, 0)
    packScores(list, WIDTH, packed, PACKED)
    for (let type = 0; type < TAGGED_TYPES.length; type++) {
      const sum = (tag: number): number =>
        [0, WIDTH].reduce((all, from) => all + list[from + type * TAG_COUNT + tag]! - list[from + type * TAG_COUNT]!, 0)
      const [opens, ends] = [0, 1].map(k => packed[2 * type + k]! + packed[PACKED + 2 * type + k]!)
      expect(lowOf(opens!)).toBe(sum(TAG.begin))
      expect(highOf(opens!, lowOf(opens!))).toBe(sum(TAG.inside))
      expect(lowOf(ends!)).toBe(sum(TAG.end))
      expect(highOf(ends!, lowOf(ends!))).toBe(sum(TAG.single))
    }
  })

  it('sums up what the definition does, of texts read again too', () => {
    const sumsOf = makeSums(model)
    for (const text of [...TEXTS, ...TEXTS]) {
      const { signals, count, scores } = directScores(text)
      const sums = sumsOf(signals, count)
      const packed = new Int32Array(count * PACKED)
      for (let i = 0; i < count; i++) packScores(scores, i * WIDTH, packed, i * PACKED)
      expect([...sums.subarray(MARGIN * PACKED, (MARGIN + count) * PACKED)]).toEqual([...packed])
    }
  })

  it('tells the runs that a chain over the whole text tells', () => {
    const tag = makeTagger(model)
    for (const text of TEXTS) {
      const { scene, chosen, count, scores } = directScores(text)
      const wanted = TAGGED_TYPES.flatMap((_, type) =>
        runsOf(
          Float64Array.from(scores, score => score / WEIGHT_SCALE),
          type,
          count,
        ),
      )
      const runs = tag(scene, chosen)
      expect(runs.map(({ type, first, behind }) => [type, first, behind])).toEqual(wanted.map(run => run.slice(0, 3)))
      runs.forEach(({ probability }, i) => {
        expect(probability).toBeCloseTo(wanted[i]![3], 10)
      })
      if (text.length > 20) expect(runs.length).toBeGreaterThan(2)
    }
  })
})
