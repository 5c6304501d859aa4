import { type Signal, useComputed, useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { search } from '../search/search.ts'
import { sharedIndex } from '../search/shared-index.ts'
import type { App } from '../state/store.ts'

/** A small field that names one node; the browser's own list offers what matches. */
export function NodePicker({ app, label, value }: { app: App; label: string; value: Signal<string | null> }) {
  const id = useId()
  const text = useSignal(app.model.node.get(value.value ?? '')?.name ?? '')
  const index = sharedIndex(app)
  const hits = useComputed(() => search(index.value, text.value, 12).hits)
  const pick = (typed: string) => {
    text.value = typed
    value.value = hits.value.find(hit => hit.node.name === typed)?.node.key ?? null
  }
  const settle = () => {
    const first = hits.value[0]
    if (value.value !== null || !first || !text.value.trim()) return
    text.value = first.node.name
    value.value = first.node.key
  }
  return (
    <label class="picker">
      <span>{label}</span>
      <input
        type="text"
        list={id}
        value={text.value}
        autocomplete="off"
        onInput={event => pick(event.currentTarget.value)}
        onChange={settle}
      />
      <datalist id={id}>
        {hits.value.map(hit => (
          <option key={hit.node.key} value={hit.node.name} />
        ))}
      </datalist>
    </label>
  )
}
