import { diffSnapshots, isChanged } from '../../diff/diff.ts'
import { DIFF_FORMATS, type DiffFormat, printDiff } from '../../diff/print.ts'
import { SnapshotError, UsageError } from '../../errors.ts'
import type { Snapshot } from '../../snapshot/format.ts'
import { readSnapshot } from '../../snapshot/read.ts'
import { type Command, wrongUse } from '../command.ts'
import { writeFiles } from '../export/write-files.ts'

const isFormat = (text: string): text is DiffFormat => (DIFF_FORMATS as readonly string[]).includes(text)

/** A file that cannot be read is no difference: as with diff(1) its trouble has an exit code of its own. */
const opened = (path: string): Promise<Snapshot> =>
  readSnapshot(path).catch((error: unknown) => {
    throw error instanceof SnapshotError ? new UsageError({ what: error.message, remedy: error.remedy }) : error
  })

export const diff: Command = {
  name: 'diff',
  summary: 'what was added, removed and changed between two snapshots, with the sentences',
  usage: 'OLD NEW [--format text|json|md|html] [-o OUT]',
  details: [
    'Compares by id: a node that has another name is the same node renamed. Positions are no change. Every relation that came, went or changed stands with the sentences that came or went.',
    'Exit code: 0 nothing changed, 1 something did, 2 wrong use, or a file that cannot be read.',
  ],
  options: {
    format: { type: 'string', short: 'f', value: 'FORMAT', help: `${DIFF_FORMATS.join(', ')} (text)` },
    output: { type: 'string', short: 'o', value: 'OUT', help: 'write to a file' },
    quiet: { type: 'boolean', short: 'q', help: 'print nothing; the exit code tells' },
  },
  examples: [
    'mailuo diff last-week.mailuo.json graph.mailuo.json',
    'mailuo diff a.json b.json --format html -o diff.html',
  ],
  run: async (args, terminal) => {
    const [before, after, ...more] = args.positionals
    if (before === undefined || after === undefined || more.length > 0) throw wrongUse(diff, 'it takes two snapshots')
    const format = args.text('format') ?? 'text'
    if (!isFormat(format)) throw wrongUse(diff, `there is no format '${format}'; there are ${DIFF_FORMATS.join(', ')}`)
    const [old, now] = [await opened(before), await opened(after)]
    const { green, red, yellow } = terminal.colours
    const text = printDiff(old, now, format, (mark, line) => ({ '+': green, '-': red, '~': yellow })[mark](line))
    const output = args.text('output')
    if (output !== undefined) await writeFiles([{ suffix: '', text }], output, terminal)
    else if (!args.flag('quiet')) await terminal.out(text)
    return isChanged(diffSnapshots(old, now)) ? 1 : 0
  },
}
