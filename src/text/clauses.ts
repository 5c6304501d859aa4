import type { Block } from '../model/article.ts'
import type { Span } from '../model/span.ts'

/** A stretch between two marks of punctuation, the smallest unit that has a verb of its own. */
export interface Clause extends Span {
  /** 0-based number of its sentence in the text. */
  readonly sentence: number
  /** 0-based number of its block; blocks are divided by `\n`. */
  readonly paragraph: number
  readonly role: Block['role']
  /** Inside a quotation that holds whole sentences. */
  readonly speech: boolean
}

export interface Sentence extends Span {
  readonly paragraph: number
  /** First and one past the last clause. */
  readonly clauses: readonly [number, number]
}

export interface Clauses {
  readonly clauses: readonly Clause[]
  readonly sentences: readonly Sentence[]
}

const CLAUSE_END = 1
const SENTENCE_END = 2
const PARAGRAPH_END = 3
const OPEN = 4
const CLOSE = 5
const MARK = new Uint8Array(65536)
for (const c of '，,；;：:') MARK[c.charCodeAt(0)] = CLAUSE_END
for (const c of '。！？!?⋯…●■◆') MARK[c.charCodeAt(0)] = SENTENCE_END
for (const c of '\n\r') MARK[c.charCodeAt(0)] = PARAGRAPH_END
for (const c of '“《（(「『【') MARK[c.charCodeAt(0)] = OPEN
for (const c of '”》）)」』】') MARK[c.charCodeAt(0)] = CLOSE

const CLOSER: Readonly<Record<string, string>> = {
  '“': '”',
  '《': '》',
  '（': '）',
  '(': ')',
  '「': '」',
  '『': '』',
  '【': '】',
}

/** Longest name that a pair of marks may hold; anything longer is speech and is divided like other text. */
const LONGEST_NAME = 64

/** @returns the offset after the closing mark where the marks at `at` hold a name (no full stop inside), else `at + 1`. */
function skipName(text: string, at: number): number {
  const opener = text[at] as string
  const closer = CLOSER[opener] as string
  const limit = Math.min(text.length, at + LONGEST_NAME)
  for (let i = at + 1; i < limit; i++) {
    if (text[i] === closer) return i + 1
    if (text[i] === opener) return at + 1
    const mark = MARK[text.charCodeAt(i)]
    if (mark === SENTENCE_END || mark === PARAGRAPH_END) return at + 1
  }
  return at + 1
}

/**
 * Divides a body into sentences and clauses. Marks that hold a name (“党建引领，妇建同频”, 《…》, （…）) are never divided;
 * a quotation with a full stop inside is speech. A number's own comma (1,234) does not divide.
 * @param blocks the article's blocks: they give the role of each clause
 */
export function splitClauses(text: string, blocks: readonly Block[]): Clauses {
  const clauses: Clause[] = []
  const sentences: Sentence[] = []
  let block = 0
  let start = 0
  let sentenceStart = 0
  let firstClause = 0
  let paragraph = 0
  let speech = false
  const endClause = (end: number) => {
    while (block < blocks.length && (blocks[block] as Block).end <= start) block++
    const role = blocks[block]?.role ?? 'paragraph'
    if (end > start) clauses.push({ start, end, sentence: sentences.length, paragraph, role, speech })
    start = end + 1
  }
  const endSentence = (end: number) => {
    if (clauses.length > firstClause)
      sentences.push({ start: sentenceStart, end, paragraph, clauses: [firstClause, clauses.length] })
    firstClause = clauses.length
    sentenceStart = start
  }
  for (let i = 0; i < text.length; i++) {
    const mark = MARK[text.charCodeAt(i)]
    if (!mark) continue
    if (mark === OPEN) {
      const after = skipName(text, i)
      if (after > i + 1) i = after - 1
      else if (text[i] === '“') {
        endClause(i)
        speech = true
      }
    } else if (mark === CLOSE) {
      if (speech && text[i] === '”') {
        endClause(i)
        speech = false
      }
    } else if (mark === CLAUSE_END) {
      if (!isDigit(text, i - 1) || !isDigit(text, i + 1) || text[i] === '；') endClause(i)
    } else {
      endClause(i)
      endSentence(i + 1)
      if (mark === PARAGRAPH_END) {
        paragraph++
        speech = false
      }
    }
  }
  endClause(text.length)
  endSentence(text.length)
  return { clauses, sentences }
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}
