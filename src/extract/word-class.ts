/** What a word can do at the edge of a name or inside it. One class a word; `FLAGS` add what a second reading needs. */
export const C = {
  han: 0,
  noun: 1,
  dual: 2,
  verb: 3,
  govern: 4,
  adjective: 5,
  adverb: 6,
  preposition: 7,
  conjunction: 8,
  de: 9,
  particle: 10,
  pronoun: 11,
  determiner: 12,
  number: 13,
  classifier: 14,
  time: 15,
  locality: 16,
  division: 17,
  idiom: 18,
  latin: 19,
  stop: 20,
  comma: 21,
  pause: 22,
  quoteOpen: 23,
  quoteClose: 24,
  bracketOpen: 25,
  bracketClose: 26,
  bookOpen: 27,
  bookClose: 28,
  joiner: 29,
  title: 30,
  head: 31,
  level: 32,
  space: 33,
  say: 34,
} as const

/** The names of the classes, by their numbers. */
export const CLASS_NAMES: readonly string[] = Object.keys(C)

export const CLASS_COUNT = CLASS_NAMES.length

export const FLAG = {
  generic: 1,
  genericDivision: 2,
  post: 4,
  member: 8,
  say: 16,
  /** Short form of a division that may stand alone. */
  bareDivision: 32,
  /** Full name of a division. */
  fullDivision: 64,
  /** Short form that counts only where the full form occurs. */
  cuedDivision: 128,
  common: 256,
  courtesy: 512,
  /** Governs an object, whatever its class: 建设, 创新. */
  governs: 1024,
  /** 担任, 家中, 等人: what stands before it may be a person. */
  acts: 2048,
  /** A place name by the list of words. */
  placeName: 4096,
} as const

/** Punctuation: the text → class. */
export const PUNCTUATION: readonly (readonly [string, number])[] = [
  ['。！？；：…!?;\n\r\t●■□◆▲※◎|　︱⋯', C.stop],
  ['，,', C.comma],
  ['、', C.pause],
  ['“「『‘', C.quoteOpen],
  ['”」』’', C.quoteClose],
  ['（(【[〔', C.bracketOpen],
  ['）)】]〕', C.bracketClose],
  ['《〈', C.bookOpen],
  ['》〉', C.bookClose],
  ['+＋-－—–·•・∙‧&／/~～', C.joiner],
  [' ', C.space],
]

/** Part of speech of `seeds/extract/words.csv` → class. */
export const CLASS_OF_PART: Readonly<Record<string, number>> = {
  n: C.noun,
  v: C.verb,
  w: C.dual,
  a: C.adjective,
  b: C.adjective,
  d: C.adverb,
  p: C.preposition,
  c: C.conjunction,
  r: C.pronoun,
  m: C.number,
  q: C.classifier,
  t: C.time,
  f: C.locality,
  s: C.noun,
  i: C.idiom,
  u: C.particle,
  o: C.noun,
  k: C.noun,
  x: C.han,
  g: C.noun,
}

/** Class name of `seeds/extract/classes.csv` → class. */
export const CLASS_OF_NAME: Readonly<Record<string, number>> = {
  govern: C.govern,
  dual: C.dual,
  say: C.say,
  prep: C.preposition,
  conj: C.conjunction,
  de: C.de,
  part: C.particle,
  pron: C.pronoun,
  dem: C.determiner,
  quant: C.classifier,
  time: C.time,
  adv: C.adverb,
  loc: C.locality,
  vlight: C.verb,
  noun: C.noun,
  verb: C.verb,
  han: C.han,
}
