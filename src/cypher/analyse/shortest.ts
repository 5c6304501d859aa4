import type { PathPattern } from '../ast.ts'
import { say } from '../messages.ts'
import type { Analysis } from './scope.ts'
import { report } from './scope.ts'

/** `shortestPath` and its kin, as they are shown. */
function nameOf({ selector }: PathPattern): string {
  return selector.kind === 'shortest' ? 'shortestPath()' : 'allShortestPaths()'
}

/** As a value `shortestPath(…)` lies between nodes that have names. */
export function checkBoundEnds(a: Analysis, path: PathPattern): void {
  for (const end of [path.elements[0], path.elements.at(-1)]) {
    if (end?.kind === 'node' && !end.variable) report(a, end, say('shortestBound', nameOf(path)))
  }
}

/** `shortestPath(…)` takes two nodes with one relationship between them, of a length from 0 or 1 on. */
export function checkShortest(a: Analysis, path: PathPattern): void {
  const { selector, elements } = path
  if (selector.form !== 'function') return
  const name = nameOf(path)
  const [first, hop, last] = elements
  const fits = elements.length === 3 && first?.kind === 'node' && hop?.kind === 'relationship' && last?.kind === 'node'
  if (!fits || hop.length?.quantified) report(a, path, say('shortestOne', name))
  else if (first.variable && first.variable.name === last.variable?.name) report(a, last, say('shortestSame', name))
  else if (hop.length && hop.length.min > 1) report(a, hop.length, say('shortestMinimum', name))
}
