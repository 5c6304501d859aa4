import { predicate } from './expression.ts'
import type { Choices } from './random.ts'
import type { Kind, Scope } from './scope.ts'

/** A label expression without its colon. */
function labels(choices: Choices): string {
  return choices.pick(['A', 'B', 'C', 'A', 'B', 'A|B', '!C', 'A&B', '%', '!(A|C)', '(A|B)&C'])
}

function types(choices: Choices): string {
  return choices.pick(['', '', '', ':R', ':S', ':T', ':R|S', ':!T', ':R|T|S', ':%'])
}

function inlineMap(choices: Choices, key: string): string {
  return choices.chance(0.12) ? ` {${key}: ${choices.int(0, 3)}}` : ''
}

/** `(v:A {x: 1} WHERE …)`: sometimes a variable that is known already. */
export function nodePattern(choices: Choices, scope: Scope): string {
  const known = scope.of('node')
  if (known.length > 0 && choices.chance(0.3)) return `(${choices.pick(known)})`
  const label = choices.chance(0.3) ? `:${labels(choices)}` : ''
  if (choices.chance(0.25)) return `(${label})`
  const name = scope.bind('node')
  const where = choices.chance(0.1)
    ? ` WHERE ${name}.x ${choices.pick(['>', '<', '<>', '='])} ${choices.int(0, 3)}`
    : ''
  return `(${name}${label}${inlineMap(choices, 'x')}${where})`
}

function arrow(choices: Choices, inside: string, after = ''): string {
  const body = inside === '' && choices.chance(0.5) ? '' : `[${inside}]`
  return choices.pick([`-${body}->${after}`, `<-${body}-${after}`, `-${body}-${after}`, `-${body}->${after}`])
}

const LENGTHS = ['*', '*..2', '*1..2', '*0..1', '*2', '*0..', '*2..3', '*0']
const QUANTIFIERS = ['+', '*', '{1,2}', '{2}', '{0,1}', '{,2}']

/** The two ways to repeat may not stand in one MATCH. */
type Repeats = 'none' | 'stars' | 'quantifiers'

function hop(choices: Choices, scope: Scope, repeats: Repeats): string {
  const often = choices.chance(0.22)
  if (repeats === 'stars' && often) {
    const known = choices.chance(0.25) ? scope.again('relationships', choices) : null
    const name = known ?? (choices.chance(0.6) ? scope.bind('relationships') : '')
    return arrow(
      choices,
      `${name}${choices.pick(['', ':R', ':S|T'])}${choices.pick(LENGTHS)}${inlineMap(choices, 'w')}`,
    )
  }
  if (repeats === 'quantifiers' && often) {
    const name = choices.chance(0.5) ? scope.bind('relationships') : ''
    return arrow(choices, `${name}${types(choices)}` || ':R', choices.pick(QUANTIFIERS))
  }
  const known = choices.chance(0.1) ? scope.again('relationship', choices) : null
  const name = known ?? (choices.chance(0.5) ? scope.bind('relationship') : '')
  const where = name && choices.chance(0.1) ? ` WHERE ${name}.w ${choices.pick(['>', '<='])} ${choices.int(0, 3)}` : ''
  return arrow(choices, `${name}${types(choices)}${inlineMap(choices, 'w')}${where}`)
}

/** `((a)-[r]->(b) WHERE a.x < b.x){1,2}`: its variables are lists outside. */
function group(choices: Choices, scope: Scope): string {
  const [a, r, b] = [scope.fresh(), scope.fresh(), scope.fresh()]
  const where = choices.chance(0.4) ? ` WHERE ${choices.pick([`${a}.x <= ${b}.x`, `${r}.w > 0`, `${a} <> ${b}`])}` : ''
  const inner = choices.pick([`-[${r}]->`, `<-[${r}:R]-`, `-[${r}:S|T]-`])
  scope.variables.set(a, 'nodes').set(b, 'nodes').set(r, 'relationships')
  return `((${a})${inner}(${b})${where})${choices.pick(QUANTIFIERS)}`
}

/** A path pattern; where nothing repeats there is at least one hop. */
export function pathPattern(choices: Choices, scope: Scope, repeats: Repeats = 'none'): string {
  let text = nodePattern(choices, scope)
  for (let i = choices.pick(repeats === 'none' ? [1, 1, 2] : [0, 1, 1, 1, 2, 2]); i > 0; i--) {
    text +=
      repeats === 'quantifiers' && choices.chance(0.15) ? ` ${group(choices, scope)} ` : hop(choices, scope, repeats)
    text += nodePattern(choices, scope)
  }
  return text
}

/** Pattern with a selector between two nodes; only what is the same for every choice of path is bound. */
function selected(choices: Choices, scope: Scope): string {
  const known = scope.of('node')
  const [from, to] = [choices.pick(known), choices.pick(known)]
  const path = scope.fresh()
  const type = choices.pick(['', ':R', ':R|S'])
  const direction = choices.pick(['->', '-'])
  if (from !== to && choices.chance(0.6)) {
    const all = choices.chance(0.5)
    if (all) scope.variables.set(path, 'path')
    return `${path} = ${all ? 'allShortestPaths' : 'shortestPath'}((${from})-[${type}*${choices.pick(['', '..3', '0..'])}]${direction}(${to}))`
  }
  return `ALL SHORTEST (${from})-[${type}]${direction}${choices.pick(['+', '{1,3}'])}(${to})`
}

/** A MATCH clause: pattern and, mostly, WHERE. Kept apart so that a shrinker can drop the latter. */
export function match(choices: Choices, scope: Scope, optional: boolean): { head: string; where: string } {
  const word = optional ? 'OPTIONAL MATCH' : 'MATCH'
  scope.settle()
  if (scope.of('node').length > 0 && choices.chance(0.08))
    return { head: `${word} ${selected(choices, scope)}`, where: '' }
  const repeats = choices.pick(['stars', 'quantifiers'] as const)
  const paths = choices.some(1, choices.chance(0.25) ? 2 : 1, () => {
    const name = choices.chance(0.15) ? scope.fresh() : null
    const text = pathPattern(choices, scope, repeats)
    if (name) scope.variables.set(name, 'path' satisfies Kind)
    return name ? `${name} = ${text}` : text
  })
  let where = choices.chance(0.4) ? predicate(choices, scope, 2) : ''
  // Neo4j 5.26 loses rows of OPTIONAL MATCH where a count in its WHERE is 0, but only by some plans (docs/cypher.md)
  while (optional && where.includes('COUNT')) where = predicate(choices, scope, 2)
  return { head: `${word} ${paths.join(', ')}`, where }
}
