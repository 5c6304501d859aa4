import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kindsImage, scoringImage } from '../../src/extract/learned.ts'
import { compileLexicon } from '../../src/extract/lexicon.ts'
import { openLexicon, writeLexiconImage } from '../../src/extract/lexicon-image.ts'
import { readRegister, writeRegisterImage } from '../../src/extract/register/image.ts'
import { HEAD_RULES } from '../../src/extract/rules/rules.ts'
import { ANSWER_MODULES } from '../../src/extract/scoring/answer-image.ts'
import { compileModel } from '../../src/extract/tagger/model.ts'
import { openModel, writeModelImage } from '../../src/extract/tagger/model-image.ts'

/** A compiled program as far as images look at it: a folder with its modules. */
const root = mkdtempSync(join(tmpdir(), 'mailuo-images-'))
const extract = pathToFileURL(join(root, 'extract', '/'))
const register = new URL('register/', extract)
const tagger = new URL('tagger/', extract)
const MODULES = ['lexicon', 'lexicon-image', 'word-class', '../text/automaton', '../text/seeds']
const REGISTER_MODULES = ['bare-names', 'find-names', 'image', 'level-words', 'name-table', 'open-data', 'unpack']
const TAGGER_MODULES = ['alphabet', 'model', 'signals', 'spelling', 'templates']

beforeAll(() => {
  mkdirSync(new URL('../text/', extract), { recursive: true })
  mkdirSync(register, { recursive: true })
  mkdirSync(tagger, { recursive: true })
  for (const folder of ['scoring/', 'kinds/']) mkdirSync(new URL(folder, extract), { recursive: true })
  for (const name of ANSWER_MODULES) writeFileSync(new URL(`${name}.js`, extract), name)
  for (const name of MODULES) writeFileSync(new URL(`${name}.js`, extract), name)
  for (const name of TAGGER_MODULES) writeFileSync(new URL(`${name}.js`, tagger), name)
  for (const name of REGISTER_MODULES) writeFileSync(new URL(`${name}.js`, register), name)
})
afterAll(() => rmSync(root, { recursive: true }))

describe('images', () => {
  it('hold the lexicon as it is compiled, for its own rules alone', () => {
    writeLexiconImage(extract)
    const { rules, tokenize, ...read } = openLexicon(HEAD_RULES, extract)
    expect(rules.map(({ name }) => name)).toEqual(HEAD_RULES.map(({ name }) => name))
    expect(Buffer.compare(bytesOf(read.automaton.slots), bytesOf(compileLexicon(HEAD_RULES).automaton.slots))).toBe(0)
    expect(read.automaton.slots.buffer === read.heads.buffer).toBe(true)
    expect(tokenize('北门社区党委').count).toBe(openLexicon(HEAD_RULES).tokenize('北门社区党委').count)
    const fewer = openLexicon(HEAD_RULES.slice(1), extract)
    expect(fewer.automaton.slots.buffer === fewer.heads.buffer).toBe(false)
  })

  it('hold the register as it is compiled', () => {
    writeRegisterImage(register)
    const [image, compiled] = [readRegister(register), readRegister()]
    expect(image.data.names.slots.buffer === image.data.columns.codes.buffer).toBe(true)
    expect(Buffer.compare(bytesOf(image.data.names.slots), bytesOf(compiled.data.names.slots))).toBe(0)
    expect(image.data.endings).toEqual(compiled.data.endings)
    expect(image.bareNames).toEqual(compiled.bareNames)
  })

  it("hold the tagger's weights as they are compiled", () => {
    writeModelImage(tagger)
    const lexicon = openLexicon(HEAD_RULES)
    const [image, compiled] = [openModel(lexicon, tagger), compileModel(lexicon)]
    expect(image.weights.buffer === image.rows.buffer).toBe(true)
    expect(image.weights).toEqual(compiled.weights)
    expect(image.moves).toEqual(compiled.moves)
  })

  it('hold the weights of answers as they are compiled', () => {
    const lexicon = openLexicon(HEAD_RULES)
    for (const imageOf of [scoringImage, kindsImage]) {
      const compiled = imageOf(lexicon).open()
      imageOf(lexicon).write(extract)
      const image = imageOf(lexicon).open(extract)
      expect(image.weights.buffer === image.answers.buffer).toBe(true)
      expect(image).toEqual(compiled)
    }
  })

  it('are passed over where the program is another', () => {
    writeFileSync(new URL('word-class.js', extract), 'changed')
    const { automaton, heads } = openLexicon(HEAD_RULES, extract)
    expect(automaton.slots.buffer === heads.buffer).toBe(false)
  })
})

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array): Buffer => Buffer.from(buffer, byteOffset, byteLength)
