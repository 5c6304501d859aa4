import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { joined, type Pair, readPairs } from './pair-stories.ts'

const pairs = readPairs(readFileSync(new URL('../cases/pairs.txt', import.meta.url), 'utf8'))

interface Row {
  right: number
  wrong: number
  open: string[]
}

function judge(list: readonly Pair[]): Map<string, Row> {
  const rows = new Map<string, Row>()
  for (const pair of list) {
    const row = rows.get(pair.group) ?? { right: 0, wrong: 0, open: [] }
    rows.set(pair.group, row)
    if (joined(pair) === pair.same) row.right++
    else {
      row.wrong++
      row.open.push(`${pair.one} / ${pair.other}`)
    }
  }
  return rows
}

function print(title: string, rows: ReadonlyMap<string, Row>): void {
  const lines = [...rows].map(
    ([group, row]) => `  ${group.padEnd(16)}${row.right} of ${row.right + row.wrong}  ${row.open.join('; ')}`,
  )
  console.log([title, ...lines].join('\n'))
}

describe('pairs that are one thing or two', () => {
  it('holds at least 200, of both sorts, each with a reason', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(200)
    expect(pairs.filter(pair => pair.same).length).toBeGreaterThanOrEqual(80)
    expect(pairs.filter(pair => !pair.same).length).toBeGreaterThanOrEqual(80)
    expect(pairs.every(pair => pair.reason.length > 3)).toBe(true)
  })

  it('keeps apart all that are two', () => {
    const rows = judge(pairs.filter(pair => !pair.same))
    print('must not merge', rows)
    expect([...rows.values()].flatMap(row => row.open)).toEqual([])
  })

  it('joins at least 95 of 100 that are one', () => {
    const rows = judge(pairs.filter(pair => pair.same))
    print('must merge', rows)
    const right = [...rows.values()].reduce((sum, row) => sum + row.right, 0)
    expect(right / pairs.filter(pair => pair.same).length).toBeGreaterThanOrEqual(0.95)
  })
})
