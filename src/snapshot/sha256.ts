/** Round constants (FIPS 180-4, 4.2.2): fractions of the cube roots of the first 64 primes. */
const K = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
])

// signed throughout: engines keep such numbers in registers
const W = new Int32Array(64)
const H = new Int32Array(8)
const START = new Int32Array([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
])

const at = (list: Int32Array, i: number): number => list[i] as number
const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by))

function round(block: DataView, offset: number): void {
  for (let i = 0; i < 16; i += 1) W[i] = block.getInt32(offset + i * 4)
  for (let i = 16; i < 64; i += 1) {
    const [x, y] = [at(W, i - 15), at(W, i - 2)]
    const low = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)
    const high = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10)
    W[i] = (at(W, i - 16) + low + at(W, i - 7) + high) | 0
  }
  let a = at(H, 0)
  let b = at(H, 1)
  let c = at(H, 2)
  let d = at(H, 3)
  let e = at(H, 4)
  let f = at(H, 5)
  let g = at(H, 6)
  let h = at(H, 7)
  for (let i = 0; i < 64; i += 1) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + at(K, i) + at(W, i)) | 0
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  const sums = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i += 1) H[i] = (at(H, i) + (sums[i] as number)) | 0
}

const encoder = new TextEncoder()
let buffer = new Uint8Array(256)
let view = new DataView(buffer.buffer)

/**
 * The first 64 bits of a text's SHA-256 (FIPS 180-4), at once and without Node: for the many short keys of a page that opens.
 * @returns them as 13 digits to base 36, as `graph/keys.ts` has them
 */
export function shortSha256(text: string): string {
  if (buffer.length < text.length * 3 + 72) {
    buffer = new Uint8Array(text.length * 3 + 256)
    view = new DataView(buffer.buffer)
  }
  const { written } = encoder.encodeInto(text, buffer)
  const size = (written + 72) & ~63
  buffer.fill(0, written, size)
  buffer[written] = 0x80
  view.setUint32(size - 4, written * 8)
  H.set(START)
  for (let offset = 0; offset < size; offset += 64) round(view, offset)
  return base36(at(H, 0), at(H, 1))
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** 64 bits as 13 digits to base 36, by long division: several times faster than with BigInt. */
function base36(high: number, low: number): string {
  let [top, bottom] = [high >>> 0, low >>> 0]
  let text = ''
  for (let i = 0; i < 13; i += 1) {
    const rest = (top % 36) * 4_294_967_296 + bottom
    top = Math.floor(top / 36)
    bottom = Math.floor(rest / 36)
    text = DIGITS.charAt(rest % 36) + text
  }
  return text
}
