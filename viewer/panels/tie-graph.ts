import { effect, signal } from '@preact/signals'
import { stationsOf } from '../data/paths.ts'
import { listenBox } from '../graph/box-select.ts'
import { compose, crowding } from '../graph/compose.ts'
import { focusOf } from '../graph/focus.ts'
import type { GraphPort } from '../graph/graph-port.ts'
import { ForceRun } from '../graph/layout-force.ts'
import { arrange } from '../graph/layouts.ts'
import { dress } from '../graph/look.ts'
import { palette } from '../graph/palette.ts'
import { t } from '../i18n.ts'
import { drawn } from '../images/current.ts'
import { dark } from '../state/preferences.ts'
import type { Shown } from '../state/shown.ts'
import type { App } from '../state/store.ts'
import type { LayoutName, ViewState } from '../state/view-state.ts'

/** Whether a drag over the picture draws a box without Shift, as a finger needs it. */
export const boxing = signal(false)

/** The overview stands in columns unless the reader chose otherwise. */
export function layoutOf(state: ViewState): LayoutName {
  return state.scope === 'overview' && state.layout === 'stored' ? 'columns' : state.layout
}

/** What sizes and colours are made from, beside the nodes. */
export function lookGround(app: App) {
  return {
    district: (key: string) => app.derived.district(key) ?? app.derived.sole.get(key) ?? null,
    figures: (key: string) => app.model.figures(key).length,
    dark: dark.value,
  }
}

/** Lets a picture follow the state: what is shown, its arrangement and looks, focus, camera. @returns how to cut each tie. */
export function tieGraph(app: App, view: GraphPort, host: HTMLElement): (() => void)[] {
  let drawnAs = ''
  let last: Shown | null = null
  const forcing = new Forcing(app, view)
  const draw = effect(() => {
    const shown = app.shown.value
    const colours = palette(dark.value)
    const { pins, selected, sizeBy, colourBy } = app.state.value
    const layout = layoutOf(app.state.value)
    const id = [
      layout,
      dark.value,
      sizeBy,
      colourBy,
      layout === 'radial' ? shown.nodes.length : '',
      JSON.stringify(pins),
    ]
    if (shown === last && id.join(' ') === drawnAs) return
    const dressed = dress(shown.nodes, { sizeBy, colourBy }, lookGround(app), colours)
    const crowd = crowding(shown.nodes.length)
    const arrangement = arrange(layout, shown, {
      centre: selected,
      aspect: host.clientWidth / Math.max(1, host.clientHeight - 60),
      pins,
      radius: node => dressed.radius(node) * crowd,
      stations: stationsOf(app.state.value.path.flatMap(key => app.model.edge.get(key) ?? [])),
      forced: forcing.places(layout === 'force' ? shown : null),
    })
    drawn.picture = compose(shown, arrangement, dressed, colours)
    view.show(drawn.picture)
    last = shown
    drawnAs = id.join(' ')
  })
  const camera = effect(() => view.look(app.state.value.camera))
  const focus = effect(() => view.focus(focusOf(app.shown.value, app.state.value)))
  const hover = effect(() => view.hover(app.hovered.value))
  const reveal = followSelection(app, view, host)
  const box = listenBox(
    host,
    event => event.shiftKey || boxing.value,
    rect => {
      boxing.value = false
      const selected = view.inBox(rect)
      if (selected.length) app.act({ selected, edges: [], path: [], article: null })
    },
  )
  return [draw, camera, focus, hover, reveal, box, () => forcing.end()]
}

/** What part of a narrow view the sheet with facts covers. */
const SHEET = 0.62

/** Keeps a newly chosen node in view, beside the sheet that covers part of a narrow one. */
function followSelection(app: App, view: GraphPort, host: HTMLElement): () => void {
  let last = app.state.peek().selected[0]
  return effect(() => {
    const chosen = app.state.value.selected[0]
    if (chosen === last) return
    last = chosen
    const isNarrow = matchMedia('(max-width: 820px)').matches
    if (chosen) view.reveal(chosen, isNarrow ? host.clientHeight * SHEET : 0)
  })
}

/** Keeps one force layout running for what is shown, and none for anything else. */
class Forcing {
  private readonly app: App
  private readonly view: GraphPort
  private run: ForceRun | null = null

  constructor(app: App, view: GraphPort) {
    this.app = app
    this.view = view
  }

  /** Places reached so far for what is shown; starts a run where there is none. Null ends it. */
  places(shown: Shown | null): ForceRun['at'] {
    if (shown !== this.run?.shown) {
      this.end()
      if (shown?.nodes.length) this.run = new ForceRun(shown, (at, done) => this.take(at, done))
    }
    return this.run?.at ?? null
  }

  end(): void {
    this.run?.stop()
    this.run = null
  }

  private take(at: NonNullable<ForceRun['at']>, done: number): void {
    const pinned = Object.entries(this.app.state.peek().pins).map(([key, [x, y]]) => [key, { x, y }] as const)
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (done === 1 || !still) this.view.move(pinned.length ? new Map([...at, ...pinned]) : at)
    this.app.notice.value = done < 1 ? t('layingOut', { share: Math.round(done * 100) }) : ''
  }
}
