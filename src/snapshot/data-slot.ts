import { gunzipSync } from 'node:zlib'
import { SnapshotError } from '../errors.ts'
import { readPageData } from './page-data.ts'
import { mostUnpacked } from './unpack-limit.ts'

const SLOT = /<script type="text\/plain" id="mailuo-data">([A-Za-z0-9+/=\s]*)<\/script>/

/** Whether a text is a page and no snapshot. */
export const isPage = (text: string): boolean => /^\s*<!doctype html/i.test(text.slice(0, 200))

/**
 * Takes the snapshot out of an offline page, as JSON.
 * @throws SnapshotError where the page holds none, is cut off, or would unpack to more than it can honestly hold
 */
export function textInPage(page: string, where: string): string {
  const slot = SLOT.exec(page)?.[1]
  if (slot === undefined) {
    const what = /id="mailuo-(?:app|data)"/.test(page)
      ? 'the page breaks off: its data is not complete'
      : 'this page was not made by mailuo: it holds no data'
    throw new SnapshotError({ what, where, remedy: 'Copy it again, or name another file.' })
  }
  const packed = Buffer.from(slot, 'base64')
  if (packed.length === 0) {
    throw new SnapshotError({
      what: 'the page holds no data: it is the empty viewer',
      where,
      remedy: 'Make it with `mailuo export -f html`.',
    })
  }
  try {
    const unpacked = gunzipSync(packed, { maxOutputLength: mostUnpacked(packed.length) }).toString('utf8')
    return JSON.stringify(readPageData(unpacked).snapshot)
  } catch (error) {
    const isBomb = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    const what = isBomb
      ? `the data of this page unpacks to more than ${Math.round(mostUnpacked(packed.length) / 1e6)} MB from ${Math.ceil(packed.length / 1e3)} kB: no snapshot does that`
      : 'the data of this page is damaged'
    throw new SnapshotError({ what, where, remedy: 'Take an undamaged copy from somebody you trust.' })
  }
}
