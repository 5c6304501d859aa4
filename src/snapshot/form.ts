import type { z } from 'zod'
import { SnapshotError } from '../errors.ts'
import { isNewerMinor } from './migrate.ts'

function describe(issue: z.core.$ZodIssue): string {
  return `${issue.path.map(String).join('.') || 'file'}: ${issue.message}`
}

/**
 * A parsed snapshot, or a part of one, as what it should be.
 * @param version of the file: one of a newer minor version may hold members that this program does not know
 * @throws SnapshotError where it does not have the form
 */
export function withForm<T>(schema: z.ZodType<T>, value: unknown, version: string, where: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const tolerant = isNewerMinor(version)
  const issues = result.error.issues.filter(issue => !(tolerant && issue.code === 'unrecognized_keys'))
  if (issues.length === 0) return value as T
  const more = issues.length > 3 ? ` (and ${issues.length - 3} more)` : ''
  throw new SnapshotError({
    what: `the snapshot does not have the form it should have: ${issues.slice(0, 3).map(describe).join('; ')}${more}`,
    where,
    remedy: 'Take an undamaged copy, or build it again with `mailuo build`.',
  })
}
