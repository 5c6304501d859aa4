import { gzipSync } from 'node:zlib'
import type { Snapshot } from '../../snapshot/format.ts'
import { pageData } from '../../snapshot/page-data.ts'
import { policyFor, viewerTemplate } from '../serve/page.ts'
import { pinyinKeys } from '../serve/pinyin-keys.ts'

const SLOT = '<script type="text/plain" id="mailuo-data"></script>'
const APP = /<script type="module"[^>]*>(?<code>[\s\S]*?)<\/script>/

/**
 * Unpacks the viewer's code and runs it. It comes first, so that a file that was cut off says so wherever the cut is, and
 * waits until everything else is there.
 */
const START = `addEventListener('DOMContentLoaded', async () => {
  try {
    const binary = atob(document.getElementById('mailuo-app').textContent)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at)
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
    const app = Object.assign(document.createElement('script'), { type: 'module' })
    app.textContent = await new Response(stream).text()
    document.body.append(app)
  } catch {
    document.body.textContent = '打不开：文件里的数据不完整，请重新取得；或者浏览器太旧（需 2023 年以后的版本）。 This file is cut off: get it again; or the browser is older than 2023.'
    document.body.setAttribute('role', 'alert')
  }
})`

/** Base64 of gzip holds no character that HTML could read as its own. */
const packed = (text: string): string => gzipSync(text, { level: 9 }).toString('base64')

/**
 * The whole viewer with a snapshot inside, to be opened from disk with no network: code and data compressed, and a policy
 * that lets nothing run but this code, by its hash.
 * @throws UsageError where the viewer was not built
 */
export function offlinePage(snapshot: Snapshot): string {
  const template = viewerTemplate()
  const code = APP.exec(template)?.groups?.['code'] ?? ''
  const page = template
    .replace(APP, () => `<script>${START}</script>`)
    .replace('</body>', () => `  <script type="text/plain" id="mailuo-app">${packed(code)}</script>\n  </body>`)
    .replace(SLOT, '')
    .replace(
      '</head>',
      () => `  ${SLOT.replace('></', () => `>${packed(pageData(snapshot, pinyinKeys(snapshot)))}</`)}\n  </head>`,
    )
  const policy = policyFor(page, 'none', [code]).replaceAll('"', '&quot;')
  const charset = '<meta charset="utf-8" />'
  return page.replace(
    charset,
    () => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  )
}
