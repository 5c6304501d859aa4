import { readFile, stat } from 'node:fs/promises'
import { isAbsolute, join, normalize, resolve, sep } from 'node:path'
import { InputError } from '../errors.ts'
import { byCodeUnit } from '../text/code-units.ts'
import { decodePage } from './decode.ts'

/** Endings of the files that are taken from a folder; a file named outright may have any. */
const PAGE_FILES = '**/*.{txt,text,md,markdown}'

export interface Sources {
  /** Sorted by path, each once. */
  readonly paths: readonly string[]
  /** What was asked for and cannot be had; the others go on. */
  readonly problems: readonly InputError[]
}

const bySlash = (path: string): string => normalize(path).split(sep).join('/')

/**
 * Finds the pages that the arguments name: files, folders (searched through, hidden files left out) and globs. The order of the
 * arguments does not matter.
 */
export async function findSources(named: readonly string[]): Promise<Sources> {
  const paths = new Map<string, string>()
  const problems: InputError[] = []
  for (const name of [...new Set(named)].sort(byCodeUnit)) {
    const found = await pathsOf(name)
    if (found instanceof InputError) problems.push(found)
    else for (const path of found) keepShorter(paths, path)
  }
  return { paths: [...paths.values()].sort(byCodeUnit), problems }
}

/** One file that was named in two ways is taken once, under the name that sorts first. */
function keepShorter(paths: Map<string, string>, path: string): void {
  const place = resolve(path)
  const known = paths.get(place)
  if (known === undefined || byCodeUnit(path, known) < 0) paths.set(place, path)
}

/** Searching folders takes a library that one page named outright does not wait for. */
const searching = () => import('tinyglobby')

async function pathsOf(name: string): Promise<readonly string[] | InputError> {
  const about = await stat(name).catch(() => null)
  if (about && !about.isDirectory()) return [bySlash(name)]
  const { glob, isDynamicPattern } = await searching()
  if (about) {
    const found = await glob(PAGE_FILES, { cwd: name, onlyFiles: true, caseSensitiveMatch: false })
    return found.length
      ? found.map(file => bySlash(join(name, file)))
      : new InputError({
          what: 'The folder holds no pages.',
          where: name,
          remedy: 'Pages are files ending in .txt, .text, .md or .markdown; name files with other endings outright.',
        })
  }
  if (!isDynamicPattern(name))
    return new InputError({ what: 'There is no such file or folder.', where: name, remedy: 'Check the path.' })
  const found = await glob(name.split(sep).join('/'), { onlyFiles: true, absolute: isAbsolute(name) })
  return found.length
    ? found.map(bySlash)
    : new InputError({
        what: 'The pattern matches no file.',
        where: name,
        remedy: 'Quote the pattern and check its folder.',
      })
}

/**
 * @returns the bytes of a page
 * @throws InputError where the file cannot be read
 */
export async function readSource(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    throw new InputError({
      what: `The file cannot be read (${code}).`,
      where: path,
      remedy:
        code === 'EACCES' || code === 'EPERM' ? 'Give yourself permission to read it.' : 'Check the path and the disk.',
    })
  }
}

const MOST_LISTED = 100_000

/**
 * Standard input is either one page or a list of paths, one a line. It is a list where its first line names something on the disk.
 * @throws InputError where the bytes are no text
 */
export async function readStandardInput(
  bytes: Uint8Array,
): Promise<{ readonly list: readonly string[] } | { readonly page: Uint8Array }> {
  const { text } = decodePage(bytes, 'standard input')
  const first = text.slice(0, 4096).trimStart().split(/\r?\n/, 1)[0]?.trim() ?? ''
  const { isDynamicPattern } = await searching()
  const isList = first.length > 0 && (isDynamicPattern(first) ? false : (await stat(first).catch(() => null)) !== null)
  if (!isList) return { page: bytes }
  const list = text.split(/\r?\n/, MOST_LISTED).map(line => line.trim())
  return { list: list.filter(Boolean) }
}
