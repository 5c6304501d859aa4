import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeSnapshot } from '../../src/snapshot/write.ts'
import { loadCatalogue } from '../../src/store/catalogue.ts'
import { runCli } from '../helpers/run-cli.ts'
import { SAMPLE } from '../snapshot/sample-snapshot.ts'

const graph = join(mkdtempSync(join(tmpdir(), 'mailuo-query-')), 'sample.json')
const query = (...args: string[]) => runCli('query', ...args, '--in', graph)

describe('mailuo query', () => {
  beforeAll(async () => {
    await writeSnapshot(SAMPLE, graph)
  })

  it('lists the catalogue by question', async () => {
    const { out, code } = await query('--list')
    expect(code).toBe(0)
    for (const { name, zh } of loadCatalogue()) expect(out).toMatch(new RegExp(`^${name} +${zh.slice(0, 8)}`, 'm'))
  })

  it('shows the plan of EXPLAIN in place of rows, that of PROFILE beside them', async () => {
    const explained = await query('EXPLAIN MATCH (n:Place) RETURN n.name')
    expect(explained.out).toMatch(/^Result n\.name.*\n.*LabelScan n:Place/s)
    expect(explained.err).toBe('')
    const profiled = await query('PROFILE MATCH (n:Place) RETURN count(n) AS n', '--format', 'json')
    expect(JSON.parse(profiled.out)).toHaveLength(1)
    expect(profiled.err).toMatch(/rows 1/)
  })

  it('says which names the graph does not hold, and what may be meant', async () => {
    const { err, code } = await query('MATCH (n:Plase) RETURN n.nme')
    expect(err).toContain('note: no node has the label `Plase`: did you mean `Place`?')
    expect(err).toContain('`nme`: did you mean `name`?')
    expect(code).toBe(0)
  })

  it('completes a name that only one begins with, and says which', async () => {
    const whole = await query('place-profile', '--param', 'place=赛罕区')
    const begun = await query('place-p', '--param', 'place=赛罕区')
    expect(begun.out).toBe(whole.out)
    expect(begun.err).toContain('place-profile: 这个地方')
  })

  it('suggests names of the graph where one that was given is none', async () => {
    const { err, code } = await query('place-profile', '--param', 'place=赛罕')
    expect(err).toMatch(/no rows\n.*place=赛罕: did you mean 赛罕区/)
    expect(code).toBe(0)
    const cut = await query('place-profile', '--param', 'place=赛罕旗')
    expect(cut.err).toContain('赛罕区')
    const known = await query('components', '--param', 'programme=双报到')
    expect(known.err).not.toContain('did you mean')
  })

  it('aligns columns by what they are wide, a han character being two', async () => {
    const { out } = await query('MATCH (n:Place) RETURN n.name AS 名称, n.kind AS kind ORDER BY n.id')
    const [head = '', rule = '', ...rows] = out.trimEnd().split('\n')
    const at = stringWidth(rule.slice(0, rule.indexOf('  ')))
    expect(rows.length).toBe(10)
    for (const row of [head, ...rows]) {
      const second = row.search(/ {2}\S+$/)
      expect(stringWidth(row.slice(0, second).trimEnd())).toBeLessThanOrEqual(at)
      expect(stringWidth(row) - stringWidth(row.slice(second).trimStart())).toBe(at + 2)
    }
  })

  it('tells how many rows there are where it cuts them off, not in the data', async () => {
    const cypher = 'UNWIND range(1, 12301) AS n RETURN n ORDER BY n'
    const { out, err } = await query(cypher, '--limit', '500', '--format', 'json')
    expect(err).toContain('500 of 12,301 rows')
    expect(JSON.parse(out)).toHaveLength(500)
  })

  it('shows the plan instead of rows', async () => {
    const { out } = await query('shared-programmes', '--explain')
    expect(out.split('\n').length).toBeGreaterThan(3)
    expect(out).toContain('RUNS')
    expect(out).not.toContain('红蜂驿站')
  })

  it('points at the place of a mistake', async () => {
    const { err, code } = await query('MATCH (n:Place) RETURN n.name ORDER n.name')
    expect(code).not.toBe(0)
    expect(err).toMatch(/^\s*\^/m)
    expect(err).toMatch(/line 1, column \d+/)
  })
})
