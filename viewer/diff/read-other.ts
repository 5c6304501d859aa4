import type { Snapshot } from '../../src/snapshot/format.ts'
import { readPageData } from '../../src/snapshot/page-data.ts'
import { check } from '../data/load.ts'
import { unpack } from '../data/unpack.ts'

const SLOT = /<script type="text\/plain" id="mailuo-data">([A-Za-z0-9+/=\s]*)<\/script>/

/** The snapshot in a file that the reader chose: JSON, or an offline page. @throws where it is neither */
export async function readOther(file: Blob): Promise<Snapshot> {
  const text = await file.text()
  const slot = /^\s*<!doctype html/i.test(text.slice(0, 200)) ? SLOT.exec(text)?.[1] : undefined
  if (slot === undefined) return check(JSON.parse(text))
  return check(readPageData(await unpack(slot.trim())).snapshot)
}
