import type {
  GroupPattern,
  LabelExpr,
  Name,
  NodePattern,
  PathPattern,
  PatternElement,
  RelationshipPattern,
  Spanned,
} from '../ast.ts'
import type * as ast from '../ast-expr.ts'
import { say } from '../messages.ts'
import type { Expr, VariableExpr } from './expr.ts'
import { lower, lowerTo } from './expression.ts'
import { lowerGroup } from './group.ts'
import type { Hop, Path, PathNode, RelationshipHop } from './query.ts'
import type { Analysis, Env, Known, Scope } from './scope.ts'
import { allocate, envOf, lookUp, refer, report, reportUndefined, withName } from './scope.ts'
import { checkShortest } from './shortest.ts'
import type { Type } from './type.ts'
import { BOOLEAN, conforms, describe, LIST, listOf, NODE, PATH, RELATIONSHIP } from './type.ts'
import { conjuncts } from './visit.ts'

/** What is carried along the patterns of one MATCH. */
export interface Builder {
  readonly a: Analysis
  /** Grows as names are bound. */
  readonly names: Map<string, Known>
  readonly outer: Scope['outer']
  /** The ids that were not bound before this MATCH. */
  readonly binds: number[]
  /** Relationship variables of this MATCH, none of which may stand twice. */
  readonly relationships: Set<string>
  /** False for a pattern that is a condition: it brings no names. */
  readonly mayBind: boolean
  /** Inside a quantified group: what is bound there is one of a list. */
  readonly inGroup: boolean
  /** Predicates wait until every name of the MATCH is bound. */
  readonly later: (() => void)[]
}

export function builderOn(a: Analysis, scope: Scope, mayBind: boolean): Builder {
  return {
    a,
    names: new Map(scope.names),
    outer: scope.outer,
    binds: [],
    relationships: new Set(),
    mayBind,
    inGroup: false,
    later: [],
  }
}

/** A path under construction: nodes and hops by turns. */
interface Draft {
  readonly nodes: PathNode[]
  readonly hops: Hop[]
  readonly where: Expr[]
}

/** One path with its names bound; its predicates are filled in when `later` runs. */
export function lowerPath(b: Builder, path: PathPattern): Path {
  checkShortest(b.a, path)
  const draft: Draft = { nodes: [], hops: [], where: [] }
  const variable = path.variable && pathVariable(b, path.variable)
  for (const element of path.elements) add(b, draft, element)
  closeHop(b, draft, path.end)
  return { ...draft, variable, selector: path.selector, start: path.start, end: path.end }
}

/** The elements of a group as a path of their own. */
export function lowerInner(b: Builder, elements: readonly PatternElement[], place: Spanned): Path {
  const selector = { kind: 'all', count: 1, form: 'words' } as const
  return lowerPath(b, { variable: null, selector, elements, start: place.start, end: place.end })
}

function pathVariable(b: Builder, name: Name): VariableExpr {
  if (lookUp(b, name.name)) report(b.a, name, say('alreadyBound', name.name))
  const known = allocate(b.a, name.name, PATH)
  b.binds.push(known.id)
  b.names.set(name.name, known)
  return refer(b.a, known.id, name)
}

function add(b: Builder, draft: Draft, element: PatternElement): void {
  if (element.kind === 'node') addNode(b, draft, element)
  else if (element.kind === 'relationship') addHop(b, draft, relationship(b, draft, element), element)
  else if (element.length) addHop(b, draft, lowerGroup(b, element, element.length), element)
  else addBracket(b, draft, element)
}

/** Brackets without a quantifier only hold together; their WHERE is one more predicate. */
function addBracket(b: Builder, draft: Draft, element: GroupPattern): void {
  if (element.variable) report(b.a, element.variable, say('patternSubpath'))
  for (const inner of element.elements) add(b, draft, inner)
  const { where } = element
  if (where) b.later.push(() => draft.where.push(...conjuncts(lowerTo(predicateEnv(b), where, BOOLEAN))))
}

/** A hop needs a node before it; a nameless one is put where none is written, as between two groups. */
function addHop(b: Builder, draft: Draft, hop: Hop, place: Spanned): void {
  closeHop(b, draft, place.start)
  draft.hops.push(hop)
}

function closeHop(b: Builder, draft: Draft, at: number): void {
  if (draft.nodes.length > draft.hops.length) return
  const { id } = bindNew(b, null, NODE)
  draft.nodes.push({ ...refer(b.a, id, { start: at, end: at }), bound: false })
}

