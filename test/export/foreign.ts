import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExportOptions } from '../../src/export/exporter.ts'
import { EXPORTERS } from '../../src/export/exporters.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'

const SCRIPT = fileURLToPath(new URL('./readers.py', import.meta.url))
const OWN = fileURLToPath(new URL('../../.cache/python/bin/python', import.meta.url))

/** Python with the readers: as MAILUO_PYTHON names it, a virtual environment in `.cache/python`, or the one on PATH. */
const python = process.env['MAILUO_PYTHON'] ?? (existsSync(OWN) ? OWN : 'python3')

/** Why a Python reader cannot be used here; '' where it can. */
export function whyNot(module: string): string {
  const { status } = spawnSync(python, ['-c', `import ${module}`])
  return status === 0 ? '' : ` (skipped: ${python} has no ${module})`
}

/** Runs one of the readers over files. @throws with what it said where it refuses them */
export function readWith<T>(reader: string, ...paths: string[]): T {
  const { status, stdout, stderr } = spawnSync(python, [SCRIPT, reader, ...paths], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as T
}

/** Files of a format as text, by suffix. */
export function exported(snapshot: Snapshot, format: string, options: ExportOptions = {}): ReadonlyMap<string, string> {
  const exporter = EXPORTERS.find(one => one.format === format)
  if (!exporter) throw new Error(`no format ${format}`)
  return new Map(exporter.write(snapshot, options).map(({ suffix, text }) => [suffix, text]))
}

/** The files of a format on disk. @returns their paths by suffix */
export function written(snapshot: Snapshot, format: string, options: ExportOptions = {}): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'mailuo-export-'))
  return new Map(
    [...exported(snapshot, format, options)].map(([suffix, text]) => {
      const path = join(folder, `g${suffix}`)
      writeFileSync(path, text)
      return [suffix, path]
    }),
  )
}

/** The single text of a format of one file. */
export function textOf(snapshot: Snapshot, format: string, options: ExportOptions = {}): string {
  const [text = ''] = exported(snapshot, format, options).values()
  return text
}
