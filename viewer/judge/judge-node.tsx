import { useSignal } from '@preact/signals'
import type { EdgeItem, NodeItem } from '../data/model.ts'
import { t, term } from '../i18n.ts'
import { w } from '../share/words.ts'
import type { App } from '../state/store.ts'
import { judge } from './made.ts'

/** What a reader may say of one node: another name, no such thing, two things under one name. */
export function JudgeNode({ app, node }: { app: App; node: NodeItem }) {
  const name = useSignal('')
  const chosen = useSignal<readonly string[]>([])
  const articles = app.model.articlesOf(node.key)
  const note = (what: string) => {
    app.notice.value = w('noted', { what: `${node.name} ${what}` })
  }
  return (
    <details class="judge">
      <summary>{w('judgements')}</summary>
      <form
        class="judge-row actions"
        onSubmit={event => {
          event.preventDefault()
          if (!name.value.trim()) return
          judge({ judge: 'rename', node: node.key, name: name.value.trim() })
          note(`→ ${name.value.trim()}`)
          name.value = ''
        }}
      >
        <input
          aria-label={w('newName')}
          placeholder={w('newName')}
          value={name.value}
          onInput={event => {
            name.value = event.currentTarget.value
          }}
        />
        <button type="submit">{w('rename')}</button>
      </form>
      <p class="actions">
        <button
          type="button"
          onClick={() => {
            judge({ judge: 'not', node: node.key })
            note(w('notEntity', { type: term(node.type) }))
          }}
        >
          {w('notEntity', { type: term(node.type) })}
        </button>
      </p>
      {articles.length > 1 && (
        <fieldset>
          <legend>{w('splitHint')}</legend>
          {articles.map(article => (
            <label key={article.id}>
              <input
                type="checkbox"
                checked={chosen.value.includes(article.id)}
                onChange={event => {
                  const rest = chosen.value.filter(id => id !== article.id)
                  chosen.value = event.currentTarget.checked ? [...rest, article.id] : rest
                }}
              />{' '}
              {article.title ?? t('untitled')}
            </label>
          ))}
          <p class="actions">
            <button
              type="button"
              disabled={chosen.value.length === 0 || chosen.value.length === articles.length}
              onClick={() => {
                judge({ judge: 'split', node: node.key, articles: [...chosen.value].sort() })
                note(w('split'))
                chosen.value = []
              }}
            >
              {w('split')}
            </button>
          </p>
        </fieldset>
      )}
    </details>
  )
}

/** Two chosen nodes: one thing, two, or nobody can tell. */
export function JudgePair({ app, keys }: { app: App; keys: readonly string[] }) {
  const [a, b] = keys
  if (a === undefined || b === undefined || keys.length !== 2) return null
  const name = (key: string) => app.model.node.get(key)?.name ?? key
  const say = (verdict: 'same' | 'different' | 'unsure', what: string) => (
    <button
      type="button"
      onClick={() => {
        judge({ judge: verdict, a, b })
        app.notice.value = w('noted', { what: `${name(a)}、${name(b)} ${what}` })
      }}
    >
      {what}
    </button>
  )
  return (
    <p class="actions judge" role="group" aria-label={w('judgements')}>
      {say('same', w('merge'))} {say('different', w('differ'))} {say('unsure', w('unsure'))}
    </p>
  )
}

/** The relation does not hold, whatever the sentences say. */
export function JudgeEdge({ app, edge }: { app: App; edge: EdgeItem }) {
  return (
    <button
      type="button"
      class="link judge"
      onClick={() => {
        judge({ judge: 'wrong', type: edge.type, from: edge.source, to: edge.target })
        app.notice.value = w('noted', { what: `${term(edge.type)} ${w('reject')}` })
      }}
    >
      {w('reject')}
    </button>
  )
}
