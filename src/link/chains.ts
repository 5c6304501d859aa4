import type { Register } from '../extract/register/register.ts'
import { endsWith } from '../text/word-groups.ts'
import { NAME_LEVELS, TOWNSHIP_LEVELS, UPPER_UNITS } from './levels.ts'
import { WORDS } from './words.ts'

const ZONE_END = endsWith(WORDS.zone)
const CONTAINER_END = endsWith(UPPER_UNITS, TOWNSHIP_LEVELS, WORDS.zone)
const PLACE_END = endsWith(NAME_LEVELS)

/**
 * Takes a name apart that holds its containers: 松山新区|凌南街道|西里社区.
 * @returns the parts, the smallest place last; the name alone where it is none such
 */
export function splitChain(register: Register, name: string): readonly string[] {
  if (name.length < 5 || register.candidates(name).length > 0) return [name]
  for (let cut = name.length - 2; cut >= 2; cut--) {
    const outer = name.slice(0, cut)
    const inner = name.slice(cut)
    if (!CONTAINER_END.test(outer) || !PLACE_END.test(inner)) continue
    const parts = splitChain(register, outer)
    const known = register.candidates(parts[parts.length - 1]!).length > 0 || ZONE_END.test(outer)
    if (known && (register.candidates(inner).length > 0 || parts.length > 1 || inner.length > 3))
      return [...parts, inner]
  }
  return withShortContainer(register, name) ?? [name]
}

/** [铁厂]新声村: a village behind its township's name without the level word. */
function withShortContainer(register: Register, name: string): readonly string[] | undefined {
  for (let cut = 2; cut <= name.length - 3; cut++) {
    const [short, inner] = [name.slice(0, cut), name.slice(cut)]
    for (const { index } of register.candidates(inner)) {
      const parent = register.parentOf(index)
      const outer = parent < 0 ? '' : register.byHandle(parent).plainName
      if (outer.startsWith(short) && outer.replace(CONTAINER_END, '') === short) return [outer, inner]
    }
  }
  return undefined
}
