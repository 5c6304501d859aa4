import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { main } from '../src/cli/main.ts'

/**
 * Makes the samples of the documentation from the sample corpus, after `npm run build`: the offline page, its picture and its
 * report, under docs/sample.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const out = relative(root, join(root, 'docs/sample'))
mkdirSync(out, { recursive: true })

const HEAD = [
  ...['--title', '示例：呼和浩特及邻近盟市'],
  ...['--author', '脉络'],
  ...['--licence', 'MIT：文章为虚构的样例'],
  ...['--cite', '脉络示例快照'],
]

async function run(...argv: string[]): Promise<void> {
  const code = await main(argv)
  if (code !== 0) throw new Error(`mailuo ${argv.join(' ')} ended with ${code}`)
}

const folder = mkdtempSync(join(tmpdir(), 'mailuo-docs-'))
const snapshot = join(folder, 'sample.mailuo.json')
try {
  await run('build', 'seeds/pages', '-o', snapshot, '--no-journal')
  for (const format of ['html', 'svg', 'md']) {
    await run('export', snapshot, '--format', format, '-o', join(out, `sample.${format}`), ...HEAD)
  }
  await run('verify', join(out, 'sample.html'))
} finally {
  rmSync(folder, { recursive: true })
}
