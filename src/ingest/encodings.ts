/** What the first bytes of a file that is no text give away. */
const MAGIC: readonly { readonly bytes: readonly number[]; readonly what: string; readonly remedy: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF file', remedy: 'Save its text first, for example with pdftotext.' },
  {
    bytes: [0x50, 0x4b, 3, 4],
    what: 'a ZIP archive or Office document',
    remedy: 'Unpack it, or save the document as text.',
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Office document', remedy: 'Save it as plain text.' },
  { bytes: [0x1f, 0x8b], what: 'a gzip archive', remedy: 'Unpack it with gunzip first.' },
  { bytes: [0x42, 0x5a, 0x68], what: 'a bzip2 archive', remedy: 'Unpack it with bunzip2 first.' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58], what: 'an xz archive', remedy: 'Unpack it with unxz first.' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG image', remedy: 'Give the text of the page, not its picture.' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG image', remedy: 'Give the text of the page, not its picture.' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF image', remedy: 'Give the text of the page, not its picture.' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program', remedy: 'Give text files only.' },
]

/** @returns what kind of file that is no text these bytes begin, or null. */
export function knownBinary(bytes: Uint8Array): { readonly what: string; readonly remedy: string } | null {
  return MAGIC.find(row => row.bytes.every((byte, i) => bytes[i] === byte)) ?? null
}

const SAMPLE = 65536

/**
 * How much of a sample reads as Chinese text in UTF-16 of the given byte order, 0 to 1: the high byte of nearly every unit is that
 * of a hanzi (4E–9F), of CJK marks (30, FF), of general punctuation (20) or of ASCII (00).
 */
export function utf16Evidence(bytes: Uint8Array, order: 'le' | 'be'): number {
  const end = Math.min(bytes.length & ~1, SAMPLE)
  let good = 0
  for (let i = 0; i < end; i += 2) {
    const low = bytes[order === 'le' ? i : i + 1] ?? 0
    const high = bytes[order === 'le' ? i + 1 : i] ?? 0
    if ((high >= 0x4e && high <= 0x9f) || high === 0x30 || high === 0xff || high === 0x20) good++
    else if (high === 0 && (low === 10 || low === 13 || low === 9 || (low >= 32 && low < 127) || low === 0xb7)) good++
  }
  return end ? good / (end / 2) : 0
}

/**
 * How much of the double bytes of a sample reads as everyday Chinese in GB18030, 0 to 1: marks (A1–A3) and the 3,755 common hanzi
 * (B0–D7), which make up over nine tenths of any article; UTF-8 or Big5 read as GB scatter over the rest.
 */
export function gbEvidence(bytes: Uint8Array): number {
  const end = Math.min(bytes.length, SAMPLE)
  let pairs = 0
  let common = 0
  for (let i = 0; i < end; i++) {
    const lead = bytes[i] ?? 0
    if (lead < 0x80) continue
    pairs++
    i++
    const trail = bytes[i] ?? 0
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) common++
  }
  return pairs ? common / pairs : 0
}

/** @returns the offset of the first byte that is no UTF-8, or -1. */
export function firstBadUtf8(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0
    const size =
      byte < 0x80
        ? 1
        : byte >= 0xc2 && byte < 0xe0
          ? 2
          : byte >= 0xe0 && byte < 0xf0
            ? 3
            : byte >= 0xf0 && byte < 0xf5
              ? 4
              : 0
    if (!size) return i
    for (let k = 1; k < size; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i
    i += size
  }
  return -1
}
