import { SnapshotError } from '../errors.ts'
import { SNAPSHOT_VERSION } from './format.ts'

/** A step from one major version to the next: takes the parsed file of the older, gives that of the newer. */
export interface Migration {
  readonly from: number
  readonly upgrade: (file: Record<string, unknown>) => Record<string, unknown>
}

/** Oldest first. The format is at its first major version, so there is nothing to step up from yet. */
const MIGRATIONS: readonly Migration[] = []

const majorOf = (version: string): number => Number(version.split('.')[0])
const minorOf = (version: string): number => Number(version.split('.')[1] ?? 0)

/** @returns whether a file of this version may hold members that this program does not know. */
export function isNewerMinor(version: string): boolean {
  return majorOf(version) === majorOf(SNAPSHOT_VERSION) && minorOf(version) > minorOf(SNAPSHOT_VERSION)
}

/** @returns whether a parsed file is a snapshot of the present major version. */
export function isPresent(file: unknown): file is Record<string, unknown> {
  const isSnapshot = isRecord(file) && file['format'] === 'mailuo' && isVersion(file['version'])
  return isSnapshot && majorOf(String(file['version'])) === majorOf(SNAPSHOT_VERSION)
}

/**
 * Brings a parsed file to the present major version. No Node API: the browser calls it too.
 * @param where path of the file, for the message
 * @throws SnapshotError where it is no snapshot, is newer than this program, or too old for any migration
 */
export function migrate(
  file: unknown,
  where: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Record<string, unknown> {
  if (!isRecord(file) || file['format'] !== 'mailuo' || !isVersion(file['version'])) {
    throw new SnapshotError({
      what: 'this is JSON, but no mailuo snapshot: "format" is not "mailuo"',
      where,
      remedy: 'Name a file made by `mailuo build`.',
    })
  }
  const present = majorOf(SNAPSHOT_VERSION)
  if (majorOf(file['version']) > present) {
    throw new SnapshotError({
      what: `the snapshot has version ${file['version']}, this program reads up to ${present}.x`,
      where,
      remedy: 'Update mailuo: npm install -g mailuo@latest',
    })
  }
  let value = file
  for (let major = majorOf(file['version']); major < present; major++) {
    const step = migrations.find(migration => migration.from === major)
    if (!step) throw tooOld(file['version'], where)
    value = step.upgrade(value)
  }
  return value
}

function tooOld(version: string, where: string): SnapshotError {
  return new SnapshotError({
    what: `the snapshot has version ${version}, which this program can no longer bring up to ${SNAPSHOT_VERSION}`,
    where,
    remedy: 'Build it again from its pages with `mailuo build`.',
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isVersion(value: unknown): value is string {
  return typeof value === 'string' && /^\d+(?:\.\d+)*$/.test(value)
}
