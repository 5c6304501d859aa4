import { UsageError } from '../../errors.ts'
import { scopeByDate, scopeByKey, scopeByPlace, scopeByType } from '../../export/scope.ts'
import { ENTITY_TYPES } from '../../schema/ontology.ts'
import type { Snapshot } from '../../snapshot/format.ts'
import { type Selection, selectSnapshot } from '../../snapshot/select.ts'
import { openEmbedded } from '../../store/embedded-store.ts'
import { selectByQuery } from '../../store/select-by-query.ts'
import { findNodes } from '../find-nodes.ts'

/** How help and errors show the forms of a scope. */
export const SCOPES = 'query:CYPHER, type:Programme,Place, place:回民区, date:2024-01..2024-06, ids:ID,ID'

function wrongScope(what: string): UsageError {
  return new UsageError({ what, where: '--scope', remedy: `Scopes are ${SCOPES}.` })
}

function byType(snapshot: Snapshot, list: string): Selection {
  const names = list.split(',').map(name => name.trim())
  const types = names.map(name => ENTITY_TYPES.find(({ type, zh }) => type === name || zh === name)?.type)
  const unknown = names.find((_, i) => types[i] === undefined)
  if (unknown !== undefined) throw wrongScope(`there is no type '${unknown}'`)
  return scopeByType(
    snapshot,
    types.flatMap(type => type ?? []),
  )
}

function byPlace(snapshot: Snapshot, asked: string): Selection {
  const places = findNodes(snapshot, asked).filter(node => node.attributes.type === 'Place')
  if (places.length === 0) throw wrongScope(`'${asked}' is no place`)
  return scopeByPlace(snapshot, new Set(places.map(node => node.key)))
}

function byDate(snapshot: Snapshot, range: string): Selection {
  const [from = '', to = from] = range.split('..')
  const isDate = (text: string) => text === '' || /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)
  if (!isDate(from) || !isDate(to) || (from === '' && to === '')) throw wrongScope(`'${range}' is no stretch of time`)
  return scopeByDate(snapshot, from, to)
}

async function selectionOf(snapshot: Snapshot, scope: string): Promise<Selection> {
  const colon = scope.indexOf(':')
  const [kind, value] = [scope.slice(0, Math.max(colon, 0)), scope.slice(colon + 1)]
  switch (kind) {
    case 'query': {
      const store = await openEmbedded(snapshot)
      return selectByQuery(store, value).finally(() => store.close())
    }
    case 'type':
      return byType(snapshot, value)
    case 'place':
      return byPlace(snapshot, value.trim())
    case 'date':
      return byDate(snapshot, value.trim())
    case 'ids':
      return scopeByKey(snapshot, new Set(value.split(',').map(id => id.trim())))
    default:
      throw wrongScope(`'${scope}' is no scope`)
  }
}

/**
 * The part of a snapshot that scopes name, one after the other: each narrows what the one before left.
 * @throws UsageError where a scope has no known form or names what is not there; QueryError where its query fails
 */
export async function scoped(snapshot: Snapshot, scopes: readonly string[]): Promise<Snapshot> {
  let part = snapshot
  for (const scope of scopes) {
    const words = [part.scope, scope].filter(Boolean).join('；')
    part = selectSnapshot(part, await selectionOf(part, scope), words)
  }
  if (scopes.length > 0 && part.graph.nodes.length === 0) throw wrongScope(`nothing is left of the graph`)
  return part
}
