import type { GroupPattern, Length, PatternElement } from '../ast.ts'
import { say } from '../messages.ts'
import { lowerTo } from './expression.ts'
import type { Builder } from './pattern.ts'
import { lowerInner, predicateEnv } from './pattern.ts'
import type { GroupHop, VariableInfo } from './query.ts'
import { allocate, lookUp, report } from './scope.ts'
import { BOOLEAN, listOf, NODE, RELATIONSHIP } from './type.ts'
import { conjuncts } from './visit.ts'

/**
 * `((a)-[r]->(b) WHERE …){1,3}`: inside, `a`, `r` and `b` are single; around it they are lists, one item a walk. The names are
 * bound twice therefore, inside in a scope of their own.
 */
export function lowerGroup(b: Builder, group: GroupPattern, length: Length): GroupHop {
  const { a } = b
  if (b.inGroup) report(a, group, say('nestedQuantifier'))
  if (group.variable) report(a, group.variable, say('patternSubpath'))
  checkInside(b, group.elements)
  const names = new Map(b.names)
  const inside: Builder = { ...b, names, binds: [], relationships: new Set(), inGroup: true, later: [] }
  const inner = lowerInner(inside, group.elements, group)
  const collects = inside.binds.flatMap(id => {
    const { name, anonymous, kind } = a.variables[id] as VariableInfo
    if (anonymous) return []
    const list = allocate(a, name, listOf(kind === 'node' ? NODE : RELATIONSHIP))
    b.binds.push(list.id)
    b.names.set(name, list)
    return [{ item: id, list: list.id }]
  })
  b.later.push(() => {
    for (const part of inside.later) part()
    if (!group.where) return
    const where = conjuncts(lowerTo(predicateEnv(inside), group.where, BOOLEAN))
    ;(inner.where as typeof where).push(...where)
  })
  return {
    hop: 'group',
    length: { min: length.min, max: length.max },
    inner,
    collects,
    start: group.start,
    end: group.end,
  }
}

/** A group holds a relationship, none of them with `*`, and brings only new names. */
function checkInside(b: Builder, elements: readonly PatternElement[]): void {
  if (!elements.some(element => element.kind !== 'node'))
    report(b.a, elements[0] ?? { start: 0, end: 0 }, say('groupNeedsRelationship'))
  for (const element of elements) {
    if (element.kind === 'relationship' && element.length?.quantified) report(b.a, element, say('nestedQuantifier'))
    const { variable } = element
    if (variable && lookUp(b, variable.name)) report(b.a, variable, say('alreadyBound', variable.name))
  }
}
