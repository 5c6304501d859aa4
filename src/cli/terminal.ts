import { once } from 'node:events'
import picocolors from 'picocolors'

/** Where a command speaks: results on `out`, everything else on `err`. */
export interface Terminal {
  /** Resolves when the reader can take more: a long output waits for it. */
  readonly out: (text: string) => Promise<void>
  readonly err: (text: string) => void
  /** Standard error is a screen: progress may redraw its line. */
  readonly lively: boolean
  readonly colours: ReturnType<typeof picocolors.createColors>
  readonly columns: number
}

/** The process's own terminal. Colour only on a screen and without NO_COLOR. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process
  const colourful = Boolean(stderr.isTTY) && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  return {
    out: async text => {
      if (!stdout.write(text)) await once(stdout, 'drain')
    },
    err: text => void stderr.write(text),
    lively: Boolean(stderr.isTTY) && env['TERM'] !== 'dumb' && !env['CI'],
    colours: picocolors.createColors(colourful),
    columns: stdout.columns ?? 100,
  }
}

/** Tells how far long work has come: one redrawn line on a screen, a plain line a tenth of the way when piped. */
export interface Progress {
  readonly update: (done: number, total: number, note: string) => void
  readonly stop: () => void
}

/** Starts the progress of one stage, named as `阅读页面 reading pages`. */
export function startProgress(terminal: Terminal, stage: string): Progress {
  let told = -1
  const share = (done: number, total: number) => (total ? Math.floor((done / total) * 10) : 10)
  return {
    update: (done, total, note) => {
      if (terminal.lively) {
        const line = `${stage} ${done}/${total} ${note}`
        terminal.err(`\r\u001b[2K${clip(line, terminal.columns - 1)}`)
      } else if (share(done, total) > told) {
        told = share(done, total)
        terminal.err(`${stage} ${done}/${total}\n`)
      }
    },
    stop: () => {
      if (terminal.lively) terminal.err('\r\u001b[2K')
    },
  }
}

/** Cuts a line to a width in columns, a han character counting two. */
function clip(line: string, width: number): string {
  let used = 0
  for (const [i, char] of [...line].entries()) {
    used += char.codePointAt(0)! > 0x2e7f ? 2 : 1
    if (used > width) return [...line].slice(0, i).join('')
  }
  return line
}
