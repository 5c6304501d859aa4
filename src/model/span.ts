/** A half-open stretch `[start, end)` of a text, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** @returns whether `outer` holds the whole of `inner`; equal spans hold each other. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** @returns whether the two spans share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Reading order: by start, the longer one first. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}
