import type { Snapshot } from '../../src/snapshot/format.ts'
import { altered, sampleSnapshot } from '../snapshot/sample-snapshot.ts'

/** Names that become code, markup, a formula or a broken file where somebody forgets to escape. */
export const HOSTILE_NAMES = [
  '</script><script>alert(1)</script>',
  ']]><!--&amp;-->',
  "=cmd|' /C calc'!A0",
  '+1+cmd()',
  '@SUM(A1:A9)',
  `$${'{process.exit()}'}`,
  "x'}) DETACH DELETE n //",
  '"""@zh . <urn:x> <urn:y> <urn:z> .',
  '[点我](javascript:alert(1)) | `列` | **粗**',
  '\u202e反向\u202c',
  '行\r\n尾\t;,"两"',
  '零\u0000和\u001b[31m红',
  '半\ud800个',
  '长'.repeat(10_000),
] as const

/** The sample with such names on its first entities, as aliases too, and as title, author and licence. */
export function hostileSnapshot(): Snapshot {
  return altered(snapshot => {
    const entities = snapshot.graph.nodes.filter(
      node => !['Article', 'Author', 'Figure'].includes(node.attributes.type),
    )
    HOSTILE_NAMES.forEach((name, i) => {
      const node = entities[i]
      if (!node) throw new Error('the sample has too few entities')
      Object.assign(node.attributes, { name, aliases: [`别名${name}`] })
    })
    Object.assign(snapshot, { title: HOSTILE_NAMES[0], author: HOSTILE_NAMES[1], licence: HOSTILE_NAMES[10] })
    snapshot.cite = HOSTILE_NAMES[11]
    snapshot.articles[0]!.title = HOSTILE_NAMES[8]
  }, sampleSnapshot())
}

/** What of a name every format keeps: controls and lone surrogates stand as U+FFFD. */
export const asWritten = (name: string): string =>
  [...name].map(mark => (/[^\P{Cc}\t\n\r]|\p{Surrogate}/u.test(mark) ? '\ufffd' : mark)).join('')
