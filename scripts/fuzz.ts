import { appendFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadTemporal } from '../src/cypher/index.ts'
import type { Verdict } from './fuzz/compare.ts'
import { answer, judge } from './fuzz/compare.ts'
import { randomGraph } from './fuzz/graph.ts'
import { Reference } from './fuzz/neo4j.ts'
import { randomQuery, textOf } from './fuzz/query.ts'
import { Choices } from './fuzz/random.ts'
import type { Case } from './fuzz/shrink.ts'
import { shrink } from './fuzz/shrink.ts'

const USAGE = 'npm run fuzz -- --on bolt://HOST:PORT [--count 1000] [--seed 1] [--out FILE.jsonl]'
const PER_GRAPH = 50

/** Asks random queries of this engine and of a real Neo4j (whose database is emptied!), and shrinks each difference. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { on: { type: 'string' }, count: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } },
  })
  if (!values.on) {
    console.error(`name a server: ${USAGE}`)
    return 2
  }
  await loadTemporal()
  const reference = new Reference(values.on)
  const [count, first] = [Number(values.count ?? 1000), Number(values.seed ?? 1)]
  const tally = new Map<Verdict, number>()
  for (let done = 0, seed = first; done < count; seed++) {
    const choices = new Choices(seed)
    const graph = randomGraph(choices)
    await reference.load(graph)
    for (let i = 0; i < PER_GRAPH && done < count; i++, done++) {
      const query = randomQuery(choices)
      const verdict = await compare(reference, { graph, query })
      tally.set(verdict, (tally.get(verdict) ?? 0) + 1)
      if (verdict === 'same' || verdict === 'slow' || verdict === 'known') continue
      await report(reference, { graph, query }, verdict, `seed ${seed} query ${i}`, values.out)
      await reference.load(graph)
    }
    if (seed % 10 === 0) console.error(`${done} queries`)
  }
  await reference.close()
  console.log([...tally].map(([verdict, number]) => `${verdict} ${number}`).join(', '))
  return tally.has('wrong') || tally.has('crash') ? 1 : 0
}

async function compare(reference: Reference, { graph, query }: Case): Promise<Verdict> {
  const text = textOf(query)
  return judge(answer(graph, text), await reference.run(text), query.ordered)
}

async function report(
  reference: Reference,
  found: Case,
  verdict: Verdict,
  id: string,
  out: string | undefined,
): Promise<void> {
  const small = await shrink(found, async candidate => {
    if (candidate.graph !== found.graph) await reference.load(candidate.graph)
    return (await compare(reference, candidate)) === verdict
  })
  await reference.load(small.graph)
  const text = textOf(small.query)
  const [mine, theirs] = [answer(small.graph, text), await reference.run(text)]
  console.log(`${verdict.toUpperCase()} ${id}\n  ${text}\n  graph  ${JSON.stringify(small.graph)}`)
  console.log(
    `  Neo4j  ${theirs.error ?? JSON.stringify(theirs.rows).slice(0, 500)}\n  mailuo ${mine.error ?? JSON.stringify(mine.rows).slice(0, 500)}\n`,
  )
  if (!out) return
  const expect = theirs.error
    ? { error: theirs.error }
    : { columns: null, rows: theirs.rows, ordered: small.query.ordered, listsUnordered: true }
  appendFileSync(out, `${JSON.stringify({ id, group: 'fuzz', graph: small.graph, query: text, expect })}\n`)
}

process.exitCode = await main()
