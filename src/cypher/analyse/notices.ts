import type { LabelExpr, Spanned } from '../ast.ts'
import { say } from '../messages.ts'
import { similar } from '../parse/keywords.ts'
import type { Expr } from './expr.ts'
import type { Hop, Notice, Query } from './query.ts'

/** The names that a graph holds. */
export interface Names {
  readonly labels: readonly string[]
  readonly types: readonly string[]
  readonly properties: readonly string[]
  /** Some of the properties, where asking for all of them costs: `properties` is then read only for another name. */
  readonly nodeProperties?: readonly string[]
}

/**
 * @returns for each label, type and property that the graph has nowhere a notice, and what the analysis itself has to say, in the
 * order of the text.
 */
export function noticesOf(query: Query, names: Names): Notice[] {
  const known = {
    label: new Set(names.labels),
    type: new Set(names.types),
    property: new Set(names.nodeProperties ?? names.properties),
  }
  const isKnown = (kind: keyof typeof known, name: string) => {
    if (known[kind].has(name)) return true
    if (kind === 'property' && names.nodeProperties) known.property = new Set(names.properties)
    return known[kind].has(name)
  }
  const notices = new Map(query.notices.map(notice => [notice.start, notice]))
  const add = (kind: keyof typeof known, name: string, place: Spanned) => {
    if (isKnown(kind, name)) return
    const near = similar(name, known[kind], 1)[0]
    const message = say(kind === 'label' ? 'noLabel' : kind === 'type' ? 'noType' : 'noProperty', name)
    notices.set(place.start, {
      message,
      hint: near ? say('hintMean', `\`${near}\``) : null,
      start: place.start,
      end: place.end,
    })
  }
  const open: object[] = [query.body]
  for (let part = open.pop(); part; part = open.pop()) {
    look(part as Part, query, add)
    for (const child of Object.values(part)) if (typeof child === 'object' && child !== null) open.push(child)
  }
  return [...notices.values()].sort((a, b) => a.start - b.start)
}

type Part = Partial<Expr & Hop> & object
type Add = (kind: 'label' | 'type' | 'property', name: string, place: Spanned) => void

function look(part: Part, { variables }: Query, add: Add): void {
  if ('hop' in part && part.hop === 'relationship' && part.types) {
    for (const label of labelsIn(part.types)) add('type', label.name, label)
  }
  if (!('kind' in part) || (part.kind !== 'hasLabels' && part.kind !== 'property')) return
  const kind = part.target?.kind === 'variable' ? variables[part.target.id]?.kind : undefined
  if (kind !== 'node' && kind !== 'relationship') return
  if (part.kind === 'property' && part.key !== undefined)
    add('property', part.key, propertyPlace(part as Spanned, part.key))
  else if (part.kind === 'hasLabels' && part.labels) {
    for (const label of labelsIn(part.labels)) add(kind === 'node' ? 'label' : 'type', label.name, label)
  }
}

/** Of `n.name` the name alone; of `{name: …}` in a pattern it is the whole place. */
function propertyPlace({ start, end }: Spanned, key: string): Spanned {
  return { start: Math.max(start, end - key.length), end }
}

function labelsIn(labels: LabelExpr): (LabelExpr & { kind: 'label' })[] {
  switch (labels.kind) {
    case 'label':
      return [labels]
    case 'any':
      return []
    case 'not':
      return labelsIn(labels.operand)
    default:
      return [...labelsIn(labels.left), ...labelsIn(labels.right)]
  }
}
