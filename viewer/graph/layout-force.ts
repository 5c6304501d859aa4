import type { Shown } from '../state/shown.ts'
import { type ForceTold, forceAsk } from './force-protocol.ts'
import ForceWorker from './force-worker.ts?worker&inline'
import type { Place } from './layouts.ts'

/** A force layout that runs in a worker over what is shown; the page stays free while it settles. */
export class ForceRun {
  readonly shown: Shown
  /** Places as they are now; null before the first ones. */
  at: ReadonlyMap<string, Place> | null = null
  private readonly worker = new ForceWorker()

  /** @param onPlaces with the share of the work that is done, 1 at the end */
  constructor(shown: Shown, onPlaces: (at: ReadonlyMap<string, Place>, done: number) => void) {
    this.shown = shown
    this.worker.addEventListener('message', ({ data }: MessageEvent<ForceTold>) => {
      const at = new Map(
        shown.nodes.map((node, index) => [node.key, { x: data.at[index * 2] ?? 0, y: data.at[index * 2 + 1] ?? 0 }]),
      )
      this.at = at
      onPlaces(at, data.done)
      if (data.done === 1) this.stop()
    })
    this.worker.postMessage(forceAsk(shown.nodes, shown.edges))
  }

  stop(): void {
    this.worker.terminate()
  }
}
