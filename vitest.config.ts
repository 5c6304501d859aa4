import { defineConfig } from 'vitest/config'
import { NoSkips } from './test/helpers/no-skips.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
    reporters: process.env['MAILUO_REQUIRE_ALL'] ? ['default', new NoSkips()] : ['default'],
  },
})