function addNode(b: Builder, draft: Draft, node: NodePattern): void {
  const { id, bound } = node.variable ? bind(b, node.variable, NODE) : bindNew(b, null, NODE)
  const self = refer(b.a, id, node.variable ?? node)
  if (draft.nodes.length > draft.hops.length) report(b.a, node, say('twoNodes'), undefined, 'syntax')
  else draft.nodes.push({ ...self, bound })
  b.later.push(() => draft.where.push(...elementPredicates(predicateEnv(b), self, node, node.labels)))
}

function relationship(b: Builder, draft: Draft, r: RelationshipPattern): RelationshipHop {
  checkVarLength(b, r)
  const type = r.length ? listOf(RELATIONSHIP) : RELATIONSHIP
  const { id, bound } = r.variable ? bindRelationship(b, r.variable, type) : bindNew(b, null, type)
  const self = refer(b.a, id, r.variable ?? r)
  const item = r.length ? allocate(b.a, r.variable?.name ?? null, RELATIONSHIP) : { id, type }
  const each: Expr[] = []
  const one = refer(b.a, item.id, r.variable ?? r)
  b.later.push(() => {
    const env = predicateEnv(b)
    const scope = r.length?.quantified && r.variable ? withName(env.scope, r.variable.name, item) : env.scope
    const into = r.length ? each : draft.where
    into.push(...elementPredicates({ ...env, scope }, one, r, null))
  })
  const { direction, types } = r
  const length = r.length && { min: r.length.min, max: r.length.max }
  return {
    ...self,
    hop: 'relationship',
    bound,
    direction,
    types,
    length,
    item: item.id,
    each,
    start: r.start,
    end: r.end,
  }
}

/** `-[:A|B*]->` takes plain types and a property map; more is for `-[…]->+`. */
function checkVarLength({ a, ...b }: Builder, { length, types, where, variable }: RelationshipPattern): void {
  if (length?.quantified && variable && lookUp(b, variable.name))
    report(a, variable, say('alreadyBound', variable.name))
  if (!length || length.quantified) return
  if (where) report(a, where, say('varLengthWhere'), say('hintWrite', '`-[…]->+`'))
  if (types && !isPlain(types)) report(a, types, say('quantifiedLabel'))
}

function isPlain(types: LabelExpr): boolean {
  return types.kind === 'label' || (types.kind === 'or' && isPlain(types.left) && isPlain(types.right))
}

/** The environment of what stands inside the patterns: every name of the MATCH is in force. */
export function predicateEnv(b: Builder): Env {
  return envOf(b.a, b)
}

/** Labels, property map and WHERE of an element as predicates on it. */
function elementPredicates(
  env: Env,
  self: VariableExpr,
  element: NodePattern | RelationshipPattern,
  labels: LabelExpr | null,
): Expr[] {
  const predicates: Expr[] = []
  if (labels) predicates.push({ kind: 'hasLabels', target: self, labels, start: labels.start, end: labels.end })
  if (element.properties) predicates.push(...propertyPredicates(env, self, element.properties))
  if (element.where) predicates.push(...conjuncts(lowerTo(env, element.where, BOOLEAN)))
  return predicates
}

function propertyPredicates(env: Env, self: VariableExpr, map: ast.Expr): Expr[] {
  if (map.kind !== 'map') {
    report(env.a, map, say('parameterMap'), say('hintParameterMap'))
    return []
  }
  return map.entries.map(({ key, value, start, end }) => {
    const left: Expr = { kind: 'property', target: self, key: key.name, start: key.start, end: key.end }
    return { kind: 'compare', op: '=', left, right: lower(env, value).expr, start, end }
  })
}

/** A relationship's variable stands once in a MATCH, since two places would want the same relationship. */
function bindRelationship(b: Builder, name: Name, type: Type): { id: number; bound: boolean } {
  if (b.relationships.has(name.name)) report(b.a, name, say('sameRelationship', name.name))
  b.relationships.add(name.name)
  return bind(b, name, type)
}

/** A mention of a variable: the one in force if it is of that kind, else a new one. */
function bind(b: Builder, name: Name, type: Type): { id: number; bound: boolean } {
  const known = lookUp(b, name.name)
  if (!known && !b.mayBind) reportUndefined(predicateEnv(b), name)
  if (!known) return bindNew(b, name, type)
  const wrongItem = type.inner && known.type.inner && !conforms(known.type.inner, type.inner)
  if (!conforms(known.type, type) || wrongItem) {
    report(b.a, name, say('kindConflict', name.name, describe(known.type), describe(type)))
  } else if (type.bits === LIST.bits && b.binds.includes(known.id)) report(b.a, name, say('alreadyBound', name.name))
  return { id: known.id, bound: true }
}

function bindNew(b: Builder, name: Name | null, type: Type): { id: number; bound: boolean } {
  const known = allocate(b.a, name?.name ?? null, type)
  b.binds.push(known.id)
  if (name) b.names.set(name.name, known)
  return { id: known.id, bound: false }
}
