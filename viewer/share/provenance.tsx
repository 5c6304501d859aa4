import { useSignal } from '@preact/signals'
import type { App } from '../state/store.ts'
import { isUnaltered } from './sealed.ts'
import { w } from './words.ts'

/** Who made this, how to cite it, and whether it is still what was written. */
export function Provenance({ app }: { app: App }) {
  const { author, cite, hash } = app.model.snapshot
  const state = useSignal<'verified' | 'altered' | null>(null)
  const check = async () => {
    state.value = (await isUnaltered(app.model.snapshot)) ? 'verified' : 'altered'
  }
  return (
    <section class="provenance" aria-label={w('provenance')}>
      {author && (
        <p>
          {w('author')} {author}
        </p>
      )}
      {cite && (
        <p>
          {w('cite')} {cite}
        </p>
      )}
      <p class="hint">
        <code class="hash">sha256 {hash}</code>
      </p>
      <p>
        <button type="button" class="link" onClick={() => void check()}>
          {w('verify')}
        </button>{' '}
        <span role="status">{state.value && w(state.value)}</span>
      </p>
    </section>
  )
}
