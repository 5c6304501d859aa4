import type { Snapshot } from './format.ts'
import { packSnapshot } from './pack.ts'
import type { SnapshotEdge } from './packed.ts'
import { isPacked, unpackSnapshot } from './unpack.ts'

/** What an offline page carries, as JSON: the snapshot and how its names sound. No Node API: a page that saves itself calls it. */
export function pageData(snapshot: Snapshot, pinyin: Readonly<Record<string, string>>): string {
  return JSON.stringify(packSnapshot(snapshot, pinyin) ?? { snapshot, pinyin })
}

export interface PageData {
  /** Whether it is a snapshot is for the caller to find out. */
  readonly snapshot: unknown
  /** How names sound, by node key. */
  readonly pinyin: Readonly<Record<string, string>>
  /** Edges that a picture needs, where they are to be had sooner than all. */
  readonly telling?: readonly SnapshotEdge[]
}

/**
 * Reads what a page carries.
 * @throws SyntaxError, RangeError or TypeError where it is damaged
 */
export function readPageData(json: string): PageData {
  const data = JSON.parse(json) as { snapshot?: unknown; pinyin?: Record<string, string> }
  if (isPacked(data)) return unpackSnapshot(data)
  return { snapshot: data.snapshot ?? null, pinyin: data.pinyin ?? {} }
}
