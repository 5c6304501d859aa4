import { readSnapshot } from '../../snapshot/read.ts'
import { verifySnapshot } from '../../snapshot/verify.ts'
import type { Command } from '../command.ts'
import { oneLineSummary } from '../summary.ts'
import { DEFAULT_SNAPSHOT } from '../version.ts'

export const verify: Command = {
  name: 'verify',
  summary: 'check a snapshot: hash, schema, every span against its text',
  usage: '[FILE]',
  details: [
    `Checks ${DEFAULT_SNAPSHOT} where no file is named: that it is whole and unaltered, that every quote stands in its article at the place given, that no edge hangs loose and no id is there twice. FILE may be an offline page: the snapshot inside it is checked.`,
  ],
  options: {},
  examples: ['mailuo verify district.mailuo.json'],
  run: async (args, { out, err }) => {
    const path = args.positionals[0] ?? DEFAULT_SNAPSHOT
    const snapshot = await readSnapshot(path, { tolerateAltered: true })
    const { checked, problems } = verifySnapshot(snapshot)
    for (const [what, count] of Object.entries(checked)) await out(`${what}: ${count} checked\n`)
    for (const { what, where } of problems) err(`${path}: ${where}: ${what}\n`)
    const sound = `sound: ${oneLineSummary(snapshot)}, sha256 ${snapshot.hash}`
    await out(problems.length ? `${problems.length} problems\n` : `${sound}\n`)
    return problems.length ? 1 : 0
  },
}
