import { existsSync } from 'node:fs'
import { changedSnapshot, type HeadChange } from '../../export/head.ts'
import { contentHash } from '../../snapshot/content-hash.ts'
import type { Snapshot } from '../../snapshot/format.ts'
import { readSnapshot } from '../../snapshot/read.ts'
import { suggestNames } from '../../store/suggest.ts'
import { type Arguments, type Command, wrongUse } from '../command.ts'
import { FORMATS, type Format } from '../export/formats.ts'
import { SCOPES, scoped } from '../export/scope.ts'
import { writeFiles } from '../export/write-files.ts'
import { oneLineSummary } from '../summary.ts'
import { plainTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { DEFAULT_SNAPSHOT } from '../version.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: 'snapshot → one offline page, or a format that other programs read',
  usage: '[FILE] --format FORMAT [-o OUT]',
  details: [
    `Writes ${DEFAULT_SNAPSHOT} (or FILE) in another form: ${FORMATS.map(({ format }) => format).join(', ')}. See --list.`,
    'html is one page that opens from disk with no network: the whole viewer with the data, the evidence, the articles and the query engine. It cannot reach any network, and the reader can write every other format from inside it.',
    `A part is exported with --scope, which may be given several times: ${SCOPES}.`,
  ],
  options: {
    format: { type: 'string', short: 'f', value: 'FORMAT', help: 'what to write' },
    output: { type: 'string', short: 'o', value: 'OUT', help: 'where to write; - is standard output' },
    scope: { type: 'string', multiple: true, value: 'KIND:WHAT', help: 'export a part only' },
    'without-texts': { type: 'boolean', help: 'keep the quotes, leave the articles’ texts out' },
    title: { type: 'string', value: 'TEXT', help: 'what it is called' },
    author: { type: 'string', value: 'TEXT', help: 'who made it' },
    licence: { type: 'string', value: 'TEXT', help: 'what may be done with it' },
    cite: { type: 'string', value: 'TEXT', help: 'how to cite it' },
    structure: { type: 'boolean', help: 'gexf, graphml, csv: articles, authors and figures as nodes too' },
    base: { type: 'string', value: 'IRI', help: 'turtle, jsonld: what IRIs begin with (urn:mailuo:)' },
    list: { type: 'boolean', help: 'show the formats' },
  },
  examples: [
    'mailuo export --format html -o district.html --title 回民区 --scope place:回民区',
    'mailuo export district.mailuo.json --format gexf -o district.gexf',
    "mailuo export --format csv -o runs --scope 'query:MATCH p = ()-[:RUNS]->(:Programme) RETURN p'",
  ],
  run: async (args, terminal) => {
    if (args.flag('list')) {
      await terminal.out(
        plainTable(
          ['format', '格式', 'what it is'],
          FORMATS.map(({ format, zh, en }) => [format, zh, en]),
        ),
      )
      return 0
    }
    const format = formatOf(args)
    const path = args.positionals[0] ?? DEFAULT_SNAPSHOT
    const snapshot = await partOf(await readSnapshot(path), args)
    return write(snapshot, format, args, path, terminal)
  },
}

/** Formats by other names that people try. */
const ALIASES: Readonly<Record<string, string>> = {
  graphology: 'json',
  ttl: 'turtle',
  rdf: 'turtle',
  'json-ld': 'jsonld',
  followthemoney: 'ftm',
  markdown: 'md',
  neo4j: 'cypher',
}

function formatOf(args: Arguments): Format {
  const asked = args.text('format') ?? ''
  if (!asked) throw wrongUse(exportCommand, 'a format is needed: --format html')
  if (asked === 'png') throw wrongUse(exportCommand, 'png is made by the viewer; here there is svg')
  const format = FORMATS.find(one => one.format === (ALIASES[asked] ?? asked))
  if (format) return format
  const names = FORMATS.map(one => one.format)
  const near = suggestNames(asked, names)[0]
  throw wrongUse(exportCommand, `there is no format '${asked}'; ${near ? `did you mean ${near}?` : names.join(', ')}`)
}

/** The scope, the head and the texts as asked for; the snapshot itself where nothing is to change. */
async function partOf(snapshot: Snapshot, args: Arguments): Promise<Snapshot> {
  const heads = ['title', 'author', 'licence', 'cite'] as const
  const head: HeadChange = Object.fromEntries(heads.flatMap(name => [[name, args.text(name)]].filter(one => one[1])))
  const part = await scoped(snapshot, args.texts('scope'))
  const bare = changedSnapshot(part, head, args.flag('without-texts'))
  return { ...bare, hash: contentHash(bare) }
}

async function write(snapshot: Snapshot, format: Format, args: Arguments, path: string, terminal: Terminal) {
  const base = args.text('base')
  const files = format.write(snapshot, { structure: args.flag('structure'), ...(base && { base }) })
  const output = args.text('output') ?? path.replace(/(?:\.mailuo)?\.json$/, '') + (files[0]?.suffix ?? '')
  if (output === '-') {
    if (files.length > 1) throw wrongUse(exportCommand, `${format.format} is ${files.length} files: name them with -o`)
    await terminal.out(files[0]?.text ?? '')
    return 0
  }
  if (files.length === 1 && output === path && existsSync(path)) {
    throw wrongUse(exportCommand, 'it would write over what it reads; name another file with -o')
  }
  const written = await writeFiles(files, output, terminal)
  await terminal.out(
    `wrote ${written.join(', ')} (${oneLineSummary(snapshot)}, sha256 ${snapshot.hash.slice(0, 16)}…)\n`,
  )
  return 0
}
