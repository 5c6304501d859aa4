import { SNAPSHOT_VERSION, type Snapshot } from '../../src/snapshot/format.ts'
import { readPageData } from '../../src/snapshot/page-data.ts'
import { BombError, unpack } from './unpack.ts'

/** What the page opens: the snapshot and, by node key, the pinyin keys that were made when it was served or exported. */
export interface Opened {
  readonly snapshot: Snapshot
  readonly pinyin: Readonly<Record<string, string>>
  /** Edges that the picture needs, where they are to be had sooner than all. */
  readonly telling?: Snapshot['graph']['edges']
  /** `file`: everything is inside this page; `live`: a local server answers. */
  readonly mode: 'file' | 'live'
}

/** Something that kept the snapshot from opening, in words for the reader. */
export class OpenError extends Error {
  readonly remedy: string
  constructor(what: string, remedy: string) {
    super(what)
    this.remedy = remedy
  }
}

/** Refuses what is no snapshot or a newer one. */
export function check(value: unknown): Snapshot {
  const snapshot = value as Partial<Snapshot> | null
  if (snapshot?.format !== 'mailuo' || !snapshot.graph || !snapshot.articles) {
    throw new OpenError('这不是脉络的快照文件', '请用 mailuo build 重新生成')
  }
  const major = Number.parseInt(String(snapshot.version), 10)
  if (major > Number.parseInt(SNAPSHOT_VERSION, 10)) {
    throw new OpenError(`快照版本 ${snapshot.version} 比本程序（${SNAPSHOT_VERSION}）新`, '请升级 mailuo 后再打开')
  }
  return snapshot as Snapshot
}

async function fetchJson(path: string): Promise<unknown> {
  const answer = await fetch(path)
  if (!answer.ok) throw new OpenError(`服务器回答 ${answer.status}`, '请看终端里 mailuo view 的提示')
  return answer.json()
}

/**
 * Opens what this page carries: the filled data slot of an offline file, else the local server's snapshot.
 * @throws OpenError with a remedy.
 */
export async function openSnapshot(): Promise<Opened> {
  const slot = document.getElementById('mailuo-data')?.textContent?.trim()
  if (slot) {
    try {
      const { snapshot, ...rest } = readPageData(await unpack(slot))
      return { snapshot: check(snapshot), ...rest, mode: 'file' }
    } catch (error) {
      if (error instanceof OpenError) throw error
      if (error instanceof BombError) {
        throw new OpenError('文件里的数据展开后大得离谱', '这不是脉络写出的文件，请勿打开，并向来源核实')
      }
      throw new OpenError('文件里的数据不完整', '文件可能没有传完，请重新取得')
    }
  }
  const snapshot = check(await fetchJson('./snapshot.json'))
  return { snapshot, pinyin: {}, mode: 'live' }
}

/** Pinyin keys of a served snapshot come after the first frame; without them search still finds hanzi. */
export async function fetchPinyin(): Promise<Readonly<Record<string, string>>> {
  return (await fetchJson('./pinyin.json')) as Record<string, string>
}
