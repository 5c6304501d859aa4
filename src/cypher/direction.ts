import type { Direction } from './ast.ts'

/** The same hop seen from its other end. */
export function flip(direction: Direction): Direction {
  return direction === 'out' ? 'in' : direction === 'in' ? 'out' : 'both'
}
