import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { UsageError } from '../../errors.ts'
import type { Snapshot } from '../../snapshot/format.ts'
import { pinyinKeys } from './pinyin-keys.ts'

const TEMPLATE = new URL('../../../dist/viewer/index.html', import.meta.url)
const SLOT = '<script type="text/plain" id="mailuo-data"></script>'

/**
 * The built viewer: one HTML file with an empty data slot.
 * @throws UsageError where the viewer was not built.
 */
export function viewerTemplate(): string {
  try {
    return readFileSync(TEMPLATE, 'utf8')
  } catch {
    throw new UsageError({ what: 'the viewer has not been built', remedy: 'run npm run build once, then try again' })
  }
}

/** An address without the user and password that may stand in it: `bolt://a:b@host:7687` → `bolt://host:7687`. */
export function nameOfServer(uri: string): string {
  return uri.replace(/\/\/[^/]*@/, '//')
}

const escaped = (text: string) => text.replace(/[&"<>]/g, char => `&#${char.charCodeAt(0)};`)

/**
 * The viewer as a server gives it: it has the browser fetch the snapshot while it still reads the script, and says which
 * server answers queries where one does. Scripts stay as they are, so that their hashes hold.
 * @param engine address of that server
 */
export function livePage(template: string, engine: string | undefined): string {
  const head = [
    '<link rel="preload" as="fetch" href="./snapshot.json" crossorigin="anonymous" />',
    ...(engine === undefined ? [] : [`<meta name="mailuo-engine" content="${escaped(nameOfServer(engine))}" />`]),
  ]
  return template.replace('<meta charset="utf-8" />', found => [found, ...head].join('\n    '))
}

function hashesOf(html: string, tag: 'script' | 'style'): string {
  const found = html.matchAll(new RegExp(`<${tag}(?<attributes>[^>]*)>(?<body>[^]*?)</${tag}>`, 'g'))
  return [...found]
    .filter(match => !match.groups?.['attributes']?.includes('text/plain'))
    .map(
      match =>
        `'sha256-${createHash('sha256')
          .update(match.groups?.['body'] ?? '')
          .digest('base64')}'`,
    )
    .join(' ')
}

/**
 * A policy that lets this page run its own code, by hash, and nothing else. Without `connect` it cannot reach any network;
 * with it, its own server only.
 */
export function policyFor(html: string, connect: 'none' | 'self'): string {
  return [
    "default-src 'none'",
    `script-src ${hashesOf(html, 'script')}`,
    `style-src ${hashesOf(html, 'style')}`,
    'img-src data: blob:',
    'worker-src blob:',
    ...(connect === 'self' ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/**
 * The whole viewer with a snapshot inside, to be opened from disk with no network. The data is base64 of gzip, which holds
 * no character that HTML could read as its own.
 */
export function offlineHtml(snapshot: Snapshot): string {
  const template = viewerTemplate()
  const data = gzipSync(JSON.stringify({ snapshot, pinyin: pinyinKeys(snapshot) }), { level: 9 }).toString('base64')
  const policy = policyFor(template, 'none').replaceAll('"', '&quot;')
  return template
    .replace(
      '<meta charset="utf-8" />',
      () => `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace(SLOT, () => SLOT.replace('></', () => `>${data}</`))
}
