import type { Hit } from './hits.ts'
import type { Layout } from './tokens.ts'

export const PARTNER_RULE = { name: 'partner-runs-too', confidence: 0.82 } as const

/** Rows whose partner acts beside the doer; one who is merely invited does not run what follows. */
const BESIDE = new Set(['joins-hands-with', 'together-with', 'builds-with', 'side-by-side', 'together-with-members'])
const ACTS = new Set([
  'launches-programme',
  'implements-programme',
  'builds-programme',
  'hosts-programme',
  'issues-policy',
  'view-by-agent',
  'agent-of-programme',
  'programme-by-agent',
])

/** 乡党委联合检察院建立检察工作室: the partner runs it too, in the same sentence. */
export function shareProgrammes(layout: Layout, hits: readonly Hit[], out: Hit[]): void {
  const joint = hits.filter(h => h.relation === 'WORKS_WITH' && BESIDE.has(h.rule))
  for (const { from, to, clause } of joint) {
    const sentence = layout.clauses[clause]?.sentence
    for (const run of hits) {
      if (run.relation !== 'RUNS' || !ACTS.has(run.rule) || run.from.id !== from.id) continue
      if (run.clause < clause || run.clause > clause + 1 || layout.clauses[run.clause]?.sentence !== sentence) continue
      out.push({ ...run, from: to, rule: PARTNER_RULE.name, confidence: PARTNER_RULE.confidence, mode: 'named' })
    }
  }
}
