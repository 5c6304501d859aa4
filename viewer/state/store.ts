import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Opened } from '../data/load.ts'
import { createModel, type Model } from '../data/model.ts'
import { readHash, writeHash } from './hash.ts'
import { type Derived, derive, type Shown, showState } from './shown.ts'
import { START, type ViewState } from './view-state.ts'

/** Everything that panels share. */
export interface App {
  readonly model: Model
  readonly derived: Derived
  readonly mode: Opened['mode']
  readonly state: ReadonlySignal<ViewState>
  readonly shown: ReadonlySignal<Shown>
  readonly pinyin: Signal<Readonly<Record<string, string>>>
  /** The node under the pointer or under the keyboard's cursor. */
  readonly hovered: Signal<string | null>
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
  /** One sentence for the status line, read out by screen readers. */
  readonly notice: Signal<string>
  /** Takes a step; it can be undone. A step to another picture shows all of it. */
  readonly act: (patch: Partial<ViewState>) => void
  /** Changes what is no step of its own, such as where the camera stands. */
  readonly settle: (patch: Partial<ViewState>) => void
  /** Steps that led here, oldest first. */
  readonly trail: () => readonly ViewState[]
  /** Takes up a state with the steps that led to it, as one step. */
  readonly follow: (state: ViewState, trail: readonly ViewState[]) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Gives the first screen, as a step. */
  readonly reset: () => void
}

const MAX_STEPS = 200

function shownEqual(a: ViewState, b: ViewState): boolean {
  return a.scope === b.scope && a.set === b.set && a.hidden === b.hidden && a.filters === b.filters
}

/** Steps that make another picture, to which the camera's place means nothing. */
const RESHAPING: readonly (keyof ViewState)[] = ['scope', 'set', 'hidden', 'filters', 'layout']

export function createApp(opened: Opened): App {
  const model = createModel(opened.snapshot, opened.telling)
  const derived = derive(model)
  const known = (id: string) => model.node.has(id) || model.edge.has(id) || model.articles.has(id)
  const state = signal(readHash(location.hash, known))
  const past = signal<readonly ViewState[]>([])
  const future = signal<readonly ViewState[]>([])
  let last: { state: ViewState; shown: Shown } | null = null
  const shown = computed(() => {
    const now = state.value
    if (last && shownEqual(last.state, now)) return last.shown
    last = { state: now, shown: showState(model, derived, now) }
    return last.shown
  })
  const move = (next: ViewState) => {
    state.value = next
    history.replaceState(null, '', `${location.pathname}${location.search}${writeHash(next)}`)
  }
  const act = (patch: Partial<ViewState>) => {
    past.value = [...past.value.slice(-MAX_STEPS), state.value]
    future.value = []
    const reshapes = RESHAPING.some(field => field in patch && patch[field] !== state.value[field])
    move({ ...state.value, ...(reshapes && { camera: null }), ...patch })
  }
  addEventListener('hashchange', () => {
    const next = readHash(location.hash, known)
    if (writeHash(next) !== writeHash(state.value)) act(next)
  })
  return {
    model,
    derived,
    mode: opened.mode,
    state,
    shown,
    pinyin: signal(opened.pinyin),
    hovered: signal(null),
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    notice: signal(''),
    act,
    settle: patch => move({ ...state.value, ...patch }),
    trail: () => past.peek(),
    follow: (next, trail) => {
      past.value = [...past.value, state.value, ...trail].slice(-MAX_STEPS)
      future.value = []
      move(next)
    },
    undo: () => {
      const previous = past.value.at(-1)
      if (!previous) return
      past.value = past.value.slice(0, -1)
      future.value = [...future.value, state.value]
      move(previous)
    },
    redo: () => {
      const next = future.value.at(-1)
      if (!next) return
      future.value = future.value.slice(0, -1)
      past.value = [...past.value, state.value]
      move(next)
    },
    reset: () => act(START),
  }
}
