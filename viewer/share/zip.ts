const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

interface Entry {
  readonly name: Uint8Array<ArrayBuffer>
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly crc: number
  readonly offset: number
}

/** Fields of two or four bytes, little end first. */
function fields(...list: readonly (readonly [value: number, size: 2 | 4])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(list.reduce((sum, [, size]) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, size] of list) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return bytes
}

/** What both headers say of a file: version 2.0, names in UTF-8, stored, 1980-01-01, so that the same files give the same bytes. */
const common = ({ name, bytes, crc }: Entry) =>
  [
    [20, 2],
    [0x800, 2],
    [0, 2],
    [0, 2],
    [0x21, 2],
    [crc, 4],
    [bytes.length, 4],
    [bytes.length, 4],
    [name.length, 2],
    [0, 2],
  ] as const

/** Files as one ZIP archive, stored as they are (APPNOTE 6.3): a browser lets a page hand over one file at a time. */
export function zip(files: readonly { readonly name: string; readonly text: string }[]): Blob {
  const encoder = new TextEncoder()
  let offset = 0
  const entries = files.map((file): Entry => {
    const [name, bytes] = [encoder.encode(file.name), encoder.encode(file.text)]
    const entry = { name, bytes, crc: crc32(bytes), offset }
    offset += 30 + name.length + bytes.length
    return entry
  })
  const local = entries.flatMap(one => [fields([0x04034b50, 4], ...common(one)), one.name, one.bytes])
  const central = entries.flatMap(one => {
    const rest = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [one.offset, 4],
    ] as const
    return [fields([0x02014b50, 4], [20, 2], ...common(one), ...rest), one.name]
  })
  const size = central.reduce((sum, part) => sum + part.length, 0)
  const count = entries.length
  const end = fields([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2])
  return new Blob([...local, ...central, end], { type: 'application/zip' })
}
