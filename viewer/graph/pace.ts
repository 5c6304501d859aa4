/** Frames slower than this while moving (ms) make the view hide edges until it rests. */
const SLOW = 50
/** A first guess before anything was measured: more lines than this are hidden while moving. */
const MANY = 12_000

/** Measures frames, and from them decides whether edges are drawn while the picture moves. */
export class Pace {
  firstFrameMs = 0
  lastFrameMs = 0
  private started = 0
  private lastEnd = 0
  private slow = 0
  private hides = false

  begin(): void {
    this.started = performance.now()
  }

  /**
   * Call when a frame's commands were given. Two frames in quick succession tell how long one really takes, which the
   * time of giving the commands does not.
   * @returns whether edges should be hidden from now on.
   */
  end(marks: number): boolean {
    const now = performance.now()
    if (marks > 0 && this.firstFrameMs === 0) this.firstFrameMs = now
    const between = now - this.lastEnd
    this.lastFrameMs = between < 1000 ? between : now - this.started
    this.lastEnd = now
    this.slow = between < 1000 && between > SLOW ? this.slow + 1 : 0
    if (this.hides || this.slow < 3) return false
    this.hides = true
    return true
  }

  hidesEdges(lines: number): boolean {
    return this.hides || lines > MANY
  }
}
