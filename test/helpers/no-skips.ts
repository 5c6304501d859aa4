import type { Reporter, TestModule } from 'vitest/node'

/** Fails a run in which a test was skipped: in CI everything that a test may need is there. */
export class NoSkips implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap(module => [...module.children.allTests('skipped')])
    for (const test of skipped) console.error(`skipped, which CI does not allow: ${test.fullName}`)
    if (skipped.length) process.exitCode = 1
  }
}
