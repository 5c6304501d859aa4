import { InputError } from '../errors.ts'
import { firstBadUtf8, gbEvidence, knownBinary, utf16Evidence } from './encodings.ts'

export interface Decoded {
  /** Without its byte order mark; line ends as in the file. */
  readonly text: string
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'
}

/** Larger pages are refused: no page of the press is, and a string of the language holds half a thousand million units. */
const MOST_BYTES = 256 * 1024 * 1024

const ENOUGH = 0.95
const ENOUGH_GB = 0.7
/** Share of control characters above which a text is taken for a binary file. */
const MOST_CONTROLS = 0.002

/**
 * Decodes a page. A byte order mark decides; else UTF-8 where it decodes strictly; else UTF-16 and GB18030 where the bytes look like
 * Chinese in them and decode strictly. No character is ever replaced.
 * @param where names the file in errors
 * @throws InputError for an empty, binary, oversized file, and for bytes that are no text in any of the encodings
 */
export function decodePage(bytes: Uint8Array, where: string): Decoded {
  if (!bytes.length)
    throw new InputError({ what: 'The file is empty.', where, remedy: 'Leave it out, or save the page again.' })
  if (bytes.length > MOST_BYTES)
    throw new InputError({
      what: `The file has ${Math.round(bytes.length / 1048576)} MB; the most for one page is ${MOST_BYTES / 1048576} MB.`,
      where,
      remedy: 'Split it into one file a page.',
    })
  const binary = knownBinary(bytes)
  if (binary) throw new InputError({ what: `This is ${binary.what}, not text.`, where, remedy: binary.remedy })
  const decoded = byMark(bytes, where) ?? byEvidence(bytes)
  if (!decoded) throw unreadable(bytes, where)
  if (isBinary(decoded.text))
    throw new InputError({ what: 'The file is binary, not text.', where, remedy: 'Give the text of the page.' })
  if (!/\S/.test(decoded.text))
    throw new InputError({
      what: 'The file holds only white space.',
      where,
      remedy: 'Leave it out, or save the page again.',
    })
  return decoded
}

function byMark(bytes: Uint8Array, where: string): Decoded | null {
  const [a, b, c] = bytes
  const encoding =
    a === 0xef && b === 0xbb && c === 0xbf
      ? 'utf-8'
      : a === 0xff && b === 0xfe
        ? 'utf-16le'
        : a === 0xfe && b === 0xff
          ? 'utf-16be'
          : null
  if (!encoding) return null
  const decoded = strictly(bytes, encoding)
  if (decoded) return decoded
  throw new InputError({
    what: `The file begins with the mark of ${encoding.toUpperCase()}, but what follows is not valid in it.`,
    where,
    remedy: 'It may be cut off or mixed; save it again as UTF-8.',
  })
}

function byEvidence(bytes: Uint8Array): Decoded | null {
  // NUL never stands in a page in UTF-8 or GB18030; in UTF-16 every line end holds one.
  const hasNul = bytes.subarray(0, 65536).includes(0)
  if (!hasNul) {
    const utf8 = strictly(bytes, 'utf-8')
    if (utf8) return utf8
  }
  for (const order of ['le', 'be'] as const)
    if (bytes.length % 2 === 0 && utf16Evidence(bytes, order) >= ENOUGH) {
      const utf16 = strictly(bytes, `utf-16${order}`)
      if (utf16) return utf16
    }
  return !hasNul && gbEvidence(bytes) >= ENOUGH_GB ? strictly(bytes, 'gb18030') : null
}

function strictly(bytes: Uint8Array, encoding: Decoded['encoding']): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return null
  }
}

/** Judged by the beginning: control characters that no text has. */
function isBinary(text: string): boolean {
  const end = Math.min(text.length, 65536)
  let controls = 0
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0) return true
    if (unit < 32 && (unit < 9 || unit > 13) && unit !== 26) controls++
  }
  return controls > end * MOST_CONTROLS
}

function unreadable(bytes: Uint8Array, where: string): InputError {
  const bad = firstBadUtf8(bytes)
  const nearly = bad > bytes.length / 2 || (bad > 256 && gbEvidence(bytes) < 0.5)
  return new InputError({
    what: nearly
      ? `The file looks like UTF-8 but byte ${bad} is not valid in it.`
      : 'The bytes are no text in UTF-8, UTF-16 or GB18030.',
    where,
    remedy: nearly
      ? 'It is damaged or cut off; fetch it again.'
      : 'Save the page as UTF-8; other encodings such as Big5 are not read.',
  })
}
