import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { RELATIONS } from '../../src/schema/ontology.ts'
import type { EdgeItem, NodeItem } from '../data/model.ts'
import { shortestPaths, stationsOf } from '../data/paths.ts'
import { lang, t } from '../i18n.ts'
import { edgeTest } from '../state/filters.ts'
import { pathAsked } from '../state/path-ask.ts'
import type { App } from '../state/store.ts'
import { EvidenceCard, NodeLink } from './fact.tsx'
import { NodePicker } from './node-picker.tsx'

/** Asks for two ends, finds every shortest path between them, and tells one in sentences with the quotes along it. */
export function PathPanel({ app }: { app: App }) {
  const { selected } = app.state.value
  const from = useSignal<string | null>(selected[0] ?? null)
  const to = useSignal<string | null>(selected[1] ?? null)
  const at = useSignal(0)
  const paths = useSignal<readonly (readonly EdgeItem[])[] | null>(null)
  const find = () => {
    if (!from.value || !to.value) return
    const found = shortestPaths(app.model, from.value, to.value, edgeTest(app.state.value.filters))
    paths.value = found
    show(app, from.value, found, 0)
    at.value = 0
  }
  useEffect(() => {
    if (pathAsked.value && from.value && to.value) find()
  }, [])
  const chosen = paths.value?.[at.value] ?? app.state.value.path.flatMap(key => app.model.edge.get(key) ?? [])
  return (
    <div class="path-panel">
      <button
        type="button"
        class="link back"
        onClick={() => {
          pathAsked.value = false
          if (app.state.value.path.length) app.act({ path: [] })
        }}
      >
        ← {t('back')}
      </button>
      <p class="hint">{t('pathPick')}</p>
      <form
        class="path-form"
        onSubmit={event => {
          event.preventDefault()
          find()
        }}
      >
        <NodePicker app={app} label={t('pathFrom')} value={from} />
        <NodePicker app={app} label={t('pathTo')} value={to} />
        <button type="submit" class="primary" disabled={!from.value || !to.value}>
          {t('pathFind')}
        </button>
      </form>
      {paths.value?.length === 0 && <p role="status">{t('pathNone')}</p>}
      {(paths.value?.length ?? 0) > 1 && (
        <p class="path-others">
          {t('pathOthers', { count: paths.value?.length ?? 0 })}
          {paths.value?.map((_, index) => (
            <button
              key={index}
              type="button"
              class="chip"
              aria-pressed={index === at.value}
              aria-label={t('pathNumber', { at: index + 1 })}
              onClick={() => {
                at.value = index
                show(app, from.value ?? '', paths.value ?? [], index)
              }}
            >
              {index + 1}
            </button>
          ))}
        </p>
      )}
      {chosen.length > 0 && <Told app={app} path={chosen} start={from.value} />}
    </div>
  )
}

/** Puts a path into the picture, nothing else beside it. */
function show(app: App, from: string, paths: readonly (readonly EdgeItem[])[], at: number): void {
  const path = paths[at] ?? []
  if (!path.length) return
  const keys = new Set([from, ...path.flatMap(edge => [edge.source, edge.target])])
  app.act({
    scope: 'set',
    set: [...keys],
    hidden: [],
    path: path.map(edge => edge.key),
    edges: [],
    layout: 'stored',
    view: 'graph',
  })
}

function Told({ app, path, start }: { app: App; path: readonly EdgeItem[]; start: string | null }) {
  const stations = stationsOf(path, start)
  const name = (key: string | undefined) => app.model.node.get(key ?? '')?.name ?? ''
  return (
    <div class="told">
      <p class="told-head" role="status">
        {t('pathTold', { from: name(stations[0]), to: name(stations.at(-1)), steps: path.length })}
      </p>
      <ol>
        {path.map((edge, step) => {
          const best = [...edge.evidence].sort((a, b) => b.confidence - a.confidence)[0]
          return (
            <li key={edge.key}>
              <p class="told-sentence">{sentence(app, edge)}</p>
              {best && (
                <ol class="evidence">
                  <EvidenceCard app={app} item={best} ends={[edge.source, edge.target]} />
                </ol>
              )}
              {step < path.length - 1 && <NodeLink app={app} nodeKey={stations[step + 1] ?? ''} />}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** 2024-03，光明路街道推行“红蜂驿站”，见于 2 篇文章。 */
function sentence(app: App, edge: EdgeItem): string {
  const quoted = (node: NodeItem | undefined) => (node?.type === 'Programme' ? `“${node.name}”` : (node?.name ?? ''))
  const row = RELATIONS.find(relation => relation.type === edge.type)
  const source = quoted(app.model.node.get(edge.source))
  const target = quoted(app.model.node.get(edge.target))
  const articles = new Set(edge.evidence.map(item => item.article)).size
  if (lang.value === 'en')
    return `${edge.date ? `${edge.date}: ` : ''}${source} – ${row?.en ?? edge.type} – ${target} (${articles} article${articles > 1 ? 's' : ''}).`
  const post = edge.titles.length ? `，职务是${edge.titles.join('、')}` : ''
  const when = edge.date ? `${edge.date}，` : ''
  return `${when}${source}${row?.verbZh ?? ''}${target}${post}，见于 ${articles} 篇文章。`
}
