import { C } from '../word-class.ts'

/** 、 or 和: what joins the members of a list. */
export const isJoin = (kind: number): boolean => kind === C.pause || kind === C.conjunction

/**
 * Spans of tokens of the members of a list, the last first.
 * @param end token behind the last member
 * @param most how many members a list may have
 * @param startOf first token of the member that ends before a token; that token where no member does
 */
export function membersBefore(
  classes: ArrayLike<number>,
  end: number,
  most: number,
  startOf: (stop: number) => number,
): [start: number, stop: number][] {
  const spans: [number, number][] = []
  let stop = end
  while (spans.length < most) {
    const start = startOf(stop)
    if (start >= stop) break
    spans.push([start, stop])
    if (start === 0 || !isJoin(classes[start - 1]!)) break
    stop = start - 1
  }
  return spans
}
