import { CypherError } from '../error.ts'

/** What one run may use up. Each has a default that a screen can wait for. */
export interface Limits {
  /** Rows of the result. */
  readonly rows?: number
  /** Nodes, relationships, list items and rows looked at on the way. */
  readonly steps?: number
  /** Milliseconds. */
  readonly time?: number
  /** Estimated bytes held at once: lists, strings, groups, sorted rows. */
  readonly memory?: number
}

export const DEFAULT_LIMITS: Required<Limits> = { rows: 1_000_000, steps: 500_000_000, time: 60_000, memory: 1 << 29 }

/** An AbortSignal, or anything else that says whether to stop. */
export interface StopSignal {
  readonly aborted: boolean
}

/** How many steps pass between two looks at the clock and the signal. */
const INTERVAL = 4096

/** Counts what a run uses and stops it, by an error, where a limit is reached. */
export class Budget {
  /** Steps until the next look; `tick` counts it down. */
  private fuel = INTERVAL
  private steps = 0
  private bytes = 0
  private readonly limits: Required<Limits>
  private readonly signal: StopSignal | undefined
  private readonly deadline: number

  constructor(limits: Limits, signal?: StopSignal) {
    this.limits = { ...DEFAULT_LIMITS, ...limits }
    this.signal = signal
    this.deadline = performance.now() + this.limits.time
    this.look()
  }

  /** One step more. @throws CypherError(limit | cancelled) */
  tick(): void {
    if (--this.fuel === 0) this.refuel()
  }

  /** One value of that many items or characters is about to be made. @throws CypherError(limit) */
  allocate(items: number): void {
    if (this.bytes + items * 8 > this.limits.memory)
      this.stop('memory', `${Math.round(this.limits.memory / 1_048_576)} MB`)
  }

  /** That many items more are held until the run ends. @throws CypherError(limit) */
  hold(items: number): void {
    this.allocate(items)
    this.bytes += items * 8
  }

  /** @throws CypherError(limit) where the result is longer than allowed. */
  countRow(rows: number): void {
    if (rows > this.limits.rows) this.stop('rows', `${this.limits.rows} rows`)
  }

  private refuel(): void {
    this.fuel = INTERVAL
    this.steps += INTERVAL
    if (this.steps > this.limits.steps) this.stop('steps', `${this.limits.steps} steps`)
    this.look()
  }

  private look(): void {
    if (this.signal?.aborted)
      throw new CypherError({ code: 'cancelled', message: { en: 'the query was cancelled', zh: '查询已取消' } })
    if (performance.now() > this.deadline) this.stop('time', `${this.limits.time} ms`)
  }

  private stop(what: keyof Limits, limit: string): never {
    throw new CypherError({
      code: 'limit',
      message: { en: `the query was stopped: it needs more than ${limit}`, zh: `查询已停止：所需超过 ${limit}` },
      hint: {
        en: `narrow it (a label, a property, LIMIT) or raise the limit \`${what}\``,
        zh: `请缩小范围（加标签、属性或 LIMIT），或提高 \`${what}\` 的上限`,
      },
    })
  }
}
