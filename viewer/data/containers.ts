import type { Model } from './model.ts'

/** Figures of a division code down to each level: province, prefecture, county, township, village. */
const LEVELS = [2, 4, 6, 9, 12] as const

/**
 * Finds every place that a node lies in, itself included, however deep: along containment, and by division codes, of which a
 * county's six figures begin its towns' nine. 回民区 → 回民区, 呼和浩特市, 内蒙古自治区
 */
export function containerFinder(model: Model): (key: string) => ReadonlySet<string> {
  const byCode = new Map<string, string>()
  for (const node of model.nodes) if (node.type === 'Place' && node.code) byCode.set(node.code, node.key)
  const known = new Map<string, ReadonlySet<string>>()
  return start => {
    const done = known.get(start)
    if (done) return done
    const found = new Set<string>()
    const open = [start]
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (found.has(key)) continue
      found.add(key)
      const node = model.node.get(key)
      for (const code of [node?.code ?? '', node?.anchor ?? '']) {
        for (const level of LEVELS) {
          const over = byCode.get(code.slice(0, level))
          if (over !== undefined) open.push(over)
        }
      }
      for (const link of model.links(key)) if (link.source === key && CONTAINED.has(link.type)) open.push(link.target)
    }
    known.set(start, found)
    return found
  }
}

/** People and programmes hang on many places; what lies in what is told by these alone. */
const CONTAINED: ReadonlySet<string> = new Set(['LOCATED_IN'])
