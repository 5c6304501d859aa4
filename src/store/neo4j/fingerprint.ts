const NUMBER = new Float64Array(1)
const WORDS = new Uint32Array(NUMBER.buffer)

/**
 * Fingerprints of JSON values: 64 bits in two lanes, so that a whole snapshot can be compared with a database in a fraction of a
 * second. The order of an object's members makes no difference, that of a list's items does. Made against accidents, not
 * against malice: the snapshot itself has its sha256. Lanes after cyrb53 (bryc, public domain).
 */
export class Fingerprinter {
  high = 0
  low = 0
  private readonly keys = new Map<string, readonly [number, number]>()

  /** Sets both lanes to the fingerprint of a value. Members that are undefined do not count. */
  take(value: unknown): void {
    if (typeof value === 'string') this.takeText(value)
    else if (typeof value === 'number') this.takeNumber(value)
    else if (Array.isArray(value)) this.takeList(value)
    else if (typeof value === 'object' && value !== null) this.takeMembers(value as Record<string, unknown>)
    else this.takeText(`\u0000${String(value)}`)
  }

  private takeText(text: string): void {
    let a = 0xdeadbeef
    let b = 0x41c6ce57
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      a = Math.imul(a ^ unit, 0x9e3779b1)
      b = Math.imul(b ^ unit, 0x5f356495)
    }
    this.settle(a, b ^ text.length)
  }

  private takeNumber(value: number): void {
    NUMBER[0] = value
    const one = WORDS[0] as number
    const two = WORDS[1] as number
    this.settle(Math.imul(one ^ 0x2545f491, 0x9e3779b1) ^ two, Math.imul(two ^ 0x1b873593, 0x5f356495) ^ one)
  }

  private takeList(items: readonly unknown[]): void {
    let a = 0x811c9dc5
    let b = items.length
    for (const item of items) {
      this.take(item)
      a = Math.imul(a ^ this.high, 0x9e3779b1)
      b = Math.imul(b ^ this.low, 0x5f356495)
    }
    this.settle(a, b)
  }

  private takeMembers(record: Readonly<Record<string, unknown>>): void {
    let a = 0
    let b = 0
    for (const key in record) {
      if (record[key] === undefined) continue
      const [one, two] = this.key(key)
      this.take(record[key])
      a = (a + Math.imul(this.high ^ one, 0x9e3779b1)) | 0
      b = (b + Math.imul(this.low ^ two, 0x5f356495)) | 0
    }
    this.settle(a, b)
  }

  private key(name: string): readonly [number, number] {
    const known = this.keys.get(name)
    if (known) return known
    this.takeText(name)
    const lanes = [this.high, this.low] as const
    this.keys.set(name, lanes)
    return lanes
  }

  private settle(a: number, b: number): void {
    let high = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
    let low = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
    high ^= low >>> 15
    low ^= high >>> 13
    this.high = high >>> 0
    this.low = low >>> 0
  }
}

/** A fingerprint as text: `k3v9zq.1x0pw2`. */
export function markText(high: number, low: number): string {
  return `${high.toString(36)}.${low.toString(36)}`
}
