import type { Snapshot } from '../../src/snapshot/format.ts'
import { altered, type Mutable, sampleSnapshot } from '../snapshot/sample-snapshot.ts'

/** Names that break out of queries, pages and lines where somebody forgets to escape. */
export const HOSTILE_NAMES = [
  "x'}) DETACH DELETE n //",
  '"`}]->() MATCH (n) DETACH DELETE n',
  '`Place` {id: $id}',
  '</script><script>alert(1)</script>',
  "=cmd|' /C calc'!A0",
  `$${'{process.exit()}'}`,
  '\\u0027\\',
  '红蜂\r\n驿站\t',
  '𠮷野家👩‍👩‍👧‍👦𝔘',
  '\u202e反向\u202c',
  '\u0000零',
  '字'.repeat(10_000),
]

/** The sample with such names on its first nodes, and with one very long quote. */
export function hostileSnapshot(): Snapshot {
  return altered((snapshot: Mutable<Snapshot>) => {
    HOSTILE_NAMES.forEach((name, i) => {
      const node = snapshot.graph.nodes[i]
      if (node) Object.assign(node.attributes, { name, aliases: [name, `别名${name}`] })
    })
    const evidence = snapshot.graph.edges.find(edge => edge.attributes.evidence.length > 0)?.attributes.evidence[0]
    if (evidence) evidence.quote = '长'.repeat(50_000)
  }, sampleSnapshot())
}
