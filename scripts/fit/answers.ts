/** A question, by its place in the list of questions, and its answer. */
export type Answered = readonly [question: number, answer: number]

/** Features of a fit: the answers that are given in enough articles. */
export interface AnswerFeatures {
  /** By the feature's number; sorted. */
  readonly answers: readonly Answered[]
  /** The features that an example has. */
  readonly of: (answered: readonly Answered[]) => number[]
}

const keyOf = ([question, answer]: Answered): string => `${question} ${answer}`

/** @param fewest an answer is a feature that is given in so many articles */
export function answerFeatures(
  examples: readonly { readonly article: string; readonly answered: readonly Answered[] }[],
  fewest: number,
): AnswerFeatures {
  const articles = new Map<string, { readonly one: Answered; readonly on: Set<string> }>()
  for (const { article, answered } of examples)
    for (const one of answered) {
      const known = articles.get(keyOf(one))
      if (known) known.on.add(article)
      else articles.set(keyOf(one), { one, on: new Set([article]) })
    }
  const answers = [...articles.values()]
    .flatMap(({ one, on }) => (on.size >= fewest ? [one] : []))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const numbers = new Map(answers.map((one, i) => [keyOf(one), i]))
  return { answers, of: answered => answered.flatMap(one => numbers.get(keyOf(one)) ?? []) }
}
