import { signal } from '@preact/signals'
import { ENTITY_TYPES, RELATIONS, STRUCTURE_RELATIONS } from '../src/schema/ontology.ts'
import { MESSAGES } from './messages.ts'

export type Lang = 'zh' | 'en'
export type MessageKey = keyof typeof MESSAGES

/** The reader's language; Chinese unless they switched. */
export const lang = signal<Lang>('zh')

/** The message in the reader's language, `{name}` filled from `values`. */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const text: string = MESSAGES[key][lang.value === 'zh' ? 0 : 1]
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

interface Named {
  readonly zh: string
  readonly en: string
}

const NAMES = new Map<string, Named>([
  ...ENTITY_TYPES.map(row => [row.type, row] as const),
  ...ENTITY_TYPES.flatMap(row => row.kinds.map(kind => [kind.kind, kind] as const)),
  ...RELATIONS.map(row => [row.type, row] as const),
  ...STRUCTURE_RELATIONS.map(row => [row.type, row] as const),
])

/** Name of a type, kind or relation from the ontology; what it does not hold is given back as it is. */
export function term(name: string): string {
  return NAMES.get(name)?.[lang.value] ?? name
}

/** Thousands separated, at most one decimal: 1,234.5. */
export function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}
