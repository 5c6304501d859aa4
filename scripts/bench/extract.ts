import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { readPage } from '../../src/ingest/read-page.ts'
import type { Page } from '../../src/model/article.ts'
import { pageFacts } from '../../src/page-facts.ts'
import { median, seconds } from './clock.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const FOLDERS = ['seeds/pages', 'test/eval/own/sources', '../shared/sources', '../shared/wild/sources']
const ROUNDS = 3
const LEAST_BYTES = 20e6

/** Every page at hand, its paragraphs dealt anew in each copy, until there is enough text. */
function mixedPages(): { pages: Page[]; bytes: number } {
  const sources = FOLDERS.map(folder => join(root, folder))
    .filter(existsSync)
    .flatMap(folder =>
      readdirSync(folder)
        .sort()
        .map(name => join(folder, name)),
    )
  const originals = sources.map(source => readPage(source, readFileSync(source)))
  const pages: Page[] = []
  let bytes = 0
  for (let copy = 0; bytes < LEAST_BYTES; copy++) {
    for (const page of originals) {
      const articles = page.articles.map(article => {
        const turned = copy % Math.max(1, article.blocks.length)
        const paragraphs = article.text.split('\n')
        const text = [...paragraphs.slice(turned), ...paragraphs.slice(0, turned)].join('\n')
        return { ...article, id: `${article.id}-${copy}`, text, blocks: blocksOf(text) }
      })
      bytes += articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
      pages.push({ ...page, articles })
    }
  }
  return { pages, bytes }
}

function blocksOf(text: string): Page['articles'][number]['blocks'] {
  let start = 0
  return text.split('\n').map(line => {
    const block = { start, end: start + line.length, role: 'paragraph' as const }
    start = block.end + 1
    return block
  })
}

/** Prints the rates of both and their ratio (over 1: extraction is the faster), and the cold start of one page. */
export async function benchExtract(_args: readonly string[]): Promise<void> {
  const { pages, bytes } = mixedPages()
  const jieba = Jieba.withDict(dict)
  const texts = pages.flatMap(page => page.articles.map(article => article.text))
  const ours: number[] = []
  const theirs: number[] = []
  let [facts, words] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(
      seconds(() => {
        for (const text of texts) words += jieba.tag(text, true).length
      }),
    )
    ours.push(
      seconds(() => {
        for (const page of pages) for (const { relations } of pageFacts(page)) facts += relations.length
      }),
    )
  }
  const rate = (times: readonly number[]) => bytes / 1e6 / median(times)
  console.log(`${(bytes / 1e6).toFixed(1)} MB in ${texts.length} articles, median of ${ROUNDS} rounds`)
  console.log(`| what | MB/s | found |\n|---|---|---|`)
  console.log(`| jieba, tagging | ${rate(theirs).toFixed(2)} | ${words / ROUNDS} words |`)
  console.log(`| mailuo, extract + link + relate | ${rate(ours).toFixed(2)} | ${facts / ROUNDS} relations |`)
  console.log(`ratio ${(rate(ours) / rate(theirs)).toFixed(2)}`)
  coldStart()
}

/** A whole `mailuo extract` of one page, as a process. */
function coldStart(): void {
  const page = join(root, 'seeds/pages/01-回民区.txt')
  const times = Array.from({ length: 5 }, () =>
    seconds(() => execFileSync('node', [join(root, 'bin/mailuo.js'), 'extract', page], { stdio: 'ignore' })),
  )
  console.log(`cold start of mailuo extract on one page: ${median(times).toFixed(2)} s`)
}
