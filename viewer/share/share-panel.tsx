import { useSignal } from '@preact/signals'
import { EXPORTERS } from '../../src/export/exporters.ts'
import { lang, t } from '../i18n.ts'
import { pngBlob, svgBlob } from '../images/save-image.ts'
import { joined } from '../judge/made.ts'
import { download } from '../state/download-views.ts'
import { writeHash } from '../state/hash.ts'
import type { App } from '../state/store.ts'
import { canWritePage, pageWith } from './page-file.ts'
import { partFor } from './part.ts'
import { sealed } from './sealed.ts'
import { w } from './words.ts'
import { zip } from './zip.ts'

const MEDIA = { html: 'text/html', snapshot: 'application/json' }

interface Written {
  readonly suffix: string
  readonly blob: Blob
}

/** Every format of the command line, written by this page itself, and pictures of what is on screen. */
export function SharePanel({ app }: { app: App }) {
  const part = useSignal<'whole' | 'current'>('whole')
  const format = useSignal('gexf')
  const withTexts = useSignal(true)
  const told = useSignal('')
  const formats = [
    { format: 'snapshot', zh: '快照 JSON', en: 'snapshot JSON' },
    ...(canWritePage() ? [{ format: 'html', zh: '离线网页', en: 'offline page' }] : []),
    ...EXPORTERS,
  ]
  const write = async (make: () => Promise<readonly Written[]>) => {
    for (const { suffix, blob } of await make()) {
      const name = `${fileName(app)}${suffix}`
      download(blob, name)
      told.value = w('wrote', { name, size: (blob.size / 1e6).toFixed(2) })
    }
  }
  return (
    <details class="panel share" data-share="panel">
      <summary>{w('share')}</summary>
      <p class="choices">
        <label>
          {w('part')}{' '}
          <select
            value={part.value}
            onChange={event => {
              part.value = event.currentTarget.value as 'whole' | 'current'
            }}
          >
            <option value="whole">{w('whole')}</option>
            <option value="current">{w('current')}</option>
          </select>
        </label>
        <label>
          {w('format')}{' '}
          <select
            value={format.value}
            onChange={event => {
              format.value = event.currentTarget.value
            }}
          >
            {formats.map(one => (
              <option key={one.format} value={one.format} title={one[lang.value]}>
                {one.format}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={withTexts.value}
            onChange={event => {
              withTexts.value = event.currentTarget.checked
            }}
          />{' '}
          {w('withTexts')}
        </label>
      </p>
      <p class="hint">{formats.find(one => one.format === format.value)?.[lang.value]}</p>
      <p class="actions">
        <button
          type="button"
          class="primary"
          onClick={() => void write(() => exported(app, format.value, part.value, withTexts.value))}
        >
          {w('export')}
        </button>
        <button type="button" onClick={() => void write(async () => image('.svg', svgBlob(app)))}>
          {w('image')} SVG
        </button>
        <button type="button" onClick={() => void write(async () => image('.png', await pngBlob(app)))}>
          {w('image')} PNG
        </button>
        {canWritePage() && (
          <button type="button" title={w('savePageHint')} onClick={() => void write(() => savedPage(app))}>
            {w('savePage')}
          </button>
        )}
      </p>
      <p class="hint" role="status">
        {told.value}
      </p>
    </details>
  )
}

const fileName = (app: App): string =>
  app.model.snapshot.title.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 60) || 'mailuo'

const image = (suffix: string, blob: Blob | null): readonly Written[] => (blob ? [{ suffix, blob }] : [])

async function exported(app: App, format: string, part: 'whole' | 'current', withTexts: boolean): Promise<Written[]> {
  const { snapshot, text } = await partFor(app, part, withTexts)
  if (format === 'snapshot') return [{ suffix: '.mailuo.json', blob: new Blob([text], { type: MEDIA.snapshot }) }]
  if (format === 'html') {
    return [{ suffix: '.html', blob: new Blob([await pageWith(snapshot, app.pinyin.value)], { type: MEDIA.html }) }]
  }
  const exporter = EXPORTERS.find(one => one.format === format)
  const files = exporter?.write(snapshot, {}) ?? []
  const [only] = files
  if (files.length === 1 && only)
    return [{ suffix: only.suffix, blob: new Blob([only.text], { type: exporter?.media ?? '' }) }]
  return [
    { suffix: `-${format}.zip`, blob: zip(files.map(one => ({ name: fileName(app) + one.suffix, text: one.text }))) },
  ]
}

/** The whole page again with what is on screen as its newest view, and the judgements made here. */
async function savedPage(app: App): Promise<Written[]> {
  const { snapshot } = app.model
  const name = `${t('graph')} ${app.shown.value.nodes.length}`
  const view = { name, note: '', hash: writeHash(app.state.value) }
  const judgements = joined(app)
  const changed = { ...snapshot, views: [...snapshot.views, view], ...(judgements.length > 0 && { judgements }) }
  const { snapshot: whole } = await sealed(changed)
  return [{ suffix: '.html', blob: new Blob([await pageWith(whole, app.pinyin.value)], { type: MEDIA.html }) }]
}
