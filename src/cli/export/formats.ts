import type { ExportFile } from '../../export/exporter.ts'
import { EXPORTERS } from '../../export/exporters.ts'
import type { Snapshot } from '../../snapshot/format.ts'
import { snapshotText } from '../../snapshot/write.ts'
import { offlinePage } from './offline-page.ts'

export interface Format {
  readonly format: string
  readonly zh: string
  readonly en: string
  readonly write: (snapshot: Snapshot, options: { structure: boolean; base?: string }) => readonly ExportFile[]
}

/** Every format of `mailuo export`. */
export const FORMATS: readonly Format[] = [
  {
    format: 'html',
    zh: '一个离线网页：整个图谱、证据、查询都在里面',
    en: 'one offline page with the whole viewer, evidence and queries',
    write: snapshot => [{ suffix: '.html', text: offlinePage(snapshot) }],
  },
  {
    format: 'snapshot',
    zh: '快照的一部分，仍是快照',
    en: 'a snapshot again, whole or a part',
    write: snapshot => [{ suffix: '.mailuo.json', text: snapshotText(snapshot) }],
  },
  ...EXPORTERS,
]
