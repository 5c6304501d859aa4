import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with its counts, and fails it where a test was skipped: in CI everything that a test may need is there. */
export class NoSkips implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const inState = (state: 'passed' | 'failed' | 'skipped') =>
      modules.flatMap(module => [...module.children.allTests(state)])
    const skipped = inState('skipped')
    for (const test of skipped) console.error(`skipped, which CI does not allow: ${test.fullName}`)
    if (skipped.length) process.exitCode = 1
    console.log(`${inState('passed').length} passed, ${inState('failed').length} failed`)
  }
}
