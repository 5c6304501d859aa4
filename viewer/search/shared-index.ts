import { computed, effect, type ReadonlySignal } from '@preact/signals'
import type { App } from '../state/store.ts'
import { SearchIndex } from './index.ts'

const indexes = new WeakMap<App, ReadonlySignal<SearchIndex>>()

/** The one index of an app, made anew when the sounds of the names arrive, and filled while the page has nothing to do. */
export function sharedIndex(app: App): ReadonlySignal<SearchIndex> {
  const known = indexes.get(app)
  if (known) return known
  const index = computed(() => new SearchIndex(app.model.nodes, app.pinyin.value))
  effect(() => fillWhenIdle(index.value))
  indexes.set(app, index)
  return index
}

/** @returns how to stop. */
function fillWhenIdle(index: SearchIndex): () => void {
  let timer = 0
  const more = () => {
    if (index.isWhole) return
    index.fill()
    timer = window.setTimeout(more, 20)
  }
  timer = window.setTimeout(more, 400)
  return () => clearTimeout(timer)
}
