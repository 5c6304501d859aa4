import { BIT, PREDICATE } from './cues.ts'
import { readSayings } from './seeds.ts'
import type { Found } from './subjects.ts'
import { titleBefore, titleClass } from './titles.ts'
import { type Layout, type Name, type Token, type TokenSentence, tokensOf } from './tokens.ts'

const sayings = readSayings()

/**
 * Follows the people who act: named as the subject of a clause ([郭兰]走街串巷), carried over the clauses after it.
 * @returns for each clause the person who acts in it, or null. One who only speaks, or speaks for an office, is none.
 */
export function readPersons(layout: Layout, found: readonly Found[]): readonly (Name | null)[] {
  const persons: (Name | null)[] = []
  let last: Name | null = null
  for (const sentence of layout.sentences) {
    let current: Name | null = null
    for (let c = sentence.clauses[0]; c < sentence.clauses[1]; c++) {
      const clause = layout.clauses[c]
      const person = personIn(layout, sentence, c)
      if (person) current = actsHimself(layout, c, person) ? person : null
      else if (clause && !clause.speech && last && PRONOUN.test(layout.text.slice(clause.start, clause.start + 4)))
        current = last
      else if (found[c]?.subject.length || clause?.speech) current = null
      if (person) last = person
      // “[张三]和邻居成立了…”: one who speaks does not name himself.
      persons.push(clause?.speech && !person ? null : current)
    }
  }
  return persons
}

/** 他|同村党支部谋划…; 他们 and 他的 are others. */
const PRONOUN = /^(?:[而但]|如今|目前|现在|随后|于是)?[他她](?!们|的|家|人|说|表示|介绍|坦言|认为|告诉)/u

/** The first name before any predicate that is a person's; a body may stand before it with a title ([新丰社区]联户长|[郭兰]). */
function personIn(layout: Layout, sentence: TokenSentence, clause: number): Name | null {
  const [from, to] = tokensOf(layout, sentence, clause)
  for (let i = from; i < to; i++) {
    const token = sentence.tokens[i] as Token
    if (token.name?.entity.type === 'Person') {
      const lead = i > from ? (sentence.tokens[i - 1] as Token).mask : 0
      return lead & (BIT.with | BIT.toward | BIT.means) ? null : token.name
    }
    if (!token.name && token.mask & PREDICATE && !(token.mask & (BIT.scene | BIT.post))) return null
  }
  return null
}

function actsHimself(layout: Layout, clause: number, person: Name): boolean {
  const { text } = layout
  const span = layout.clauses[clause] as { start: number; end: number }
  if (sayings.some(word => text.slice(person.end, span.end).includes(word))) return false
  const title = titleBefore(text, person.start, span.start)
  return title === '' || titleClass(title) !== 'official'
}

/** How far back, in sentences of the paragraph, an award may find its bearer. */
const REACH = 2

/** @returns for each clause the person last named in it or before it in the paragraph, not far back, or null */
export function readBearers(layout: Layout): readonly (Name | null)[] {
  const bearers: (Name | null)[] = []
  let last: { readonly name: Name; readonly sentence: number; readonly paragraph: number } | null = null
  layout.sentences.forEach((sentence, s) => {
    if (last && (last.paragraph !== sentence.paragraph || s - last.sentence > REACH)) last = null
    for (let c = sentence.clauses[0]; c < sentence.clauses[1]; c++) {
      const [from, to] = tokensOf(layout, sentence, c)
      for (let i = from; i < to; i++) {
        const { name } = sentence.tokens[i] as Token
        if (name?.entity.type === 'Person') last = { name, sentence: s, paragraph: sentence.paragraph }
      }
      bearers.push(last?.name ?? null)
    }
  })
  return bearers
}
