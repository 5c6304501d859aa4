import { signal } from '@preact/signals'
import type { Engine, Outcome } from './engine.ts'
import type { Answer, Words } from './protocol.ts'

const same = (text: string): Words => ({ zh: text, en: text })

function refused(message: Words, at = '', caret: string | null = null, hint: Words | null = null): Outcome {
  return { kind: 'refused', refusal: { message, at, caret, hint } }
}

/** Where `mailuo view --on` has a Neo4j answer, the page says so in its head. */
export function namedServer(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="mailuo-engine"]')?.content ?? null
}

/** Asks the local server, which asks a Neo4j and lets nothing but reading queries through. */
export class ServerEngine implements Engine {
  readonly busy = signal<'idle' | 'opening' | 'running'>('idle')
  readonly server: string
  private asking: AbortController | null = null

  constructor(server: string) {
    this.server = server
  }

  async run(text: string, params: Readonly<Record<string, unknown>>): Promise<Outcome> {
    this.stop()
    const asking = new AbortController()
    this.asking = asking
    this.busy.value = 'running'
    try {
      return await ask(text, params, asking.signal)
    } catch {
      if (asking.signal.aborted) return { kind: 'stopped' }
      return refused({
        zh: '本机的 mailuo view 没有回答，它还开着吗？',
        en: 'mailuo view does not answer: is it still running?',
      })
    } finally {
      if (this.asking === asking) this.busy.value = 'idle'
    }
  }

  stop(): void {
    this.asking?.abort()
    this.busy.value = 'idle'
  }
}

async function ask(text: string, params: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Outcome> {
  const start = performance.now()
  const body = JSON.stringify({ text, params })
  const told = await fetch('./query', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, signal })
  if (told.ok) {
    const answer = (await told.json()) as Omit<Answer, 'ms'>
    return { kind: 'answer', answer: { ...answer, ms: performance.now() - start } }
  }
  if (told.status !== 422) return refused(same(`${told.status} ${(await told.text()).trim()}`))
  const { what, at, shown, remedy } = (await told.json()) as Record<'what' | 'at' | 'shown' | 'remedy', string>
  return refused(same(what), at, shown || null, same(remedy))
}
