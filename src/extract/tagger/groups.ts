import { InputError } from '../../errors.ts'
import { SIGNALS, type Signal } from './signals.ts'
import { type Part, TEMPLATES, type Template, takeApart } from './templates.ts'

/**
 * Questions about a token and its neighbours that hang on the same few signals of one token: who has the signals' values has the
 * answers to all. The word of a token is asked after by itself and by both neighbours on either side.
 */
export interface Group {
  /** Signals of the token, or of one near it, whose values tell all that the questions ask. */
  readonly inputs: readonly Part[]
  /** Whether most tokens have nought for all of them: no territory, no quotation, nothing chosen. */
  readonly isSparse: boolean
  readonly questions: readonly Question[]
  /** How far before the token the first of those stands that ask, and how many tokens ask. */
  readonly before: number
  readonly span: number
}

/** A template, and how far ahead of the token that asks it the group's token stands. */
export interface Question {
  readonly template: number
  readonly ahead: number
}

/** The signals of each group, the word's first; behind `:` those that hang on the word alone. */
const INPUTS = [
  'word[0] class[0] length[0]: head[0] hanzi[0] opening[0] closing[0]',
  'class[0] class[1]',
  'class[0] reach[0]',
  'aheadRule[0] aheadSpot[0]',
  'placeRule[0] placeSpot[0] quote[0]',
  'rulePlace[0] ruleOrganisation[0] ruleProgramme[0] rulePerson[0]',
]

const MOSTLY_NOUGHT: readonly Signal[] = [
  'aheadRule',
  'aheadSpot',
  'placeRule',
  'placeSpot',
  'quote',
  'rulePlace',
  'ruleOrganisation',
  'ruleProgramme',
  'rulePerson',
]

const REACH = [-3, -2, -1, 0, 1, 2, 3]

/** How far ahead a template's parts stand of the group's; undefined where they are not all among them, or leave its token out. */
function aheadIn(known: readonly Part[], { parts }: Template): number | undefined {
  const isKnown = ({ signal, offset }: Part): boolean =>
    known.some(one => one.signal === signal && one.offset === offset)
  return REACH.find(
    ahead =>
      parts.every(part => isKnown({ ...part, offset: part.offset - ahead })) && parts.some(p => p.offset === ahead),
  )
}

/** Deals the templates to the groups; each goes to the first that can answer it. @throws InputError where none can */
function dealTemplates(): readonly Group[] {
  const dealt = new Set<number>()
  const groups = INPUTS.map((text): Group => {
    const inputs = takeApart(text.split(':')[0]!)
    const known = takeApart(text)
    const questions = TEMPLATES.flatMap((template, number): Question[] => {
      const ahead = dealt.has(number) ? undefined : aheadIn(known, template)
      if (ahead === undefined) return []
      dealt.add(number)
      return [{ template: number, ahead }]
    })
    const aheads = questions.map(({ ahead }) => ahead)
    const before = Math.max(...aheads)
    const isSparse = inputs.every(({ signal, offset }) => offset === 0 && MOSTLY_NOUGHT.includes(signal))
    return { inputs, isSparse, questions, before, span: before - Math.min(...aheads) + 1 }
  })
  const lost = TEMPLATES.find((_, number) => !dealt.has(number))
  if (lost)
    throw new InputError({
      what: `No group of signals answers ${lost.name}.`,
      where: 'src/extract/tagger/groups.ts',
      remedy: 'Add a group with its signals.',
    })
  return groups
}

export const GROUPS = dealTemplates()

/** Tokens before a text's first and behind its last that questions near the ends are asked for in vain. */
export const MARGIN = Math.max(...GROUPS.flatMap(({ before, span }) => [before, span - before - 1]))

/** How many values an input has; one more where the text may end before it. */
export const sizeOf = ({ signal, offset }: { signal: Signal; offset: number }): number =>
  SIGNALS[signal] + (offset === 0 ? 0 : 1)
