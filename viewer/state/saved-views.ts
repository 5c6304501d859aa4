import { signal } from '@preact/signals'
import { readHash, writeHash } from './hash.ts'
import type { App } from './store.ts'

/** A state under a name, with a note. Its address is all there is to it, so it outlives a rebuild as links do. */
export interface SavedView {
  readonly name: string
  readonly note: string
  readonly hash: string
  /** Addresses of the steps that led to it, oldest first: undo goes back along them. */
  readonly trail?: readonly string[]
}

const MOST = 100
const MOST_STEPS = 40

function isView(value: unknown): value is SavedView {
  const view = value as Partial<SavedView> | null
  const isTrail =
    view?.trail === undefined || (Array.isArray(view.trail) && view.trail.every(step => typeof step === 'string'))
  return typeof view?.name === 'string' && typeof view.note === 'string' && typeof view.hash === 'string' && isTrail
}

/** Views of one graph: those that its file brings and those that this browser keeps. */
export class SavedViews {
  readonly own = signal<readonly SavedView[]>([])
  readonly brought: readonly SavedView[]
  private readonly app: App
  private readonly place: string

  constructor(app: App) {
    this.app = app
    this.place = `mailuo.views.${app.model.snapshot.title}`
    this.brought = app.model.snapshot.views.filter(isView)
    this.own.value = this.read()
  }

  save(name: string, note: string): void {
    const steps = this.app.trail().map(writeHash)
    const trail = steps.filter((step, at) => step !== steps[at + 1]).slice(-MOST_STEPS)
    const view = { name, note, hash: writeHash(this.app.state.peek()), ...(trail.length && { trail }) }
    this.keep([view, ...this.own.value.filter(old => old.name !== name)].slice(0, MOST))
  }

  remove(view: SavedView): void {
    this.keep(this.own.value.filter(old => old !== view))
  }

  open(view: SavedView): void {
    const { node, edge, articles } = this.app.model
    const read = (hash: string) => readHash(hash, id => node.has(id) || edge.has(id) || articles.has(id))
    this.app.follow(read(view.hash), (view.trail ?? []).map(read))
  }

  private read(): readonly SavedView[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.place) ?? '[]')
      return Array.isArray(kept) ? kept.filter(isView) : []
    } catch {
      return []
    }
  }

  private keep(views: readonly SavedView[]): void {
    this.own.value = views
    try {
      localStorage.setItem(this.place, JSON.stringify(views))
    } catch {
      return
    }
  }
}
