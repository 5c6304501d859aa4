import type Sigma from 'sigma'
import type { Camera } from './graph-port.ts'

const REST = 220
const WHOLE: Camera = [0.5, 0.5, 1]
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Moves sigma's camera and tells where it comes to rest. */
export class Lens {
  private readonly sigma: Sigma
  private readonly onRest: (camera: Camera | null) => void
  private timer = 0
  /** Where the owner put it; only what differs from this is the reader's doing. */
  private told: Camera = WHOLE

  constructor(sigma: Sigma, onRest: (camera: Camera | null) => void) {
    this.sigma = sigma
    this.onRest = onRest
    sigma.getCamera().on('updated', () => {
      this.wait()
    })
  }

  /** A place that was asked for before is no news: the reader may be on the way to another one. */
  look(camera: Camera | null): void {
    const wanted = camera ?? WHOLE
    if (near(wanted, this.told)) return
    this.told = wanted
    const [x, y, ratio] = wanted
    this.sigma.getCamera().setState({ x, y, ratio, angle: 0 })
  }

  fit(): void {
    const [x, y, ratio] = WHOLE
    this.go({ x, y, ratio }, 300)
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera()
    this.go({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, 200)
  }

  /** By pixels of the view. */
  pan(dx: number, dy: number): void {
    const camera = this.sigma.getCamera()
    const { width, height } = this.sigma.getDimensions()
    const [from, to] = [
      { x: width / 2, y: height / 2 },
      { x: width / 2 + dx, y: height / 2 + dy },
    ].map(point => this.sigma.viewportToFramedGraph(point))
    if (from && to) camera.setState({ x: camera.x + to.x - from.x, y: camera.y + to.y - from.y })
  }

  end(): void {
    clearTimeout(this.timer)
  }

  private go(state: { x?: number; y?: number; ratio?: number }, duration: number): void {
    void this.sigma.getCamera().animate(state, { duration: still() ? 1 : duration })
  }

  private now(): Camera {
    const { x, y, ratio } = this.sigma.getCamera()
    return [x, y, ratio]
  }

  private wait(): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.rest(), REST)
  }

  private rest(): void {
    if (this.sigma.getCamera().isAnimated()) {
      this.wait()
      return
    }
    const now = this.now()
    if (near(now, this.told)) return
    this.told = now
    this.onRest(near(now, WHOLE) ? null : now)
  }
}

function near(a: Camera, b: Camera): boolean {
  return a.every((value, at) => Math.abs(value - (b[at] ?? 0)) < 0.002)
}
