import { signatureOf } from '../functions/signatures.ts'

/** @returns whether an aggregate stands in an expression of the syntax tree, those of inner queries aside. */
export function containsAggregate(node: object): boolean {
  const { kind, name } = node as { kind?: string; name?: { name: string } }
  if (kind === 'countStar') return true
  if (kind === 'call' && signatureOf(name?.name.toLowerCase() ?? '')?.aggregate) return true
  if (kind === 'subqueryExpr' || kind === 'pattern' || kind === 'patternComprehension') return false
  return Object.values(node).some(child => typeof child === 'object' && child !== null && containsAggregate(child))
}
