import { type ReadonlySignal, signal } from '@preact/signals'
import type { Snapshot } from '../../src/snapshot/format.ts'
import type { Answer, Ask, Refusal, Told } from './protocol.ts'
import QueryWorker from './worker.ts?worker&inline'

export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'stopped' }

/** Whoever answers the page's queries, one at a time; a second one stops the first. */
export interface Engine {
  readonly busy: ReadonlySignal<'idle' | 'opening' | 'running'>
  /** Address of the server that answers; null where the page itself does. */
  readonly server: string | null
  readonly run: (text: string, params: Readonly<Record<string, unknown>>) => Promise<Outcome>
  readonly stop: () => void
}

/** The embedded engine in a worker of this page: it starts with the first query and can be stopped at any time. */
export class EmbeddedEngine implements Engine {
  readonly server = null
  readonly busy = signal<'idle' | 'opening' | 'running'>('idle')
  private readonly snapshot: Snapshot
  private worker: Worker | null = null
  private waiting: ((outcome: Outcome) => void) | null = null
  private serial = 0

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot
  }

  run(text: string, params: Readonly<Record<string, unknown>>): Promise<Outcome> {
    if (this.waiting) this.stop()
    const worker = this.open()
    this.serial += 1
    const ask: Ask = { kind: 'run', id: this.serial, text, params }
    worker.postMessage(ask)
    return new Promise(resolve => {
      this.waiting = resolve
    })
  }

  /** Ends the worker in the middle of whatever it does; the next query starts a new one. */
  stop(): void {
    this.worker?.terminate()
    this.worker = null
    this.settle({ kind: 'stopped' })
  }

  private open(): Worker {
    if (this.worker) {
      this.busy.value = 'running'
      return this.worker
    }
    this.busy.value = 'opening'
    const worker = new QueryWorker()
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => this.hear(data))
    worker.addEventListener('error', event => {
      this.worker = null
      const message = { zh: event.message, en: event.message }
      this.settle({ kind: 'refused', refusal: { message, at: '', caret: null, hint: null } })
    })
    const ask: Ask = { kind: 'open', snapshot: this.snapshot }
    worker.postMessage(ask)
    this.worker = worker
    return worker
  }

  private hear(told: Told): void {
    if (told.kind === 'ready') this.busy.value = 'running'
    else if (told.id === this.serial) this.settle(told)
  }

  private settle(outcome: Outcome): void {
    this.busy.value = 'idle'
    this.waiting?.(outcome)
    this.waiting = null
  }
}
