import { indicesNamed } from './find-names.ts'
import { indexOfCode, type RegisterData } from './open-data.ts'
import type { Division, ResolveContext } from './register.ts'

/** One reading of a name. */
export interface Ranked {
  readonly division: Division
  /** 2 named exactly so, 1 may be called so, 0.5 without its level word. */
  readonly fit: number
  /** A former name. */
  readonly old: boolean
  /** Position in `near` of the place that it is closest kin to, -1 where it is kin to none. */
  readonly nearBy: number
  /** How deep the kinship is: digits of the code that both share (2 province … 12 the same). */
  readonly kinship: number
}

/** @see Register.resolve */
export function rank(
  data: RegisterData,
  name: string,
  { within, near = [], bare = false }: ResolveContext,
  byHandle: (index: number) => Division,
): readonly Ranked[] {
  const { columns } = data
  const roots = within?.map(code => indexOfCode(columns, code)).filter(index => index >= 0)
  const inside = (index: number): boolean => !roots || roots.some(r => r <= index && index < columns.ends[r]!)
  return indicesNamed(data, name, bare)
    .filter(found => inside(found.index))
    .map(found => ({
      division: byHandle(found.index),
      fit: found.fit,
      old: found.old,
      ...kin(byHandle(found.index).code, near),
    }))
    .sort(
      (a, b) =>
        b.kinship - a.kinship ||
        b.fit - a.fit ||
        Number(a.old) - Number(b.old) ||
        a.division.code.length - b.division.code.length ||
        a.division.index - b.division.index,
    )
}

const STEPS = [12, 9, 6, 4, 2]

function kin(code: string, near: readonly string[]): Pick<Ranked, 'nearBy' | 'kinship'> {
  let best = { nearBy: -1, kinship: 0 }
  near.forEach((other, nearBy) => {
    const kinship =
      STEPS.find(n => n <= code.length && n <= other.length && code.slice(0, n) === other.slice(0, n)) ?? 0
    if (kinship > best.kinship) best = { nearBy, kinship }
  })
  return best
}
