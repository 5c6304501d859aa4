import { useEffect } from 'preact/hooks'
import type { Judgement } from '../../src/model/judgement.ts'
import { term } from '../i18n.ts'
import { w } from '../share/words.ts'
import { download } from '../state/download-views.ts'
import type { App } from '../state/store.ts'
import { author, fileOf, joined, made, openJudgements, standingMade, withdraw } from './made.ts'

/** What was judged here: each can be taken back; all go into one file. */
export function JudgePanel({ app }: { app: App }) {
  useEffect(() => openJudgements(app), [app])
  const list = standingMade.value
  const brought = app.model.snapshot.judgements?.length ?? 0
  if (made.value.length + brought === 0) return null
  return (
    <section class="panel judgements" aria-label={w('judgements')}>
      <h2>
        {w('judgements')} <span class="badge">{list.length + brought}</span>
      </h2>
      <label>
        {w('judgedBy')}{' '}
        <input
          value={author.value}
          onInput={event => {
            author.value = event.currentTarget.value
          }}
        />
      </label>
      <ul>
        {list.map(one => (
          <li key={one.id}>
            {say(app, one)}{' '}
            <button
              type="button"
              class="link"
              aria-label={`${w('undo')} ${say(app, one)}`}
              onClick={() => withdraw(one)}
            >
              {w('undo')}
            </button>
          </li>
        ))}
      </ul>
      <p class="hint">{w('applied')}</p>
      <button type="button" onClick={() => download(fileOf(joined(app)), 'judgements.jsonl')}>
        {w('saveLines')}
      </button>
    </section>
  )
}

function say(app: App, one: Judgement): string {
  const name = (key: string) => app.model.node.get(key)?.name ?? key
  switch (one.judge) {
    case 'same':
      return `${name(one.a)} = ${name(one.b)}`
    case 'different':
      return `${name(one.a)} ≠ ${name(one.b)}`
    case 'unsure':
      return `${name(one.a)} ? ${name(one.b)}`
    case 'split':
      return `${w('split')} ${name(one.node)}（${one.articles.length}）`
    case 'not':
      return `${w('reject')} ${name(one.node)}`
    case 'wrong':
      return `${w('reject')} ${name(one.from)} ${term(one.type)} ${name(one.to)}`
    case 'rename':
      return `${name(one.node)} → ${one.name}`
    case 'code':
      return `${name(one.node)} ${one.code}`
    default:
      return one.of
  }
}
