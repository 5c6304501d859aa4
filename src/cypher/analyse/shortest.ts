import type { PathPattern } from '../ast.ts'
import { say } from '../messages.ts'
import type { Analysis } from './scope.ts'
import { report } from './scope.ts'

/** `shortestPath(…)` takes two nodes with one relationship between them, of a length from 0 or 1 on. */
export function checkShortest(a: Analysis, path: PathPattern): void {
  const { selector, elements } = path
  if (selector.form !== 'function') return
  const name = selector.kind === 'shortest' ? 'shortestPath()' : 'allShortestPaths()'
  const [first, hop, last] = elements
  const fits = elements.length === 3 && first?.kind === 'node' && hop?.kind === 'relationship' && last?.kind === 'node'
  if (!fits) report(a, path, say('shortestOne', name))
  else if (hop.length && hop.length.min > 1) report(a, hop.length, say('shortestMinimum', name))
}
