import { signal } from '@preact/signals'
import { readHash, writeHash } from './hash.ts'
import type { App } from './store.ts'

/** A state under a name, with a note. Its address is all there is to it, so it outlives a rebuild as links do. */
export interface SavedView {
  readonly name: string
  readonly note: string
  readonly hash: string
}

const MOST = 100

function isView(value: unknown): value is SavedView {
  const view = value as Partial<SavedView> | null
  return typeof view?.name === 'string' && typeof view.note === 'string' && typeof view.hash === 'string'
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
    const view = { name, note, hash: writeHash(this.app.state.peek()) }
    this.keep([view, ...this.own.value.filter(old => old.name !== name)].slice(0, MOST))
  }

  remove(view: SavedView): void {
    this.keep(this.own.value.filter(old => old !== view))
  }

  open(view: SavedView): void {
    const { node, edge, articles } = this.app.model
    this.app.act(readHash(view.hash, id => node.has(id) || edge.has(id) || articles.has(id)))
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
