import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inTurn, type Turn } from '../../src/store/neo4j/turns.ts'

/** How long a batch takes to be sent and to be committed, in milliseconds, and whether its commit is lost the first time. */
interface Batch {
  readonly send: number
  readonly commit: number
  readonly isLost: boolean
}

const durations = fc.nat(3)
const batches = fc.array(fc.record({ send: durations, commit: durations, isLost: fc.boolean() }), { maxLength: 8 })

/** Sends and commits as a load does, and notes what happens. */
function writer(log: string[]): (session: string, batch: Batch & { readonly i: number }, turn: Turn) => Promise<void> {
  return async (session, { i, send, commit, isLost }, { before, sent, over }) => {
    log.push(`begin ${i} ${session}`)
    await wait(send)
    sent.give()
    await before
    log.push(`commit ${i}`)
    await wait(commit)
    log.push(`over ${i}`)
    over.give()
    if (isLost) await wait(commit)
    log.push(`done ${i} ${session}`)
  }
}

describe('batches in turn', () => {
  it('are committed one after the other, two at most under way, and never two on a session', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async all => {
        const log: string[] = []
        const numbered = all.map((batch, i) => ({ ...batch, i }))
        await inTurn(['a', 'b'], numbered, writer(log))
        const steps = log.filter(line => /^(?:commit|over)/.test(line))
        expect(steps).toEqual(numbered.flatMap(({ i }) => [`commit ${i}`, `over ${i}`]))
        const busy = new Set<string>()
        for (const line of log) {
          const [what, , session = ''] = line.split(' ')
          if (what === 'begin') expect(busy.has(session)).toBe(false)
          if (what === 'begin') busy.add(session)
          if (what === 'done') busy.delete(session)
        }
        expect(busy.size).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  it('begin while the one before is committed', async () => {
    const log: string[] = []
    const one = { send: 1, commit: 20, isLost: false }
    await inTurn(
      ['a', 'b'],
      [one, one].map((batch, i) => ({ ...batch, i })),
      writer(log),
    )
    expect(log.indexOf('begin 1 b')).toBeLessThan(log.indexOf('over 0'))
  })

  it('end with the first error, once the other is done', async () => {
    const done: number[] = []
    const write = async (_: string, i: number, { sent, over }: Turn): Promise<void> => {
      sent.give()
      over.give()
      await wait(i === 1 ? 1 : 10)
      if (i === 1) throw new Error('no room')
      done.push(i)
    }
    await expect(inTurn(['a', 'b'], [0, 1, 2, 3], write)).rejects.toThrow('no room')
    expect(done[0]).toBe(0)
    expect(done).not.toContain(3)
  })
})
