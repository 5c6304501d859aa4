import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { readPage } from '../../src/ingest/read-page.ts'
import type { Page } from '../../src/model/article.ts'
import { median } from './clock.ts'
import { type Compiled, openCompiled } from './compiled.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const FOLDERS = ['seeds/pages', 'test/eval/own/sources', '../shared/sources', '../shared/wild/sources']
const LEAST_BYTES = 20e6
/** Both sides take turns at slices of this size, so that what else the machine does disturbs both alike. */
const SLICE_BYTES = 0.5e6
/** Slices that are run and not counted: until then the program is still being compiled. */
const WARMING = 6

interface Slice {
  readonly pages: readonly Page[]
  readonly texts: readonly string[]
  readonly bytes: number
}

/** Every page at hand, its paragraphs dealt anew in each copy, until there is enough text. */
function mixedSlices(): Slice[] {
  const sources = FOLDERS.map(folder => join(root, folder))
    .filter(existsSync)
    .flatMap(folder =>
      readdirSync(folder)
        .sort()
        .map(name => join(folder, name)),
    )
  const originals = sources.map(source => readPage(source, readFileSync(source)))
  const slices: Slice[] = []
  let pages: Page[] = []
  let all = 0
  for (let copy = 0; all < LEAST_BYTES; copy++)
    for (const page of originals) {
      pages.push({ ...page, articles: page.articles.map(article => turned(article, copy)) })
      const slice = sliceOf(pages)
      if (slice.bytes < SLICE_BYTES) continue
      slices.push(slice)
      all += slice.bytes
      pages = []
    }
  return slices
}

type Article = Page['articles'][number]

function turned(article: Article, copy: number): Article {
  const from = copy % Math.max(1, article.blocks.length)
  const paragraphs = article.text.split('\n')
  const text = [...paragraphs.slice(from), ...paragraphs.slice(0, from)].join('\n')
  return { ...article, id: `${article.id}-${copy}`, text, blocks: blocksOf(text) }
}

function blocksOf(text: string): Article['blocks'] {
  let start = 0
  return text.split('\n').map(line => {
    const block = { start, end: start + line.length, role: 'paragraph' as const }
    start = block.end + 1
    return block
  })
}

function sliceOf(pages: readonly Page[]): Slice {
  const texts = pages.flatMap(page => page.articles.map(article => article.text))
  return { pages, texts, bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) }
}

/** Seconds of processor time, of this process with its helper threads: other processes do not count. */
function processorSeconds(work: () => void): number {
  const { user, system } = process.cpuUsage()
  work()
  const after = process.cpuUsage()
  return (after.user - user + after.system - system) / 1e6
}

type Times = Record<'jieba' | 'all' | 'context' | 'extract' | 'link' | 'relate', number>

/** Runs a slice through jieba, through the whole, and through each stage by itself. */
function timeSlice({ pages, texts }: Slice, jieba: Jieba, compiled: Compiled): Times {
  const { pageFacts, pageContext, extractMentions, linkArticle, relateArticle } = compiled
  const tagged = processorSeconds(() => {
    for (const text of texts) jieba.tag(text, true)
  })
  const all = processorSeconds(() => {
    for (const page of pages) pageFacts(page)
  })
  const contexts = new Map<Page, ReturnType<typeof pageContext>>()
  const context = processorSeconds(() => {
    for (const page of pages) contexts.set(page, pageContext(page))
  })
  const work = pages.flatMap(page => page.articles.map(article => ({ article, context: contexts.get(page)! })))
  let mentions: ReturnType<typeof extractMentions>[] = []
  const extract = processorSeconds(() => {
    mentions = work.map(({ article, context }) => extractMentions(article, context))
  })
  let entities: ReturnType<typeof linkArticle>[] = []
  const link = processorSeconds(() => {
    entities = work.map(({ article, context }, i) => linkArticle(article, mentions[i]!, context))
  })
  const relate = processorSeconds(() => {
    work.forEach(({ article }, i) => {
      relateArticle(article, entities[i]!)
    })
  })
  return { jieba: tagged, all, context, extract, link, relate }
}

/**
 * Prints the rates of both and their ratio (over 1: extraction is the faster), of the stages, and the cold start of one page.
 * What is measured is the compiled program, as people run it.
 */
export async function benchExtract(_args: readonly string[]): Promise<void> {
  const compiled = await openCompiled()
  const slices = mixedSlices()
  const jieba = Jieba.withDict(dict)
  for (const slice of slices.slice(0, WARMING)) timeSlice(slice, jieba, compiled)
  const times = slices.map(slice => timeSlice(slice, jieba, compiled))
  const bytes = slices.reduce((sum, slice) => sum + slice.bytes, 0)
  const sum = (what: keyof Times) => times.reduce((all, one) => all + one[what], 0)
  const rate = (what: keyof Times) => (bytes / 1e6 / sum(what)).toFixed(2)
  console.log(
    `${(bytes / 1e6).toFixed(1)} MB in ${slices.flatMap(slice => slice.texts).length} articles, processor time`,
  )
  console.log(`| what | MB/s |\n|---|---|\n| jieba, tagging | ${rate('jieba')} |`)
  console.log(`| mailuo, extract + link + relate | ${rate('all')} |`)
  for (const stage of ['context', 'extract', 'link', 'relate'] as const)
    console.log(`| ${stage} alone | ${rate(stage)} |`)
  const ratios = times.map(({ jieba, all }) => jieba / all)
  console.log(`ratio ${(sum('jieba') / sum('all')).toFixed(2)}, median of the slices ${median(ratios).toFixed(2)}`)
  coldStart()
}

/** Has a process tell its processor time as it ends. */
const TELL = 'data:text/javascript,process.on("exit",()=>process.stderr.write(JSON.stringify(process.cpuUsage())))'

/** A whole `mailuo extract` of one page, as a process. */
function coldStart(): void {
  const command = ['--import', TELL, join(root, 'bin/mailuo.js'), 'extract', join(root, 'seeds/pages/01-回民区.txt')]
  const times = Array.from({ length: 7 }, () => {
    const start = process.hrtime.bigint()
    const { stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
    const { user, system } = JSON.parse(stderr) as NodeJS.CpuUsage
    return { wall: Number(process.hrtime.bigint() - start) / 1e9, processor: (user + system) / 1e6 }
  })
  const middle = (of: 'wall' | 'processor') => median(times.map(time => time[of])).toFixed(2)
  console.log(
    `cold start of mailuo extract on one page: ${middle('processor')} s of processor time, ${middle('wall')} s in all`,
  )
}
