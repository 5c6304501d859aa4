import { SnapshotError } from '../../errors.ts'
import { byCodeUnit } from '../../text/code-units.ts'
import { LineHasher } from './line-hash.ts'

const [QUOTE, BACKSLASH, COLON, BRACE] = [0x22, 0x5c, 0x3a, 0x7b]

/** The items of one list of a snapshot, a line each, as bytes: `{"key":"runs:3f0c…","source":…}`. Numbered as they stand. */
export class LineList {
  /** Fingerprint of each line, in two lanes. */
  readonly high: number[] = []
  readonly low: number[] = []
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  private readonly bytes: Buffer
  private readonly hasher: LineHasher
  private readonly where: string

  constructor(bytes: Buffer, where: string) {
    this.bytes = bytes
    this.hasher = new LineHasher(bytes)
    this.where = where
  }

  get length(): number {
    return this.starts.length
  }

  /** Adds the line that stands in [start, end). */
  push(start: number, end: number): void {
    this.hasher.take(start, end)
    this.starts.push(start)
    this.ends.push(end)
    this.high.push(this.hasher.high)
    this.low.push(this.hasher.low)
  }

  /** Bytes of a line. */
  size(i: number): number {
    return (this.ends[i] ?? 0) - (this.starts[i] ?? 0)
  }

  text(i: number): string {
    return this.bytes.toString('utf8', this.starts[i], this.ends[i])
  }

  /** @throws SnapshotError where the line is no JSON */
  value(i: number): unknown {
    try {
      return JSON.parse(this.text(i))
    } catch {
      throw this.strange(i)
    }
  }

  /** Its first member, by which the list is sorted: id of an article, key of a node or edge. */
  key(i: number): string {
    const from = this.closing(i, (this.starts[i] ?? 0) + 2) + 3
    return this.unquoted(from, this.closing(i, from))
  }

  /**
   * The texts of the named members, without reading the rest of the line: of those that open it, objects counted as opened.
   * `{"key":"a","source":"b",…,"attributes":{"type":"RUNS",…` holds key, source and type.
   * @throws SnapshotError where one is not there
   */
  texts(i: number, names: readonly string[]): string[] {
    const { bytes } = this
    const found: string[] = []
    let at = this.starts[i] ?? 0
    while (found.length < names.length) {
      let name = at + 2
      let end = this.closing(i, name)
      while (bytes[end + 1] === COLON && bytes[end + 2] === BRACE) {
        name = end + 4
        end = this.closing(i, name)
      }
      if (bytes[end + 1] !== COLON || bytes[end + 2] !== QUOTE) throw this.strange(i)
      at = this.closing(i, end + 3) + 1
      if (this.unquoted(name, end) === names[found.length]) found.push(this.unquoted(end + 3, at - 1))
    }
    return found
  }

  /** Number of the line with this key, or -1: the list is sorted by key. */
  find(key: string): number {
    let [low, high] = [0, this.length - 1]
    while (low <= high) {
      const middle = (low + high) >>> 1
      const order = byCodeUnit(this.key(middle), key)
      if (order === 0) return middle
      if (order < 0) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  /** Where the text is closed in whose middle `inside` is. */
  private closing(i: number, inside: number): number {
    const { bytes } = this
    const end = this.ends[i] ?? 0
    let at = inside
    while (at < end && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1
    if (at >= end) throw this.strange(i)
    return at
  }

  private unquoted(start: number, end: number): string {
    const text = this.bytes.toString('utf8', start, end)
    return text.includes('\\') ? (JSON.parse(`"${text}"`) as string) : text
  }

  private strange(i: number): SnapshotError {
    return new SnapshotError({
      what: `a line of the snapshot does not have the form it should have: ${this.text(i).slice(0, 60)}`,
      where: this.where,
      remedy: 'Take an undamaged copy, or build it again with `mailuo build`.',
    })
  }
}
