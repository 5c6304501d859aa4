import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { decodePage } from '../../src/ingest/decode.ts'

const TEXT =
  '青桥街道：旧车棚变身议事厅\n\n本报讯（记者 方晓）近日，青桥街道把车棚改造成议事厅，开会38次，解决问题112件。\n'
/** 青桥街道开展活动，居民都说好。 in GB18030. */
const GB = Uint8Array.from('c7e0c7c5bdd6b5c0bfaad5b9bbeeb6afa3acbed3c3f1b6bccbb5bac3a1a3'.match(/../g) ?? [], byte =>
  Number.parseInt(byte, 16),
)
const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16())
}
const refused = (bytes: Uint8Array): InputError => {
  try {
    decodePage(bytes, 'page.txt')
  } catch (error) {
    if (error instanceof InputError) return error
  }
  throw new Error('not refused')
}

describe('decoding', () => {
  it.each([
    ['utf-8', new TextEncoder().encode(TEXT), 'utf-8'],
    ['utf-8 with its mark', new TextEncoder().encode(`\ufeff${TEXT}`), 'utf-8'],
    ['utf-16le with its mark', utf16(TEXT, 'le', true), 'utf-16le'],
    ['utf-16be with its mark', utf16(TEXT, 'be', true), 'utf-16be'],
    ['utf-16le without', utf16(TEXT, 'le', false), 'utf-16le'],
    ['utf-16be without', utf16(TEXT, 'be', false), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(decodePage(bytes, 'page.txt')).toEqual({ text: TEXT, encoding })
  })

  it('reads GB18030', () => {
    expect(decodePage(GB, 'page.txt')).toEqual({ text: '青桥街道开展活动，居民都说好。', encoding: 'gb18030' })
  })

  it.each([
    ['an empty file', new Uint8Array(), /empty/],
    ['white space', new TextEncoder().encode(' \n\t\n'), /white space/],
    ['a PDF', new TextEncoder().encode('%PDF-1.7 ...'), /PDF/],
    ['a ZIP', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), /ZIP/],
    ['bytes of a program', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251), /binary|no text/],
    ['Big5', Uint8Array.from([0xa4, 0xa4, 0xb0, 0xea, 0xab, 0xd8, 0xb3, 0x5d, 0xa9, 0xca, 0xa6, 0x61]), /no text/],
    ['UTF-8 cut off in a character', new TextEncoder().encode(TEXT.repeat(9)).subarray(0, -2), /byte \d+ is not valid/],
    ['UTF-16 cut off', utf16(TEXT, 'le', true).subarray(0, -1), /not valid/],
  ])('refuses %s with place and remedy', (_, bytes, what) => {
    const error = refused(bytes)
    expect(error.message).toMatch(what)
    expect(error.where).toBe('page.txt')
    expect(error.remedy.length).toBeGreaterThan(10)
  })

  it('never replaces a character', () => {
    for (let cut = 1; cut < 12; cut++) {
      const bytes = new TextEncoder().encode(TEXT).subarray(0, -cut)
      try {
        expect(decodePage(bytes, 'page.txt').text).not.toContain('\ufffd')
      } catch (error) {
        expect(error).toBeInstanceOf(InputError)
      }
    }
  })
})
