import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { UsageError } from '../../errors.ts'
import { packageFile } from '../../text/package-files.ts'

const TEMPLATE = packageFile('dist/viewer/index.html')

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

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** What stands inline in a page that is run or applied; what is marked as plain text is data. */
function inline(html: string, tag: 'script' | 'style'): string[] {
  const found = html.matchAll(new RegExp(`<${tag}(?<attributes>[^>]*)>(?<body>[^]*?)</${tag}>`, 'g'))
  return [...found].flatMap(({ groups }) =>
    groups?.['attributes']?.includes('text/plain') ? [] : [groups?.['body'] ?? ''],
  )
}

/**
 * A policy that lets this page run its own code, by hash, and nothing else. Without `connect` it cannot reach any network;
 * with it, its own server only.
 * @param unpacked code that the page holds packed and runs too
 */
export function policyFor(html: string, connect: 'none' | 'self', unpacked: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `script-src ${[...inline(html, 'script'), ...unpacked].map(hashOf).join(' ')}`,
    `style-src ${inline(html, 'style').map(hashOf).join(' ')}`,
    'img-src data: blob:',
    'worker-src blob:',
    ...(connect === 'self' ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
