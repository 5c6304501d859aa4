import { beforeAll, describe, expect, it } from 'vitest'
import { randomGraph } from '../../../scripts/fuzz/graph.ts'
import { Choices } from '../../../scripts/fuzz/random.ts'
import { explain, loadTemporal, openGraph, run } from '../../../src/cypher/index.ts'

beforeAll(loadTemporal)

const ARROWS = [(r: string) => `-[${r}]->`, (r: string) => `<-[${r}]-`, (r: string) => `-[${r}]-`]
const LENGTHS = ['*', '*0..', '*1..2', '*..3', '*0..1', ':R*', ':S|T*1..3', '* {w: 1}']

describe('walks of which only the ends count', () => {
  it('reach the same nodes as all walks one by one', () => {
    let pruned = 0
    for (let seed = 0; seed < 60; seed++) {
      const graph = openGraph(randomGraph(new Choices(seed)))
      for (const arrow of ARROWS) {
        for (const length of LENGTHS) {
          const quick = `MATCH (a)${arrow(length)}(b) RETURN DISTINCT a.id AS x, b.id AS y ORDER BY x, y`
          // to ask for the size of the list makes every walk count
          const slow = `MATCH (a)${arrow(`r${length}`)}(b) WITH a, b, size(r) AS n RETURN DISTINCT a.id AS x, b.id AS y ORDER BY x, y`
          expect([quick, run(graph, quick).rows]).toEqual([quick, run(graph, slow).rows])
          if (explain(graph, quick).includes('each node once')) pruned++
        }
      }
    }
    expect(pruned).toBe(60 * ARROWS.length * LENGTHS.length)
  })

  it('between known nodes too', () => {
    for (let seed = 0; seed < 30; seed++) {
      const graph = openGraph(randomGraph(new Choices(seed)))
      const ends = 'MATCH (a), (b) WITH a, b '
      const quick = `${ends}MATCH (a)-[*1..3]-(b) RETURN a.id AS x, count(DISTINCT b) AS n, max(b.id) AS m ORDER BY x`
      const slow = `${ends}MATCH (a)-[r*1..3]-(b) WITH a, b, size(r) AS l RETURN a.id AS x, count(DISTINCT b) AS n, max(b.id) AS m ORDER BY x`
      expect(run(graph, quick).rows).toEqual(run(graph, slow).rows)
    }
  })

  it('are still counted where the count is asked for', () => {
    const graph = openGraph(randomGraph(new Choices(3)))
    for (const query of [
      'MATCH (a)-[*]-(b) RETURN count(b)',
      'MATCH (a)-[*]-(b) RETURN b',
      'MATCH (a)-[*]-(b) WITH DISTINCT a, b, rand() AS r RETURN a',
    ]) {
      expect(explain(graph, query)).not.toContain('each node once')
    }
  })
})
