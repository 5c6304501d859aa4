import { computed, useSignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { ENTITY_TYPES } from '../../src/schema/ontology.ts'
import { number, t, term } from '../i18n.ts'
import { type Hit, search } from '../search/search.ts'
import { sharedIndex } from '../search/shared-index.ts'
import { openNode } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { TypeMark } from './type-mark.tsx'

const MOST = 30

/** The search field with its list: keyboard first, the list announced by `aria-activedescendant`. `/` jumps to it. */
export function SearchBox({ app }: { app: App }) {
  const query = useSignal('')
  const open = useSignal(false)
  const active = useSignal(0)
  const input = useRef<HTMLInputElement>(null)
  const index = sharedIndex(app)
  const found = useMemo(() => computed(() => group(search(index.value, query.value, MOST))), [index])
  const choose = (hit: Hit | undefined) => {
    if (!hit) return
    open.value = false
    query.value = ''
    openNode(app, hit.node.key)
    input.current?.blur()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { hits } = found.value
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      open.value = true
      active.value = (active.value + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % Math.max(1, hits.length)
      document.getElementById(`hit-${active.value}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') choose(hits[active.value])
    else if (event.key === 'Escape') {
      if (open.value) open.value = false
      else query.value = ''
    }
  }
  const showing = open.value && query.value.trim() !== ''
  return (
    <search class="search" data-tour="search">
      <input
        ref={input}
        id="search"
        type="search"
        aria-label={t('search')}
        aria-controls="hits"
        aria-autocomplete="list"
        aria-activedescendant={showing && found.value.hits.length ? `hit-${active.value}` : undefined}
        placeholder={t(matchMedia('(max-width: 820px)').matches ? 'search' : 'searchHint')}
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={event => {
          query.value = event.currentTarget.value
          open.value = true
          active.value = 0
        }}
        onFocus={() => {
          open.value = true
        }}
        onBlur={() =>
          setTimeout(() => {
            if (document.activeElement !== input.current) open.value = false
          }, 150)
        }
        onKeyDown={onKeyDown}
      />
      <kbd>/</kbd>
      <div
        id="hits"
        class="hits"
        role="listbox"
        aria-label={t('results')}
        hidden={!showing || !found.value.hits.length}
      >
        {showing && <Hits found={found.value} active={active.value} choose={choose} />}
      </div>
      {showing && !found.value.hits.length && (
        <div class="hits hits-none">
          <p>{t('noHit', { query: query.value })}</p>
          <p>{t('noHitHint')}</p>
        </div>
      )}
      <span class="hidden-text" role="status">
        {showing
          ? found.value.hits.length
            ? t('hits', { count: found.value.total })
            : t('noHit', { query: query.value })
          : ''}
      </span>
    </search>
  )
}

interface Found {
  readonly hits: readonly Hit[]
  readonly total: number
}

/** Types in the order of their best hits, hits of one type together. */
function group({ hits, total }: Found): Found {
  const types = [...new Set(hits.map(hit => hit.node.type))]
  return { hits: types.flatMap(type => hits.filter(hit => hit.node.type === type)), total }
}

function Hits({ found, active, choose }: { found: Found; active: number; choose: (hit: Hit) => void }) {
  return (
    <>
      {ENTITY_TYPES.map(row => row.type)
        .filter(type => found.hits.some(hit => hit.node.type === type))
        .sort(
          (a, b) => found.hits.findIndex(hit => hit.node.type === a) - found.hits.findIndex(hit => hit.node.type === b),
        )
        .map(type => (
          <div key={type} role="group" aria-label={term(type)}>
            <div class="hits-type" aria-hidden="true">
              {term(type)}
            </div>
            {found.hits.map((hit, at) =>
              hit.node.type === type ? (
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field owns focus and keys
                <div
                  key={hit.node.key}
                  id={`hit-${at}`}
                  role="option"
                  aria-selected={at === active}
                  class="hit"
                  onMouseDown={event => event.preventDefault()}
                  onClick={() => choose(hit)}
                >
                  <TypeMark type={hit.node.type} />
                  <span class="hit-name">{hit.node.name}</span>
                  {hit.by && <span class="hit-by">{hit.by}</span>}
                  <span class="hit-kind">{hit.node.kind ? term(hit.node.kind) : term(hit.node.type)}</span>
                  <span class="hit-degree">{number(hit.node.degree)}</span>
                </div>
              ) : null,
            )}
          </div>
        ))}
    </>
  )
}
