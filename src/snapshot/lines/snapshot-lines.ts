import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { CLOSING, hashLine } from '../canonical.ts'
import { articleFactsSchema } from '../facts-schema.ts'
import { withForm } from '../form.ts'
import type { ArticleFacts, Snapshot, SnapshotArticle } from '../format.ts'
import { isPresent } from '../migrate.ts'
import { articleSchema, edgeSchema, nodeSchema, snapshotSchema } from '../validators.ts'
import { canonicalChunks } from '../write.ts'
import { LineList } from './line-list.ts'

/** Lines that open a list whose items are left as bytes. */
const OPENING = {
  articles: /^"articles":\[$/,
  nodes: /^"graph":\{.*"nodes":\[$/,
  edges: /^(?:\]|"graph":\{.*"nodes":\[\]),"edges":\[$/,
  facts: /^"facts":\[$/,
} as const

type ListName = keyof typeof OPENING
const LISTS = Object.keys(OPENING) as ListName[]

const [NEWLINE, BRACE, COMMA] = [0x0a, 0x7b, 0x2c]

/**
 * A snapshot as its canonical bytes: what it says about itself is read, articles, nodes, edges and facts are lines that are
 * read one by one when asked for. So a file of several gigabytes can be gone through, and two versions compared by their lines.
 */
export class SnapshotLines {
  /** The snapshot with its four long lists empty. */
  readonly shell: Snapshot
  readonly articles: LineList
  readonly nodes: LineList
  readonly edges: LineList
  readonly facts: LineList
  private readonly where: string

  constructor(shell: Snapshot, lists: Readonly<Record<ListName, LineList>>, where: string) {
    this.shell = shell
    this.articles = lists.articles
    this.nodes = lists.nodes
    this.edges = lists.edges
    this.facts = lists.facts
    this.where = where
  }

  /** The n-th article. @throws SnapshotError where it does not have the form, as all of these */
  article(i: number): SnapshotArticle {
    return withForm(articleSchema, this.articles.value(i), this.shell.version, this.where)
  }

  node(i: number): Snapshot['graph']['nodes'][number] {
    return withForm(nodeSchema, this.nodes.value(i), this.shell.version, this.where)
  }

  edge(i: number): Snapshot['graph']['edges'][number] {
    return withForm(edgeSchema, this.edges.value(i), this.shell.version, this.where)
  }

  factsOf(i: number): ArticleFacts {
    return withForm(articleFactsSchema, this.facts.value(i), this.shell.version, this.where)
  }

  /** The whole snapshot, its parts not checked one by one. */
  unchecked(): Record<string, unknown> {
    const { graph, facts, ...shell } = this.shell
    const values = (list: LineList): unknown[] => Array.from({ length: list.length }, (_, i) => list.value(i))
    return {
      ...shell,
      articles: values(this.articles),
      graph: { ...graph, nodes: values(this.nodes), edges: values(this.edges) },
      ...(facts && { facts: values(this.facts) }),
    }
  }
}

/** Whether the bytes end in a hash that fits what stands before it. */
function isIntact(bytes: Buffer): boolean {
  const length = hashLine('0'.repeat(64)).length
  const [, hash = ''] = /"hash":"([0-9a-f]{64})"/.exec(bytes.toString('latin1', bytes.length - length)) ?? []
  if (bytes.toString('latin1', bytes.length - length) !== hashLine(hash)) return false
  return createHash('sha256').update(bytes.subarray(0, -length)).update(CLOSING).digest('hex') === hash
}

/** The text of everything that is no item of the long lists; these go into the lists. */
function splitLines(bytes: Buffer, lists: Readonly<Record<ListName, LineList>>): string | undefined {
  const opened = new Set<ListName>()
  let list: LineList | undefined
  let shell = ''
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start)
    const end = newline < 0 ? bytes.length : newline
    if (list && bytes[start] === BRACE) list.push(start, bytes[end - 1] === COMMA ? end - 1 : end)
    else {
      const line = bytes.toString('utf8', start, end)
      const name = LISTS.find(one => OPENING[one].test(line))
      if (name && opened.has(name)) return undefined
      if (name) opened.add(name)
      list = name && lists[name]
      shell += line
    }
    start = end + 1
  }
  return shell
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The lines of a snapshot in its canonical form, whose hash fits; undefined for anything else, be it damaged, indented or no
 * snapshot of this version.
 * @param bytes aligned to four bytes
 * @throws SnapshotError where what it says about itself does not have the form it should have
 */
export function linesIn(bytes: Buffer, where: string): SnapshotLines | undefined {
  if (!isIntact(bytes) || !isUtf8(bytes)) return undefined
  const list = (): LineList => new LineList(bytes, where)
  const lists = { articles: list(), nodes: list(), edges: list(), facts: list() }
  const shell = parsed(splitLines(bytes, lists) ?? '')
  if (!isPresent(shell)) return undefined
  const whole = withForm(snapshotSchema, shell, String(shell['version']), where)
  const { articles, graph, facts = [] } = whole
  const isShell = [articles, graph.nodes, graph.edges, facts].every(items => items.length === 0)
  return isShell ? new SnapshotLines(whole, lists, where) : undefined
}

/** A snapshot as its lines. */
export function linesOf(snapshot: Snapshot): SnapshotLines {
  const chunks = [...canonicalChunks(snapshot)].map(chunk => Buffer.from(chunk, 'utf8'))
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  const bytes = Buffer.allocUnsafeSlow(size)
  let at = 0
  for (const chunk of chunks) at += chunk.copy(bytes, at)
  const list = (): LineList => new LineList(bytes, 'snapshot')
  const lists = { articles: list(), nodes: list(), edges: list(), facts: list() }
  splitLines(bytes, lists)
  const { graph, facts } = snapshot
  const shell = { ...snapshot, articles: [], graph: { ...graph, nodes: [], edges: [] }, ...(facts && { facts: [] }) }
  return new SnapshotLines(shell, lists, 'snapshot')
}
